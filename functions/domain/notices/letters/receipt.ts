import type { Received } from '../../cases/case.ts';
import { isUnsettled } from '../../cases/people/answered.ts';
import type { Letter } from '../notice.ts';
import { dueInWords, greeting, howToAdd, howToAddUnseen, inDanger, type LetterContext, paragraphs, signedByTeam } from '../parts.ts';
import { wordsOf } from '../wording/pieces.ts';
import { whatShowsIt } from './authority.ts';

/**
 * "We have it", sent at once. Reference, dates, how many files came with it and how to reach us, never what the person wrote: somebody else may read the mailbox (duty D6).
 * It is not the acknowledgement: that is an officer's act (deadlines.md section 6, rule 10).
 */
export function receipt(state: Received, files: number, context: LetterContext): Letter {
  const { council, wording, words } = context;
  const { t } = words;
  const { reference } = state;
  return {
    subject: t('receipt.subject', { reference }),
    blocks: [
      greeting(state, context),
      { paragraph: thanks(reference, files, context) },
      { heading: t('shared.next') },
      ...paragraphs(wordsOf('receipt-who-reads', wording, words)),
      { paragraph: isUnsettled(state) ? whatComesOfAnothers(context) : whatComes(context) },
      { paragraph: t('receipt.onlyOnce') },
      ...(isUnsettled(state) ? whatShowsIt(context) : []),
      inDanger(context),
      ...(isUnsettled(state) ? howToAddUnseen(context, reference) : howToAdd(context, reference)),
      ...paragraphs(wordsOf('receipt-another-format', wording, words)),
      ...(state.suggestion.otherLanguage ? [{ list: council.otherLanguages.map(({ tellUs }) => tellUs) }] : []),
      signedByTeam(council),
    ],
  };
}

/** With the count of files, so that nobody wonders whether their photos went with it. */
function thanks(reference: string, files: number, { council, words: { t } }: LetterContext): string {
  const said = { council: council.name, reference };
  return files === 0 ? t('receipt.thanks', said) : t('receipt.thanksWithFiles', { ...said, count: files });
}

function whatComes(context: LetterContext): string {
  const date = dueInWords(context, 'acknowledge');
  return date ? context.words.t('shared.weWriteBy', { date }) : context.words.t('receipt.weWrite');
}

/** Nothing is promised that they may not be told (duty D18). */
function whatComesOfAnothers(context: LetterContext): string {
  const date = dueInWords(context, 'acknowledge');
  return date ? context.words.t('receipt.forAnotherBy', { date }) : context.words.t('receipt.forAnother');
}
