import type { CaseState } from '../../cases/case.ts';
import type { EventData } from '../../cases/event.ts';
import type { Block, Letter } from '../notice.ts';
import { howToAdd, type LetterContext, paragraphs, signedByTeam } from '../parts.ts';
import { type Wording, wordsOf } from '../wording/pieces.ts';

// To somebody who speaks for another: nothing in these letters is about the person (policy section 2; duty D18).

type Recorded = Extract<EventData, { type: 'representative-recorded' }>;
type Refused = Extract<EventData, { type: 'authority-refused' }>;

/** What we need before we can tell them anything. */
export function authorityNeeded(
  state: CaseState,
  { representative }: Recorded,
  { council, publicUrl, goesBy, wording }: LetterContext,
): Letter {
  return {
    subject: `${state.reference}: what we need from you`,
    blocks: [
      dear(representative.name),
      {
        paragraph: `We understand that you speak for somebody else about ${state.reference}. We have started work on it, and you do not have to do anything for that. We can share what we find with you once we know that you are allowed to act for them.`,
      },
      ...whatShowsIt(wording),
      ...howToAdd({ council, publicUrl, goesBy }, state.reference),
      signedByTeam(council),
    ],
  };
}

/** Also in the receipt to somebody who wrote for another. */
export function whatShowsIt(wording: Wording | undefined): readonly Block[] {
  return [
    { heading: 'How to show that you can act for somebody' },
    ...paragraphs(wordsOf('authority-what-to-send', wording)),
    {
      list: [
        'a note that the person has signed, saying that you can act for them in this complaint',
        'a lasting power of attorney that has been registered',
        'for your own child, a short note that you have parental responsibility',
        'a court paper that makes you their litigation friend or their deputy',
        'for somebody who has died, the will or the letter that lets you deal with what they left',
      ],
    },
    { paragraph: 'Until we have it, we work on the complaint and write to the person themselves where we can do so safely.' },
  ];
}

/** Why we cannot tell them anything. The complaint goes on. */
export function authorityRefused(state: CaseState, { reason }: Refused, { council, publicUrl, goesBy }: LetterContext): Letter {
  return {
    subject: `${state.reference}: why we cannot write to you about it`,
    blocks: [
      dear(state.people?.representative?.name),
      {
        paragraph: `You told us that you speak for somebody else about ${state.reference}. We cannot share anything about it with you. The complaint itself goes on, and we write to the person themselves.`,
      },
      { heading: 'Why' },
      ...paragraphs(reason),
      { paragraph: 'If this changes, send us what shows that you can act for them and we will look at it again.' },
      ...howToAdd({ council, publicUrl, goesBy }, state.reference),
      signedByTeam(council),
    ],
  };
}

function dear(name: string | undefined): Block {
  return { paragraph: name ? `Dear ${name}` : 'Hello' };
}
