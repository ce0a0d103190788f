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
export function receipt(state: Received, files: number, { council, publicUrl, goesBy, deadlines, wording }: LetterContext): Letter {
  const by = dueInWords(deadlines, 'acknowledge');
  return {
    subject: `We have your message: ${state.reference}`,
    blocks: [
      greeting(state),
      { paragraph: `Thank you for contacting ${council.name}. We have ${whatWeHave(files)}. Your reference is ${state.reference}.` },
      { heading: 'What happens next' },
      ...paragraphs(wordsOf('receipt-who-reads', wording)),
      { paragraph: isUnsettled(state) ? whatComesOfAnothers(by) : whatComes(by) },
      { paragraph: 'You do not need to send it again.' },
      ...(isUnsettled(state) ? whatShowsIt(wording) : []),
      inDanger(council),
      ...(isUnsettled(state)
        ? howToAddUnseen({ council, goesBy }, state.reference)
        : howToAdd({ council, publicUrl, goesBy }, state.reference)),
      ...paragraphs(wordsOf('receipt-another-format', wording)),
      ...(state.suggestion.otherLanguage ? [{ list: council.otherLanguages.map(({ tellUs }) => tellUs) }] : []),
      signedByTeam(council),
    ],
  };
}

/** So that nobody wonders whether their photos went with it. */
function whatWeHave(files: number): string {
  if (files === 0) return 'your message';
  return files === 1 ? 'your message and the file that came with it' : `your message and the ${files} files that came with it`;
}

function whatComes(by: string | undefined): string {
  return by
    ? `We will write to you by ${by} to say who is looking into it and when you will have an answer.`
    : 'We will write to you to say who is looking into it and when you will have an answer.';
}

/** Nothing is promised that they may not be told (duty D18). */
function whatComesOfAnothers(by: string | undefined): string {
  const when = by ? `By ${by} we will have confirmed` : 'We will confirm';
  return `${when} what we are looking into. Until we know that you can act for the person, we cannot write to you about that, only about how you can show it.`;
}
