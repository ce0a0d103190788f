import { londonDateOf } from '../calendar/local-date.ts';
import type { CaseState } from '../cases/case.ts';
import type { CaseEvent } from '../cases/event.ts';
import { englishLetters, type LetterWords } from '../words/letter-words.ts';
import { addresseeOf } from './addressee.ts';
import type { Block, PlannedNotice } from './notice.ts';
import { idSentAgain } from './notice-id.ts';
import type { NoticeContext } from './parts.ts';
import { withAfter } from './with-after.ts';

/** Letters that had not arrived, word for word, to the address that an officer put right. */
export function sentAgain(
  event: CaseEvent,
  eventNumber: number,
  state: CaseState,
  { letters = [], letterWords }: NoticeContext,
): readonly PlannedNotice[] {
  if (event.type !== 'email-corrected') return [];
  const today = londonDateOf(event.at);
  const why = ({ t, date }: LetterWords): Block => ({ paragraph: t('copies.again', { date: date(today) }) });
  return (event.sendsAgain ?? []).flatMap(({ noticeId, kind }, index) => {
    const first = letters.find(({ id }) => id === noticeId);
    const to = addresseeOf(state, kind);
    if (!first || !to) return [];
    const theirs = letterWords?.get(first.letter.translation?.language.tag ?? '');
    return [
      {
        id: idSentAgain(eventNumber, kind, index),
        kind,
        to,
        letter: withAfter(first.letter, 0, why(englishLetters), theirs && why(theirs)),
      },
    ];
  });
}
