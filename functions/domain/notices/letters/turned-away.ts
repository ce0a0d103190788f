import type { CouncilFacts } from '../../../../council/facts.ts';
import type { Actor } from '../../cases/actor.ts';
import type { Block } from '../notice.ts';
import type { WithLetterWords } from '../parts.ts';

// What the letters share that tell somebody that their message, or a part of it, goes another way.

/** In an officer's words, and only where it is not the whole. */
export function partOfIt(part: string | undefined, { words }: WithLetterWords): readonly Block[] {
  return part === undefined ? [] : [{ heading: words.t('turnedAway.whichPart') }, { paragraph: part }];
}

export function theRestGoesOn(part: string | undefined, { words }: WithLetterWords): readonly Block[] {
  return part === undefined ? [] : [{ paragraph: words.t('turnedAway.theRestGoesOn') }];
}

/** Whoever decided it, by name. */
export function signedBy(by: Actor, council: CouncilFacts): Block {
  const who = by.kind === 'officer' ? [by.name] : [];
  return { paragraph: [...who, council.complaints.teamName, council.name].join(', ') };
}
