import { inWords, londonDateOf } from '../../calendar/local-date.ts';
import type { CaseState } from '../../cases/case.ts';
import type { EventOf } from '../../cases/event.ts';
import type { Letter } from '../notice.ts';
import { directLine, greeting, howToAdd, type LetterContext, paragraphs, wroteForYou } from '../parts.ts';
import { wordsOf } from '../wording/pieces.ts';
import { signedBy } from './turned-away.ts';

/** Nothing is refused: it stays theirs to say that it was a complaint (policy section 4; both Codes section 1). */
export function feedbackThanks(
  state: CaseState,
  said: EventOf<'feedback-recorded'>,
  { council, publicUrl, goesBy, wording, staff }: LetterContext,
): Letter {
  return {
    subject: `Thank you for your message ${state.reference}`,
    blocks: [
      greeting(state),
      ...wroteForYou(state),
      ...paragraphs(wordsOf('feedback-opening', wording)),
      ...paragraphs(said.thanks),
      { heading: 'If you meant it as a complaint' },
      {
        paragraph: `Tell us, in any way you like. You do not need to write it again: it is then a complaint from the day we had your message, ${inWords(londonDateOf(state.receivedAt))}.`,
      },
      ...howToAdd({ council, publicUrl, goesBy }, state.reference, directLine(said.by, staff)),
      signedBy(said.by, council),
    ],
  };
}
