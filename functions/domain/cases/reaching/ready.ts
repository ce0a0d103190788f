import { addresseeOf } from '../../notices/addressee.ts';
import type { CaseState } from '../case.ts';
import type { Refusal } from '../command.ts';
import { refuse } from '../decision.ts';
import { nobodyMayRead, partyToCorrect } from '../people/answered.ts';
import { isUntold } from '../turning-away/turning-away.ts';
import type { LetterToPost } from './reaching.ts';

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

export const noAddress =
  'We have no postal address for it. Correct their email address, and it goes there; or record their address or telephone number first.';

/** Their email failed, and nothing else says where it could be posted or on which number it could be read out. */
export function lacksAddress(state: CaseState, { kind, member }: LetterToPost): boolean {
  if (member !== undefined || state.failedEmail === undefined) return false;
  const to = addresseeOf(state, kind);
  return to?.by === 'post' && to.address === undefined && !partyToCorrect(state).reachBy.includes('telephone');
}

/** In every stage: the letter may be the one that closed the case (duty D24). */
export function readyToRecordPosted(state: CaseState): CaseState | Refusal {
  if (state.toPost === undefined) return refuse('No letter about this case waits to be posted.');
  return state.toPost.every((letter) => lacksAddress(state, letter)) ? refuse(noAddress) : state;
}
