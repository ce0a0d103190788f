import { type LocalDate, londonDateOf } from '../calendar/local-date.ts';
import type { CaseState } from '../cases/case.ts';
import { compare } from '../deadlines/next.ts';
import { toWhoeverWrote } from '../notices/addressee.ts';
import { isForResident } from '../notices/notice.ts';
import { isCopy } from '../notices/notice-id.ts';
import { dateOfStep } from '../notices/standing.ts';
import { isSame, type Reader } from './readers.ts';
import { hasLeft, type Sent } from './told.ts';

/** The letters that this reader was sent, the oldest first. Links to the page itself are none. */
export function lettersTo<Letter extends Sent>(reader: Reader, notices: readonly Letter[], state: CaseState): readonly Letter[] {
  return notices
    .filter((notice) => isForResident(notice.kind) && notice.kind !== 'status-link' && hasLeft(notice) && wasFor(reader, notice, state))
    .toSorted((one, other) => compare(leftOn(one), leftOn(other)) || compare(one.id, other.id));
}

/**
 * Each member of a group has copies of their own: by their address, for another stands under their number once the group is recorded anew. What asks a
 * representative for their authority was never for the person (duty D18).
 */
function wasFor(reader: Reader, { id, kind, to }: Sent, { people }: CaseState): boolean {
  if (reader.member !== undefined) return isCopy(id) && to.by === 'email' && isSame(to.email, reader.email);
  if (isCopy(id)) return false;
  if (to.by === 'email' && isSame(to.email, reader.email)) return true;
  const representative = people?.representative;
  if (!representative || isSame(representative.email, reader.email)) return true;
  return !(to.by === 'email' && isSame(to.email, representative.email)) && !toWhoeverWrote.has(kind);
}

/** The London date on which SES took it; of a letter on paper, on which it was written. */
export function leftOn(letter: Sent): LocalDate {
  return londonDateOf(dateOfStep(letter, 'accepted') ?? letter.plannedAt);
}
