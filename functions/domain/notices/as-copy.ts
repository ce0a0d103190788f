import { englishLetters } from '../words/letter-words.ts';
import type { Letter } from './notice.ts';
import { withAfter } from './with-after.ts';

/** Says below the greeting why they get it, and that “you” are all of them. */
export function asCopy(letter: Letter): Letter {
  return withAfter(letter, 1, { paragraph: englishLetters.t('copies.whoYouAre') }, undefined);
}
