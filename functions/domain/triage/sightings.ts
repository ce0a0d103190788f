import type { Message, Passage } from './message.ts';
import type { Match, Phrases } from './phrases.ts';
import type { Sighting, Words } from './sighting.ts';
import { allSights } from './sights/all-sights.ts';
import { allSignals } from './signals/all-signals.ts';
import { type Word, wordsOf } from './words.ts';

/** Everything that the signals see in a message, with its words. What stands under a message says who they are, so it is looked at too. */
export function sightingsIn(message: Message, said: readonly Words[], phrases: Phrases): readonly Sighting[] {
  const all = [...said, { passage: message.signature, words: wordsOf(message.signature) }];
  const byPhrase = all.flatMap(({ passage, words }) => phrases.matchesIn(words).map((match) => sightingOf(match, passage, words)));
  return [...byPhrase, ...allSights.flatMap((sight) => sight(message, said, byPhrase))];
}

function sightingOf({ id, from, to }: Match, passage: Passage, words: readonly Word[]): Sighting {
  const { name, about, policy } = allSignals[id] ?? unknownSignal;
  const start = words[from]?.start ?? 0;
  const end = words[to - 1]?.end ?? start;
  return { signal: name, evidence: { about, in: passage.in, quote: passage.received.slice(start, end), start, end, policy } };
}

const unknownSignal = { name: 'unknown', about: 'other', policy: '' };
