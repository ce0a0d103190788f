import type { CaseState } from '../case.ts';
import type { EventOf } from '../event.ts';

export function withHazard(state: CaseState, { kind, awareAt }: EventOf<'hazard-started'>): CaseState {
  return { ...state, hazard: { kind, awareAt, done: {} } };
}

export function withHazardStep(state: CaseState, event: EventOf<'hazard-step-recorded'>): CaseState {
  const { hazard } = state;
  if (!hazard) return state;
  const {
    step,
    on,
    doneAt: safeAt = hazard.safeAt,
    furtherWorks = hazard.furtherWorks,
    beginBy: worksBeginBy = hazard.worksBeginBy,
  } = event;
  // Of works that are arranged anew the first day counts: by then it was known when they begin.
  const done = { ...hazard.done, [step]: step === 'works-arranged' ? (hazard.done[step] ?? on) : on };
  return { ...state, hazard: { ...hazard, done, safeAt, furtherWorks, worksBeginBy } };
}
