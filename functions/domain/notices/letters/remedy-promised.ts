import type { CaseState } from '../../cases/case.ts';
import type { RemedyPromise } from '../../cases/remedies/remedy.ts';
import type { Letter } from '../notice.ts';
import { directLineOf, greeting, howToAdd, type LetterContext, paragraphs, whoAnswersFor } from '../parts.ts';
import { wordsOf } from '../wording/pieces.ts';
import { remediesPromised } from './remedies.ts';

/** What we put right without waiting for a response, or after it (Housing Code 5.13). */
export function remedyPromised(state: CaseState, remedy: RemedyPromise, context: LetterContext): Letter {
  const { wording, words, staff } = context;
  const { t } = words;
  const { reference } = state;
  return {
    subject: t('remedyPromised.subject', { reference }),
    blocks: [
      greeting(state, context),
      ...paragraphs(wordsOf('promise-opening', wording, words)),
      { heading: t('remedyPromised.whatWePromise') },
      ...remediesPromised([remedy], context),
      { paragraph: t('remedyPromised.noRightLost') },
      ...howToAdd(context, reference, directLineOf(state, staff)),
      { paragraph: whoAnswersFor(state, context) },
    ],
  };
}
