import type { CaseState, EventOf } from '../case.ts';

export function withHazard(state: CaseState, { kind, awareAt }: EventOf<'hazard-started'>): CaseState {
  return { ...state, hazard: { kind, awareAt, done: {} } };
}

export function withHazardStep(state: CaseState, { step, on }: EventOf<'hazard-step-recorded'>): CaseState {
  return state.hazard ? { ...state, hazard: { ...state.hazard, done: { ...state.hazard.done, [step]: on } } } : state;
}
