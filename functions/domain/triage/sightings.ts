import type { Message } from './message.ts';
import type { Sighting, Sought, Words } from './sighting.ts';
import { allSights } from './sights/all-sights.ts';
import type { SignalLabel } from './signals/signal.ts';
import { wordsOf } from './words.ts';

/** Everything that the signals see in a message, with its words. What stands under a message says who they are, so it is looked at too. */
export function sightingsIn(message: Message, said: readonly Words[], { phrases, signals }: Sought): readonly Sighting[] {
  const all = [...said, { passage: message.signature, words: wordsOf(message.signature) }];
  const byPhrase: Sighting[] = [];
  for (const { passage, words } of all) {
    for (const { id, from, to } of phrases.matchesIn(words)) {
      const { name, about, policy } = signals[id] ?? unknownSignal;
      const start = words[from]?.start ?? 0;
      const end = words[to - 1]?.end ?? start;
      byPhrase.push({ signal: name, evidence: { about, in: passage.in, quote: passage.received.slice(start, end), start, end, policy } });
    }
  }
  return [...byPhrase, ...allSights.flatMap((sight) => sight(message, said, byPhrase))];
}

const unknownSignal: SignalLabel = { name: 'unknown', about: 'other', policy: '' };
