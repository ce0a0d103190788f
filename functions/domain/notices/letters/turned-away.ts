import type { CouncilFacts } from '../../../../council/facts.ts';
import type { Actor } from '../../cases/actor.ts';
import type { Block } from '../notice.ts';

// What the letters share that tell somebody that their message, or a part of it, goes another way.

/** In an officer's words, and only where it is not the whole. */
export function partOfIt(part: string | undefined): readonly Block[] {
  return part === undefined ? [] : [{ heading: 'Which part of your message' }, { paragraph: part }];
}

export function theRestGoesOn(part: string | undefined): readonly Block[] {
  return part === undefined
    ? []
    : [{ paragraph: 'We are still dealing with the rest of your message. You will hear from us about that separately.' }];
}

/** Whoever decided it, by name. */
export function signedBy(by: Actor, council: CouncilFacts): Block {
  const who = by.kind === 'officer' ? [by.name] : [];
  return { paragraph: [...who, council.complaints.teamName, council.name].join(', ') };
}
