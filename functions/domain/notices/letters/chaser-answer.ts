import type { CaseState } from '../../cases/case.ts';
import type { Letter } from '../notice.ts';
import { directLineOf, dueInWords, greeting, howToAdd, type LetterContext, paragraphs, responseDeadline, whoAnswersFor } from '../parts.ts';
import { wordsOf } from '../wording/pieces.ts';

/** Whoever asked may not be whoever reads it. */
function othersWrite({ people, writers }: CaseState): boolean {
  return [people?.representative, people?.firstWriter, people?.group, writers].some((others) => others !== undefined);
}

/** Where a complaint has got to, whoever of those who write about it asked: an officer's words, and the date that holds now (duty D2). */
export function chaserAnswer(
  state: CaseState,
  answer: string,
  { council, publicUrl, goesBy, deadlines, wording, staff }: LetterContext,
): Letter {
  const by = state.stage === 'acknowledged' ? dueInWords(deadlines, responseDeadline(state)) : undefined;
  return {
    subject: `Your complaint ${state.reference}: where it has got to`,
    blocks: [
      greeting(state),
      ...paragraphs(wordsOf(othersWrite(state) ? 'news-opening-others' : 'news-opening', wording)),
      ...paragraphs(answer),
      ...(by ? [{ paragraph: `You will have our full answer by ${by}.` }] : []),
      ...howToAdd({ council, publicUrl, goesBy }, state.reference, directLineOf(state, staff)),
      { paragraph: whoAnswersFor(state, { council, staff }) },
    ],
  };
}
