import type { Acknowledged } from '../../cases/case.ts';
import type { EventData } from '../../cases/event.ts';
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
} from '../parts.ts';
import { lockedPieces } from '../wording/pieces.ts';
import { ourUnderstanding } from './acknowledgement.ts';

type Amended = Extract<EventData, { readonly type: 'definition-amended' }>;

/** What we now understand, and why; the date of our answer stays (duty D20). */
export function definitionAmended(
  state: Acknowledged,
  { because }: Amended,
  { council, publicUrl, goesBy, deadlines, staff }: LetterContext,
): Letter {
  const by = dueInWords(deadlines, responseDeadline(state));
  return {
    subject: `Your complaint ${state.reference}: what we now understand it to be`,
    blocks: [
      greeting(state),
      {
        paragraph: `We have changed how we describe your complaint.${by ? ` The date of our answer stays the same: you will have it by ${by}.` : ''}`,
      },
      { heading: 'Why we changed it' },
      ...paragraphs(because),
      ...ourUnderstanding(state.acknowledgement),
      { paragraph: lockedPieces['correct-us'].words },
      ...howToAdd({ council, publicUrl, goesBy }, state.reference, directLineOf(state, staff)),
      { paragraph: officerInWords(state.allocation, { council, staff }) },
    ],
  };
}
