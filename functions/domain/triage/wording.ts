import type { Passage } from './message.ts';

/** Phrases that mean the same for a rule, and what each of them weighs. */
export type Wording = { readonly weight: number; readonly pattern: RegExp };

/** Whole words, in plain lower case; a space is any few spaces (` ?`: or none). A phrase may use the pattern language where people vary it. */
export function wording(weight: number, ...phrases: readonly string[]): Wording {
  const source = byFirstLetter(phrases)
    .join('|')
    .replace(/ \??/g, (space) => (space === ' ?' ? ' {0,3}' : ' {1,3}'));
  return { weight, pattern: new RegExp(`\\b(?:${source})(?![a-z0-9])`, 'g') };
}

/** Phrases that begin with the same letter share it, so that at most words of a message one look at the letter is enough. */
function byFirstLetter(phrases: readonly string[]): readonly string[] {
  const plain = phrases.filter((phrase) => /^[a-z][a-z' ]/.test(phrase));
  const grouped = Object.entries(Object.groupBy(plain, (phrase) => phrase.charAt(0)));
  const shared = grouped.map(([letter, group = []]) => `${letter}(?:${group.map((phrase) => phrase.slice(1)).join('|')})`);
  return [...shared, ...phrases.filter((phrase) => !plain.includes(phrase))];
}

export type Place = { readonly start: number; readonly end: number };

/** The first places of different words that match a pattern (with the flag `g`), at most `most` of them. */
export function placesOf(pattern: RegExp, passage: Passage, most: number): readonly Place[] {
  const places = new Map<string, Place>();
  for (const found of passage.words.matchAll(pattern)) {
    if (!places.has(found[0])) places.set(found[0], { start: found.index, end: found.index + found[0].length });
    if (places.size === most) break;
  }
  return [...places.values()];
}
