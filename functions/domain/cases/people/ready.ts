import type { CaseState } from '../case.ts';
import type { Refusal } from '../command.ts';
import { refuse } from '../decision.ts';
import type { Representative } from './people.ts';

/** In every stage: who speaks for whom is asked also after the answer, and what was agreed holds for every letter. */
export function readyToRecordPeople(state: CaseState): CaseState {
  return state;
}

export function readyToVerifyAuthority({ people }: CaseState): Representative | Refusal {
  if (!people?.representative) return refuse('Record the representative first.');
  return people.representative.authority.state === 'verified'
    ? refuse('Their authority has been verified. To change who is answered, record the representative again.')
    : people.representative;
}

export function readyToRefuseAuthority({ people }: CaseState): Representative | Refusal {
  if (!people?.representative) return refuse('No representative is recorded.');
  return people.representative.authority.state === 'refused' ? refuse('Their authority is not accepted already.') : people.representative;
}
