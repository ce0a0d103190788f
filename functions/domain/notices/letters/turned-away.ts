import type { CouncilFacts } from '../../../../council/facts.ts';
import type { Actor } from '../../cases/actor.ts';
import type { CaseOmbudsman, CaseState } from '../../cases/case.ts';
import type { Block } from '../notice.ts';

// What the letters share that tell somebody that their message, or a part of it, goes another way.

/** As an officer decided it, else as triage suggests: it is named, and nothing is said of what it can do. */
export function ombudsmanOf(state: CaseState): CaseOmbudsman {
  const was = state.stage === 'closed' ? state.was : state;
  if ('ombudsman' in was && was.ombudsman !== undefined) return was.ombudsman;
  return state.suggestion.ombudsman === 'HOS' ? 'HOS' : 'LGSCO';
}

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
