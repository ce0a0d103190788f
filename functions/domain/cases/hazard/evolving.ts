import type { CaseState } from '../case.ts';
import type { EventOf } from '../event.ts';

export function withHazard(state: CaseState, { kind, awareAt }: EventOf<'hazard-started'>): CaseState {
  return { ...state, hazard: { kind, awareAt, done: {} } };
}

export function withHazardStep(state: CaseState, event: EventOf<'hazard-step-recorded'>): CaseState {
  const { hazard } = state;
  if (!hazard) return state;
  const { step, on, doneAt: safeAt = hazard.safeAt, furtherWorks = hazard.furtherWorks } = event;
  return { ...state, hazard: { ...hazard, done: { ...hazard.done, [step]: on }, safeAt, furtherWorks } };
}
