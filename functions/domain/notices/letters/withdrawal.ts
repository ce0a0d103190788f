import type { Closed } from '../../cases/case.ts';
import type { Letter } from '../notice.ts';
import { greeting, howToAdd, type NoticeContext, signedByTeam } from '../parts.ts';

/** A withdrawal is confirmed in writing and can be undone (duty D26). */
export function withdrawalConfirmed(state: Closed, { council }: NoticeContext): Letter {
  return {
    subject: `${state.reference}: we have stopped looking into it`,
    blocks: [
      greeting(state),
      { paragraph: `You told us that you no longer want us to look into ${state.reference}. We have closed it.` },
      { paragraph: 'If this is not what you want, tell us and we will carry on.' },
      ...howToAdd(council, state.reference),
      signedByTeam(council),
    ],
  };
}
