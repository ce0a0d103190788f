import type { CaseState } from '../../cases/case.ts';
import type { RemedyPromise } from '../../cases/remedies/remedy.ts';
import type { Letter } from '../notice.ts';
import { greeting, howToAdd, type NoticeContext, signedByTeam } from '../parts.ts';
import { remediesPromised } from './remedies.ts';

/** What we put right without waiting for a response, or after it (Housing Code 5.13). */
export function remedyPromised(state: CaseState, remedy: RemedyPromise, { council }: NoticeContext): Letter {
  return {
    subject: `${state.reference}: what we will do to put things right`,
    blocks: [
      greeting(state),
      { paragraph: 'We want to put something right. This is what we will do.' },
      { heading: 'What we promise' },
      ...remediesPromised([remedy]),
      {
        paragraph:
          'You do not lose any right by this. If you have complained, we go on with your complaint in the same way, and you can still ask us to look at it again or go to the Ombudsman.',
      },
      ...howToAdd(council, state.reference),
      signedByTeam(council),
    ],
  };
}
