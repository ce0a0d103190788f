import type { Channel } from '../intake/contact.ts';
import type { Sighting, Words } from './sighting.ts';
import { sentenceEnd, type Word } from './words.ts';

// What the learned judgement looks at: each signal, and the stems that the message is made of. A feature is a number (32 bits) made of its name, so
// that no list of words has to be kept; two features that share a number by chance are one feature, in learning as in use.

/** A stem or a pair of stems, and the words of its first mention in a passage (0 is the subject). */
export type StemAt = { readonly id: number; readonly passage: number; readonly from: number; readonly to: number };

/** People say what happened first and what they want last. */
const wordsAtAnEnd = 25;
/** The same signal again says a little more, to the third time. */
const mostOfOneSignal = 3;

export function numberOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < name.length; index += 1) hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}

function pairOf(one: number, other: number, salt: number): number {
  return (Math.imul(one ^ salt, 0x85ebca6b) + Math.imul(other, 0xc2b2ae35)) >>> 0;
}

const pairs = 1;
const begins = 2;
const ends = 3;

/** Stems and pairs of neighbours, and those near the beginning and the end again under their own numbers; each once. */
function stemsIn(words: readonly Word[], passage: number): readonly StemAt[] {
  const found = new Map<number, StemAt>();
  const add = (id: number, from: number, to: number) => {
    if (!found.has(id)) found.set(id, { id, passage, from, to });
  };
  const stems = words.map(({ text }) => (text === sentenceEnd ? 0 : stemNumber(text)));
  for (const [at, stem] of stems.entries()) {
    if (stem === 0) continue;
    add(stem, at, at + 1);
    const after = stems[at + 1] ?? 0;
    if (after !== 0) add(pairOf(stem, after, pairs), at, at + 2);
    if (at < wordsAtAnEnd) add(pairOf(stem, 0, begins), at, at + 1);
    if (at >= stems.length - wordsAtAnEnd) add(pairOf(stem, 0, ends), at, at + 1);
  }
  return [...found.values()];
}

/** What a message is to the learned judgement: how often each signal was seen, and its stems. */
export type Features = { readonly signals: ReadonlyMap<number, number>; readonly stems: readonly StemAt[] };

export function featuresOf(channel: Channel, said: readonly Words[], sightings: readonly Sighting[]): Features {
  const signals = new Map<number, number>([
    [numberOf('always'), 1],
    [numberOf(`channel:${channel}`), 0.5],
  ]);
  for (const { signal } of sightings) {
    const id = numberOf(`signal:${signal}`);
    signals.set(id, Math.min(mostOfOneSignal, (signals.get(id) ?? 0) + 1));
  }
  return { signals, stems: said.flatMap(({ words }, passage) => stemsIn(words, passage)) };
}

/** Words are few: the stems of one process fill a map that stays small, and a hostile text cannot grow it without end. */
const known = new Map<string, number>();
const mostKnown = 50_000;

function stemNumber(word: string): number {
  let number = known.get(word);
  if (number === undefined) {
    number = numberOf(stemOf(word)) || 1;
    if (known.size < mostKnown) known.set(word, number);
  }
  return number;
}

/** Enough of a word to know it again: `reported`, `reporting` and `reports` are one. */
function stemOf(word: string): string {
  if (/^\d/.test(word)) return /^20\d\d$/.test(word) ? '2000' : word.length > 5 ? '000000' : '0';
  if (word.length < 4) return word;
  return word
    .replace(/(?:ies|ied)$/, 'y')
    .replace(/sses$/, 'ss')
    .replace(/([^s])s$/, '$1')
    .replace(/(?:ing|ed|ly|ment|ness)$/, (ending, at: number) => (at >= 3 ? '' : ending))
    .replace(/e$/, '')
    .replace(/(.)\1$/, '$1');
}
