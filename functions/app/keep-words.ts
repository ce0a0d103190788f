import type { Reference } from '../domain/cases/actor.ts';
import { wordsOfCase } from '../domain/desk/search-words.ts';
import type { CaseStore, WordIndex } from './ports.ts';

/** Lets a case be found by the words that stand in it now, and no more by those that were moved out of it. Harmless to call at any time. */
export async function keepWords(
  { store, words }: { readonly store: Pick<CaseStore, 'loadFile'>; readonly words: WordIndex },
  reference: Reference,
): Promise<void> {
  const file = await store.loadFile(reference);
  if (file) await words.keep(reference, wordsOfCase(file.state, file.contacts));
}
