import type { CaseState } from '../../cases/case.ts';
import type { EventOf } from '../../cases/event.ts';
import { answeredParty, answeredRepresentative, correspondent } from '../../cases/people/answered.ts';
import type { Letter } from '../notice.ts';
import { howToAdd, howToAddUnseen, type LetterContext, signedByTeam } from '../parts.ts';
import { letterOf, section } from '../sections.ts';

/** To whoever sent files in which a virus was found: nothing of the complaint stands in it but its reference and what they called those files. */
export function fileInfected(
  state: CaseState,
  { names }: EventOf<'told-of-infected-files'>,
  { council, publicUrl, goesBy }: LetterContext,
): Letter {
  const { name } = correspondent(state);
  const one = names.length === 1;
  // Without an email from us they have no link to that page.
  const opensPage = goesBy === 'email' && mayReadOfIt(state);
  const waysToSend = opensPage
    ? 'add it on the page where you see how it stands, send it by email, or post it'
    : 'send it by email or post';
  return letterOf(`${state.reference}: ${one ? 'a file' : 'files'} that we cannot open`, [
    { paragraph: name ? `Dear ${name}` : 'Hello' },
    {
      paragraph: `We check every file that people send us for viruses. We found one in ${one ? 'this file' : 'these files'}, which you sent us about ${state.reference}:`,
    },
    { list: names },
    { paragraph: `Nobody here can open ${one ? 'it' : 'them'}, so nobody has seen what is in ${one ? 'it' : 'them'}.` },
    { paragraph: 'We have all the rest of what you sent, and it counts in full. You do not lose your place, and no date moves.' },
    section(
      'next-step',
      { heading: 'If you want us to see it' },
      {
        paragraph: `Please send us a new copy: a new photo, a PDF, or a copy on paper. The same file would still have the virus in it. You can ${waysToSend}.`,
      },
      { paragraph: 'If you would like help with this, ring us or visit us. You do not have to send it again if you do not want to.' },
    ),
    { paragraph: 'The phone or computer that you sent it from may have the virus too, so it is worth having it checked.' },
    ...(mayReadOfIt(state)
      ? howToAdd({ council, publicUrl, goesBy }, state.reference)
      : howToAddUnseen({ council, goesBy }, state.reference)),
    signedByTeam(council),
  ]);
}

/** Whoever may not be told of the complaint yet cannot open its page (duty D18). */
function mayReadOfIt(state: CaseState): boolean {
  return state.people?.representative ? answeredRepresentative(state) !== undefined : answeredParty(state) !== undefined;
}
