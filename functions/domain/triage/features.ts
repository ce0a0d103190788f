import type { Channel } from '../intake/contact.ts';
import { remembering } from './remembering.ts';
import type { Sighting, Words } from './sighting.ts';
import { sentenceEnd, type Word } from './words.ts';

// What the learned judgement looks at: each signal, and the stems that the message is made of. A feature is a number (32 bits) made of its name, so
// that no list of words has to be kept; two features that share a number by chance are one feature, in learning as in use.

/**
 * Stems and pairs of neighbouring stems in the order of the message, again each time they stand there. In columns: a message has thousands. The words
 * of an entry are so many from a place in a passage (0 is the subject).
 */
export type Stems = {
  readonly ids: Uint32Array;
  readonly passages: Uint8Array;
  readonly places: Uint32Array;
  readonly wordCounts: Uint8Array;
};

/** People say what happened first and what they want last. */
const wordsAtAnEnd = 25;
/** The same signal again says a little more, to the third time. */
const mostOfOneSignal = 3;

function numberOf(name: string): number {
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

/** Stems and pairs of neighbours, and those near the beginning and the end again under their own numbers. */
function stemsOf(said: readonly Words[]): Stems {
  const most = mostOfOneWord * said.reduce((sum, { words }) => sum + words.length, 0);
  const ids = new Uint32Array(most);
  const passages = new Uint8Array(most);
  const places = new Uint32Array(most);
  const wordCounts = new Uint8Array(most);
  let count = 0;
  for (const [passage, { words }] of said.entries()) {
    const add = (id: number, place: number, wordCount: number) => {
      ids[count] = id;
      passages[count] = passage;
      places[count] = place;
      wordCounts[count] = wordCount;
      count += 1;
    };
    let after = stemAt(words, 0);
    for (let at = 0; at < words.length; at += 1) {
      const stem = after;
      after = stemAt(words, at + 1);
      if (stem === 0) continue;
      add(stem, at, 1);
      if (after !== 0) add(pairOf(stem, after, pairs), at, 2);
      if (at < wordsAtAnEnd) add(pairOf(stem, 0, begins), at, 1);
      if (at >= words.length - wordsAtAnEnd) add(pairOf(stem, 0, ends), at, 1);
    }
  }
  return {
    ids: ids.subarray(0, count),
    passages: passages.subarray(0, count),
    places: places.subarray(0, count),
    wordCounts: wordCounts.subarray(0, count),
  };
}

/** Itself, its pair, at the beginning, at the end. */
const mostOfOneWord = 4;

/** 0 for the end of a sentence, or of the message. */
function stemAt(words: readonly Word[], at: number): number {
  const word = words[at];
  return word === undefined || word.text === sentenceEnd ? 0 : stemNumber(word);
}

/** What a message is to the learned judgement: how often each signal was seen, and its stems. */
export type Features = { readonly signals: ReadonlyMap<number, number>; readonly stems: Stems };

export function featuresOf(channel: Channel, said: readonly Words[], sightings: readonly Sighting[]): Features {
  const signals = new Map<number, number>([
    [numberOf('always'), 1],
    [numberOf(`channel:${channel}`), 0.5],
  ]);
  for (const { signal } of sightings) {
    const id = signalNumber(signal);
    signals.set(id, Math.min(mostOfOneSignal, (signals.get(id) ?? 0) + 1));
  }
  return { signals, stems: stemsOf(said) };
}

/** Signals are named by our own code: as many as that names, and their numbers are worked out once. */
const signalNumbers = new Map<string, number>();

export function signalNumber(signal: string): number {
  const known = signalNumbers.get(signal);
  if (known !== undefined) return known;
  const number = numberOf(`signal:${signal}`);
  signalNumbers.set(signal, number);
  return number;
}

const stemNumber = remembering((word) => numberOf(stemOf(word)) || 1);

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
