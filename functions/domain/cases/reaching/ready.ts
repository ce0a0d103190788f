import type { CaseState } from '../case.ts';
import type { Refusal } from '../command.ts';
import { refuse } from '../decision.ts';
import { nobodyMayRead, partyToCorrect } from '../people/answered.ts';
import { isUntold } from '../turning-away/turning-away.ts';

/** In every stage: a person who was not reached is owed the letter, whatever became of the case (duty D24). */
export function readyToReachAnotherWay(state: CaseState): CaseState | Refusal {
  if (state.undelivered === undefined) return refuse('No letter about this case is known not to have arrived.');
  const nobody = isUntold(state) ? nobodyMayRead(state) : undefined;
  return nobody === undefined ? state : refuse(nobody);
}

/** In every stage. An address that nobody called safe is never written to (duty D6). */
export function readyToCorrectEmail(state: CaseState): CaseState | Refusal {
  return partyToCorrect(state).reachBy.includes('email') ? state : refuse('The person did not say that email is a safe way to reach them.');
}

/** In every stage: the letter may be the one that closed the case (duty D24). */
export function readyToRecordPosted(state: CaseState): CaseState | Refusal {
  return state.toPost === undefined ? refuse('No letter about this case waits to be posted.') : state;
}
