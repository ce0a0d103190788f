import type { CaseState } from '../case.ts';
import type { Refusal } from '../command.ts';
import { refuse } from '../decision.ts';

/** At any time, also of a case that is over: what it holds does not grow harmless with its end. */
export function readyToRestrict(state: CaseState): CaseState {
  return state;
}

export function readyToLiftRestriction(state: CaseState): CaseState | Refusal {
  return state.restricted ? state : refuse('Nobody has restricted this case.');
}
