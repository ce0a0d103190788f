import { londonDateOf } from '../../calendar/local-date.ts';
import type { CaseState } from '../../cases/case.ts';
import type { EventOf } from '../../cases/event.ts';
import type { Letter } from '../notice.ts';
import { directLine, greeting, howToAdd, type LetterContext, paragraphs, wroteForYou } from '../parts.ts';
import { wordsOf } from '../wording/pieces.ts';
import { signedBy } from './turned-away.ts';

/** Nothing is refused: it stays theirs to say that it was a complaint (policy section 4; both Codes section 1). */
export function feedbackThanks(state: CaseState, said: EventOf<'feedback-recorded'>, context: LetterContext): Letter {
  const { council, wording, staff, words } = context;
  const { t, date } = words;
  return {
    subject: t('feedback.subject', { reference: state.reference }),
    blocks: [
      greeting(state, context),
      ...wroteForYou(state, context),
      ...paragraphs(wordsOf('feedback-opening', wording, words)),
      ...paragraphs(said.thanks),
      { heading: t('feedback.ifComplaint') },
      { paragraph: t('feedback.tellUs', { date: date(londonDateOf(state.receivedAt)) }) },
      ...howToAdd(context, state.reference, directLine(said.by, staff)),
      signedBy(said.by, council),
    ],
  };
}
