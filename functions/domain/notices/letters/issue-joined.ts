import type { Acknowledged } from '../../cases/case.ts';
import type { Letter } from '../notice.ts';
import {
  directLineOf,
  dueInWords,
  greeting,
  howToAdd,
  type LetterContext,
  officerInWords,
  paragraphs,
  responseDeadline,
  whoAnswersFor,
} from '../parts.ts';
import { wordsOf } from '../wording/pieces.ts';

/** A related issue is part of the complaint from now on; the date of the answer is the same (both Codes 6.8). `added`: in an officer's words. */
export function issueJoined(state: Acknowledged, added: string, context: LetterContext): Letter {
  const { wording, words, staff } = context;
  const { t } = words;
  const { reference } = state;
  return {
    subject: t('issueJoined.subject', { reference }),
    blocks: [
      greeting(state, context),
      ...paragraphs(wordsOf('issue-joined-opening', wording, words)),
      { heading: t('issueJoined.added') },
      ...paragraphs(added),
      { paragraph: oneAnswer(state, context) },
      ...howToAdd(context, reference, directLineOf(state, staff)),
      { paragraph: whoAnswersFor(state, context) },
    ],
  };
}

function oneAnswer(state: Acknowledged, context: LetterContext): string {
  const { t } = context.words;
  const officer = officerInWords(state.allocation, context);
  const date = dueInWords(context, responseDeadline(state));
  return date ? t('issueJoined.oneAnswerBy', { officer, date }) : t('issueJoined.oneAnswer', { officer });
}
