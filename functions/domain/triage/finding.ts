import type { Message, Passage } from './message.ts';
import type { Evidence, Flag, Ombudsman, Procedure, Route, Service } from './suggestion.ts';

/** What a finding speaks about. */
export type About =
  | { readonly kind: 'route'; readonly route: Route }
  | { readonly kind: 'service'; readonly service: Service }
  | { readonly kind: 'flag'; readonly flag: Flag }
  | { readonly kind: 'ombudsman'; readonly ombudsman: Exclude<Ombudsman, 'none'> }
  | { readonly kind: 'procedure'; readonly procedure: Procedure };

/**
 * What one rule found in the words. `weight`: 1 is a hint, 2 speaks for it, 4 settles it unless something else is as clear; below zero it speaks
 * against.
 */
export type Finding = { readonly about: About; readonly weight: number; readonly evidence: Evidence };

/** A rule sees one thing in a message. It reads, it never decides: the weighing does. */
export type Rule = (message: Message) => readonly Finding[];

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

/** So many different words of one wording count; the same words again add nothing. */
const mostOfOneWording = 3;

/** Where each wording stands in the passages: its first few different words. */
export function findingsOf(about: About, policy: string, wordings: readonly Wording[], passages: readonly Passage[]): readonly Finding[] {
  return wordings.flatMap(({ weight, pattern }) =>
    passages.flatMap((passage) =>
      placesOf(pattern, passage, mostOfOneWording).map((place) => findingAt(about, policy, weight, passage, place)),
    ),
  );
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

export function findingAt(about: About, policy: string, weight: number, passage: Passage, { start, end }: Place): Finding {
  return {
    about,
    weight,
    evidence: { about: nameOf(about), in: passage.in, quote: passage.received.slice(start, end), start, end, policy },
  };
}

function nameOf(about: About): string {
  switch (about.kind) {
    case 'route':
      return about.route;
    case 'service':
      return about.service;
    case 'flag':
      return about.flag;
    case 'ombudsman':
      return about.ombudsman;
    case 'procedure':
      return about.procedure;
  }
}
