import { inWords } from '../../calendar/local-date.ts';
import type { CaseState } from '../../cases/case.ts';
import type { EventData } from '../../cases/event.ts';
import { toldDate } from '../../deadlines/next.ts';
import type { Letter } from '../notice.ts';
import { directLineOf, greeting, howToAdd, type LetterContext, paragraphs, whoAnswersFor } from '../parts.ts';

type Sent = Extract<EventData, { readonly type: 'update-sent' }>;

/** How far we have come, and when we write next, to somebody who waits longer than they should (duty D22; Housing Code 5.9). */
export function update(
  state: CaseState,
  { words, updates }: Sent,
  { council, publicUrl, goesBy, deadlines, staff }: LetterContext,
): Letter {
  const answer = deadlines.find(({ kind, met, ended }) => !met && !ended && (kind === 'respond' || kind === 'respond-stage-two'));
  const due = answer && toldDate(answer);
  const by = due && due > updates.from ? `We expect to send you our answer by ${inWords(due)}. ` : '';
  return {
    subject: `Your complaint ${state.reference}: where it has got to`,
    blocks: [
      greeting(state),
      ...paragraphs(words),
      { heading: 'What happens next' },
      {
        paragraph: `${by}We will write to you again by ${inWords(updates.next)}, unless you have our answer before then. Tell us if you would like to hear from us on other dates.`,
      },
      ...howToAdd({ council, publicUrl, goesBy }, state.reference, directLineOf(state, staff)),
      { paragraph: whoAnswersFor(state, { council, staff }) },
    ],
  };
}
