import type { CaseState } from '../../cases/case.ts';
import type { RemedyPromise } from '../../cases/remedies/remedy.ts';
import type { Letter } from '../notice.ts';
import { directLineOf, greeting, howToAdd, type LetterContext, paragraphs, whoAnswersFor } from '../parts.ts';
import { wordsOf } from '../wording/pieces.ts';
import { remediesPromised } from './remedies.ts';

/** What we put right without waiting for a response, or after it (Housing Code 5.13). */
export function remedyPromised(
  state: CaseState,
  remedy: RemedyPromise,
  { council, publicUrl, goesBy, wording, staff }: LetterContext,
): Letter {
  return {
    subject: `${state.reference}: what we will do to put things right`,
    blocks: [
      greeting(state),
      ...paragraphs(wordsOf('promise-opening', wording)),
      { heading: 'What we promise' },
      ...remediesPromised([remedy]),
      {
        paragraph:
          'You do not lose any right by this. If you have complained, we go on with your complaint in the same way. You can still ask us to look at it again, or go to the Ombudsman.',
      },
      ...howToAdd({ council, publicUrl, goesBy }, state.reference, directLineOf(state, staff)),
      { paragraph: whoAnswersFor(state, { council, staff }) },
    ],
  };
}
