import { numberInId } from '../../notices/notice-id.ts';
import type { CaseState } from '../case.ts';
import type { LetterToPost } from './reaching.ts';

/** A letter that still waits for its stamp and names a day for our answer which holds no more: we took more time since, or have answered. */
export function namesOldDate(state: CaseState, { noticeId, kind, since }: LetterToPost): boolean {
  if (kind !== 'acknowledgement' && kind !== 'extension') return false;
  const was = state.stage === 'closed' ? state.was : state;
  if (was.stage !== 'acknowledged') return was.stage === 'answered' || was.stage === 'accepted';
  const number = (id: string) => numberInId(id) ?? 0;
  if (number(noticeId) < number(was.acknowledgement.noticeId)) return true;
  if (kind === 'acknowledgement') return was.extensions.length > 0;
  // Two on one day: the later one waits for its stamp too.
  const later = (state.toPost ?? []).some((other) => other.kind === 'extension' && number(other.noticeId) > number(noticeId));
  return later || was.extensions.some(({ on }) => on > since);
}
