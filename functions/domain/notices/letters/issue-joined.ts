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

/** A related issue is part of the complaint from now on; the date of the answer is the same (both Codes 6.8). */
export function issueJoined(
  state: Acknowledged,
  words: string,
  { council, publicUrl, goesBy, deadlines, wording, staff }: LetterContext,
): Letter {
  const by = dueInWords(deadlines, responseDeadline(state));
  return {
    subject: `Your complaint ${state.reference}: we have added what you told us`,
    blocks: [
      greeting(state),
      ...paragraphs(wordsOf('issue-joined-opening', wording)),
      { heading: 'What we have added' },
      ...paragraphs(words),
      {
        paragraph: `${officerInWords(state.allocation, { council, staff })} is looking into all of it. ${by ? `You will still have our full answer by ${by}.` : 'One answer will cover all of it.'} If we have not understood you, tell us and we will correct it.`,
      },
      ...howToAdd({ council, publicUrl, goesBy }, state.reference, directLineOf(state, staff)),
      { paragraph: whoAnswersFor(state, { council, staff }) },
    ],
  };
}
