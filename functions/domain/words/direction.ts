import type { Language } from './words.ts';

const rightToLeft = /\p{Script=Arabic}|\p{Script=Hebrew}/u;

/** What an officer wrote in English stands in a letter that reads from right to left, and reads from left to right; undefined where a text reads as its letter. `letter`: the language around it; absent for English. */
export function ownDirection(text: string, letter?: Pick<Language, 'direction'>): 'ltr' | undefined {
  return letter?.direction === 'rtl' && !rightToLeft.test(text) ? 'ltr' : undefined;
}
