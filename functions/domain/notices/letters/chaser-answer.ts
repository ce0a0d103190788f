import type { CaseState } from '../../cases/case.ts';
import type { Letter } from '../notice.ts';
import { directLineOf, dueInWords, greeting, howToAdd, type LetterContext, paragraphs, responseDeadline, whoAnswersFor } from '../parts.ts';
import { wordsOf } from '../wording/pieces.ts';

/** Whoever asked may not be whoever reads it. */
function othersWrite({ people, writers }: CaseState): boolean {
  return [people?.representative, people?.firstWriter, people?.group, writers].some((others) => others !== undefined);
}

/** Where a complaint has got to, whoever of those who write about it asked: an officer's words, and the date that holds now (duty D2). */
export function chaserAnswer(state: CaseState, answer: string, context: LetterContext): Letter {
  const { wording, words, staff } = context;
  const { t } = words;
  const { reference } = state;
  const date = state.stage === 'acknowledged' ? dueInWords(context, responseDeadline(state)) : undefined;
  return {
    subject: t('shared.whereItStands', { reference }),
    blocks: [
      greeting(state, context),
      ...paragraphs(wordsOf(othersWrite(state) ? 'news-opening-others' : 'news-opening', wording, words)),
      ...paragraphs(answer),
      ...(date ? [{ paragraph: t('shared.answerBy', { date }) }] : []),
      ...howToAdd(context, reference, directLineOf(state, staff)),
      { paragraph: whoAnswersFor(state, context) },
    ],
  };
}
