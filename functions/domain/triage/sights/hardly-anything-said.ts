import type { Message } from '../message.ts';
import type { Sighting, Words } from '../sighting.ts';
import { sentenceEnd } from '../words.ts';

const fewestWords = 4;

/** An empty message, or one of a word or two ("test", "cvvv"): nothing that anybody could act on. A person looks at it all the same. */
export function hardlyAnythingSaid(_message: Message, said: readonly Words[]): readonly Sighting[] {
  // Enough of the first words settle it, ends of sentences between them included: no two of those stand together.
  const first = said.map(({ passage, words }) => ({ passage, words: words.slice(0, 2 * fewestWords) }));
  const all = first.flatMap(({ passage, words }) => words.filter(({ text }) => text !== sentenceEnd).map((word) => ({ passage, word })));
  if (all.length >= fewestWords) return [];
  const last = all.at(-1);
  const { start, end } = last?.word ?? { start: 0, end: 0 };
  const quote = last?.passage.received.slice(start, end) ?? '';
  const signal = last ? 'says-hardly-anything' : 'says-nothing';
  return [{ signal, evidence: { about: 'other', in: last?.passage.in ?? 'text', quote, start, end, policy: 'section 2' } }];
}
