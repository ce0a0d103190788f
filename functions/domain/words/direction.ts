import type { Language } from './words.ts';

/** From left to right in a letter that reads from right to left: what an officer wrote in English. `letter`: the language around it; absent for English. */
export function readsOtherwise(text: string, letter?: Pick<Language, 'direction'>): boolean {
  // Made here and not for the whole file: it takes a millisecond, for which every start would wait.
  return letter?.direction === 'rtl' && !/\p{Script=Arabic}|\p{Script=Hebrew}/u.test(text);
}
