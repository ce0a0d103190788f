import type { Acknowledged } from '../../cases/case.ts';
import type { Letter } from '../notice.ts';
import {
  dueInWords,
  greeting,
  howToAdd,
  type NoticeContext,
  officerInWords,
  paragraphs,
  responseDeadline,
  signedByTeam,
} from '../parts.ts';

/** A related issue is part of the complaint from now on; the date of the answer is the same (both Codes 6.8). */
export function issueJoined(state: Acknowledged, words: string, { council, deadlines }: NoticeContext): Letter {
  const by = dueInWords(deadlines, responseDeadline(state));
  return {
    subject: `Your complaint ${state.reference}: we have added what you told us`,
    blocks: [
      greeting(state),
      { paragraph: 'You told us about something else that belongs to your complaint. We have added it, and our answer will cover it too.' },
      { heading: 'What we have added' },
      ...paragraphs(words),
      {
        paragraph: `${officerInWords(state.allocation, council)} is looking into all of it. ${by ? `You will still have our full answer by ${by}.` : 'The date of our answer stays the same.'} If we have not understood you, tell us and we will correct it.`,
      },
      ...howToAdd(council, state.reference),
      signedByTeam(council),
    ],
  };
}
