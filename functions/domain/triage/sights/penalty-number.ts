import type { Message } from '../message.ts';
import type { Sighting, Words } from '../sighting.ts';

/** Two letters and seven or eight digits: the number of a penalty charge, on whatever authority's. */
const penaltyNumber = /^[a-z]{2}\d{7,8}$/;
/** Most words are shorter: no pattern is asked about them. */
const shortestNumber = 9;

export function givesAPenaltyNumber(_: Message, said: readonly Words[]): readonly Sighting[] {
  for (const { passage, words } of said) {
    const number = words.find(({ text }) => text.length >= shortestNumber && penaltyNumber.test(text));
    if (!number) continue;
    const { start, end } = number;
    const quote = passage.received.slice(start, end);
    return [
      { signal: 'gives-a-penalty-number', evidence: { about: 'statutory-appeal', in: passage.in, quote, start, end, policy: 'section 3' } },
    ];
  }
  return [];
}
