import type { CaseState } from '../../cases/case.ts';
import type { EventData } from '../../cases/event.ts';
import type { Block, Letter } from '../notice.ts';
import { dear, howToAdd, type LetterContext, paragraphs, signedByTeam } from '../parts.ts';
import { wordsOf } from '../wording/pieces.ts';

// To somebody who speaks for another: nothing in these letters is about the person (policy section 2; duty D18).

type Recorded = Extract<EventData, { type: 'representative-recorded' }>;
type Refused = Extract<EventData, { type: 'authority-refused' }>;

/** What we need before we can tell them anything. */
export function authorityNeeded({ reference }: CaseState, { representative }: Recorded, context: LetterContext): Letter {
  const { t } = context.words;
  return {
    subject: t('authority.subject', { reference }),
    blocks: [
      dear(representative.name, context),
      { paragraph: t('authority.understood', { reference }) },
      ...whatShowsIt(context),
      ...howToAdd(context, reference),
      signedByTeam(context.council),
    ],
  };
}

/** Also in the receipt to somebody who wrote for another. */
export function whatShowsIt({ wording, words }: Pick<LetterContext, 'wording' | 'words'>): readonly Block[] {
  const { t } = words;
  return [
    { heading: t('authority.howToShow') },
    ...paragraphs(wordsOf('authority-what-to-send', wording, words)),
    {
      list: [t('authority.signedNote'), t('authority.powerOfAttorney'), t('authority.parent'), t('authority.court'), t('authority.will')],
    },
    { paragraph: t('authority.untilThen') },
  ];
}

/** Why we cannot tell them anything. The complaint goes on. */
export function authorityRefused({ reference, people }: CaseState, { reason }: Refused, context: LetterContext): Letter {
  const { t } = context.words;
  return {
    subject: t('authority.refusedSubject', { reference }),
    blocks: [
      dear(people?.representative?.name, context),
      { paragraph: t('authority.refused', { reference }) },
      { heading: t('shared.why') },
      ...paragraphs(reason),
      { paragraph: t('authority.ifThisChanges') },
      ...howToAdd(context, reference),
      signedByTeam(context.council),
    ],
  };
}
