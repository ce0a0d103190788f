import { readMessage } from './reading.ts';

// Whether two messages say the same in nearly the same words: a letter that was e-mailed as well, or a campaign's text. Their runs of three words are
// compared, by a small sample of their keyed hashes: from what is kept, no word can be read.

/** Shorter texts are alike by accident ("my bin was missed again"). */
const fewestWords = 12;
/** The beginning of a message says what it is about. */
const mostWords = 600;
const wordsOfARun = 3;
/** How many hashes stand for a message: with these, one alike by half is told from one alike by a tenth nearly always. */
const sampled = 24;
/** Typed off a letter with mistakes and words left out is still above; two accounts of one matter in different words are well below. */
const alike = 0.3;

/** Opaque text for a text, the same each time. */
export type Hash = (text: string) => string;

/** A sample of the message's own words; undefined where there are too few to tell. */
export function sampleOf(text: string, hash: Hash): readonly string[] | undefined {
  const own = readMessage(text).own.map((range) => range.text);
  const words =
    own
      .join(' ')
      .normalize('NFKD')
      .toLowerCase()
      .replace(/\p{M}/gu, '')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length < fewestWords) return undefined;
  const said = words.slice(0, mostWords);
  const runs = said.slice(0, 1 - wordsOfARun).map((_, index) => said.slice(index, index + wordsOfARun).join(' '));
  return [...new Set([...new Set(runs)].map(hash))].sort().slice(0, sampled);
}

/** Of all that either says, the share that both say, as their samples let one judge: 0 to 1. */
export function likeness(one: readonly string[], other: readonly string[]): number {
  const both = [...new Set([...one, ...other])].sort().slice(0, sampled);
  const shared = both.filter((hash) => one.includes(hash) && other.includes(hash));
  return both.length === 0 ? 0 : shared.length / both.length;
}

export function saysTheSame(one: readonly string[], other: readonly string[]): boolean {
  return likeness(one, other) >= alike;
}
