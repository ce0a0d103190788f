import type { CaseState } from '../../cases/case.ts';
import type { Letter } from '../notice.ts';
import { dueInWords, greeting, howToAdd, type NoticeContext, paragraphs, responseDeadline, signedByTeam } from '../parts.ts';

/** Where a complaint has got to, whoever of those who write about it asked: an officer's words, and the date that holds now (duty D2). */
export function chaserAnswer(state: CaseState, answer: string, { council, deadlines }: NoticeContext): Letter {
  const by = state.stage === 'acknowledged' ? dueInWords(deadlines, responseDeadline(state)) : undefined;
  return {
    subject: `Your complaint ${state.reference}: where it has got to`,
    blocks: [
      greeting(state),
      { paragraph: 'We were asked where your complaint has got to.' },
      ...paragraphs(answer),
      ...(by ? [{ paragraph: `You will have our full answer by ${by}.` }] : []),
      ...howToAdd(council, state.reference),
      signedByTeam(council),
    ],
  };
}
