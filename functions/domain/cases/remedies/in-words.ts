import { withLargeLetter } from '../../first-letter.ts';
import { inPounds, namesSum } from './money.ts';
import type { RemedyPromise } from './remedy.ts';

// What was promised, by its own words and never without its sum: a number means nothing to who reads it.

export type PromisedThing = Pick<RemedyPromise, 'what' | 'amountPence'>;

/** Inside other words: `Mend the lift`, `Pay you for the taxi (£12.50)`. */
export function promiseNamed({ what, amountPence }: PromisedThing): string {
  const words = what.replace(/\.$/, '');
  return amountPence === undefined || namesSum(words, amountPence) ? words : `${words} (${inPounds(amountPence)})`;
}

/** With a capital letter and a full stop, however an officer typed it. */
export function asSentence(words: string): string {
  const begun = withLargeLetter(words);
  return /[.!?]$/.test(begun) ? begun : `${begun}.`;
}
