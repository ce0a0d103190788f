import type { CaseState } from '../../cases/case.ts';
import type { EventOf } from '../../cases/event.ts';
import { answeredParty, answeredRepresentative, correspondent } from '../../cases/people/answered.ts';
import type { Letter } from '../notice.ts';
import { dear, howToAdd, howToAddUnseen, type LetterContext, signedByTeam } from '../parts.ts';
import { letterOf, section } from '../sections.ts';

/** To whoever sent files in which a virus was found: nothing of the complaint stands in it but its reference and what they called those files. */
export function fileInfected(state: CaseState, { names }: EventOf<'told-of-infected-files'>, context: LetterContext): Letter {
  const { t } = context.words;
  const { reference } = state;
  const count = names.length;
  // Without an email from us they have no link to that page.
  const opensPage = context.goesBy === 'email' && mayReadOfIt(state);
  return letterOf(t('fileInfected.subject', { reference, count }), [
    dear(correspondent(state).name, context),
    { paragraph: t('fileInfected.found', { reference, count }) },
    { list: names },
    { paragraph: t('fileInfected.unseen', { count }) },
    { paragraph: t('fileInfected.theRestCounts') },
    section(
      'next-step',
      { heading: t('fileInfected.ifYouWant') },
      { paragraph: opensPage ? t('fileInfected.sendAgainOrAdd') : t('fileInfected.sendAgain') },
      { paragraph: t('fileInfected.help') },
    ),
    { paragraph: t('fileInfected.checkYours') },
    ...(mayReadOfIt(state) ? howToAdd(context, reference) : howToAddUnseen(context, reference)),
    signedByTeam(context.council),
  ]);
}

/** Whoever may not be told of the complaint yet cannot open its page (duty D18). */
function mayReadOfIt(state: CaseState): boolean {
  return state.people?.representative ? answeredRepresentative(state) !== undefined : answeredParty(state) !== undefined;
}
