import type { Outcome } from './case.ts';

// An answer is not to say in its words what its decision does not (duty D33). Only plain phrases are looked for, so a person confirms or changes them.

const upholding =
  /\b(?:we|i) (?:(?:have|are|do|now|also|therefore|partly|partially|fully) ){0,3}(?:uphold|upheld|upholding)\b|\b(?:is|are|was|were|been) (?:(?:now|also|therefore|partly|partially|fully) ){0,2}upheld\b/;
const notUpholding =
  /\b(?:do not|don't|did not|didn't|cannot|can't|can not|have not|haven't|are not|aren't) (?:\w+ ){0,2}(?:uphold|upheld|upholding)\b|\bnot (?:\w+ )?upheld\b/;

/** What the words say of the outcome that is not so; undefined where they do not contradict it. Where part is upheld they may say both. */
export function contradictedBy(words: string, outcome: Outcome): 'we uphold' | 'we do not uphold' | undefined {
  const plain = words.toLowerCase().replaceAll('’', "'").replace(/\s+/g, ' ');
  if (outcome === 'not-upheld' && upholding.test(plain)) return 'we uphold';
  return outcome === 'upheld' && notUpholding.test(plain) ? 'we do not uphold' : undefined;
}
