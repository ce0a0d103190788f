import type { CaseState } from '../../cases/case.ts';
import type { EventData } from '../../cases/event.ts';
import type { Letter } from '../notice.ts';
import { directLineOf, greeting, howToAdd, type LetterContext, paragraphs, whoAnswersFor } from '../parts.ts';
import { wordsOf } from '../wording/pieces.ts';

type Asked = Extract<EventData, { readonly type: 'clarification-asked' }>;

/** We ask what somebody means, and nothing waits for the answer (policy section 6; both Codes 5.6). */
export function clarification(state: CaseState, { question, acknowledgeBy }: Asked, context: LetterContext): Letter {
  const { wording, words, staff } = context;
  const { t, date } = words;
  const { reference } = state;
  return {
    subject: t('clarification.subject', { reference }),
    blocks: [
      greeting(state, context),
      ...paragraphs(wordsOf('question-opening', wording, words)),
      { heading: t('clarification.question') },
      ...paragraphs(question),
      { paragraph: acknowledgeBy ? t('clarification.weWriteBy', { date: date(acknowledgeBy) }) : t('clarification.weWriteSoon') },
      ...howToAdd(context, reference, directLineOf(state, staff)),
      { paragraph: whoAnswersFor(state, context) },
    ],
  };
}
