import type { Reference } from '../domain/cases/actor.ts';
import { wordsOfCase } from '../domain/desk/search-words.ts';
import type { CaseFile, WordIndex } from './ports.ts';

/** Lets a case be found by the words that stand in it now, and no more by those that were moved out of it. Harmless to call at any time. */
export const keepWords = (
  words: WordIndex,
  reference: Reference,
  { state, contacts }: Pick<CaseFile, 'state' | 'contacts'>,
): Promise<void> => words.keep(reference, wordsOfCase(state, contacts));
