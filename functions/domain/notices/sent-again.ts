import { inWords, londonDateOf } from '../calendar/local-date.ts';
import type { CaseState } from '../cases/case.ts';
import type { CaseEvent } from '../cases/event.ts';
import { addresseeOf } from './addressee.ts';
import type { PlannedNotice } from './notice.ts';
import { idSentAgain } from './notice-id.ts';
import type { NoticeContext } from './parts.ts';

/** Letters that had not arrived, word for word, to the address that an officer put right. */
export function sentAgain(
  event: CaseEvent,
  eventNumber: number,
  state: CaseState,
  { letters = [] }: NoticeContext,
): readonly PlannedNotice[] {
  if (event.type !== 'email-corrected') return [];
  const today = inWords(londonDateOf(event.at));
  return (event.sendsAgain ?? []).flatMap(({ noticeId, kind }, index) => {
    const first = letters.find(({ id }) => id === noticeId);
    const to = addresseeOf(state, kind);
    if (!first || !to) return [];
    const why = { paragraph: `You did not get this letter when we first wrote it. We send it to you again on ${today}.` };
    return [{ id: idSentAgain(eventNumber, kind, index), kind, to, letter: { ...first.letter, blocks: [why, ...first.letter.blocks] } }];
  });
}
