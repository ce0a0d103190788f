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
import { ourUnderstanding } from './acknowledgement.ts';

type Amended = Extract<EventData, { readonly type: 'definition-amended' }>;

/** What we now understand, and why; the date of our answer stays (duty D20). */
export function definitionAmended(state: Acknowledged, { because }: Amended, context: LetterContext): Letter {
  const { council, staff } = context;
  const { t } = context.words;
  const { reference } = state;
  const date = dueInWords(context, responseDeadline(state));
  return {
    subject: t('definitionAmended.subject', { reference }),
    blocks: [
      greeting(state, context),
      { paragraph: date ? t('definitionAmended.changedSameDate', { date }) : t('definitionAmended.changed') },
      { heading: t('definitionAmended.why') },
      ...paragraphs(because),
      ...ourUnderstanding(state.acknowledgement, context),
      { paragraph: t('acknowledgement.correctUs') },
      ...howToAdd(context, reference, directLineOf(state, staff)),
      { paragraph: officerInWords(state.allocation, { council, staff }) },
    ],
  };
}
