import type { KeyOf, LetterCatalogues } from './catalogue.ts';
import en from './letters/en.json' with { type: 'json' };
import { createWords, english, type Language, type Words } from './words.ts';

/** Every sentence of letters to residents. English is the measure, as for pages; what officers are sent is English alone and stands in its letters. */
export type LetterKey = KeyOf<typeof en>;

/** The words of letters in one language. */
export type LetterWords = Words<LetterKey>;

export const englishLetters = createWords<LetterKey>(english, en, en);

/** By tag: those that are offered besides English. */
export type LetterWordsByTag = ReadonlyMap<string, LetterWords>;

/** Of these languages those that have a catalogue. */
export function letterWordsIn(languages: readonly Language[], catalogues: LetterCatalogues = {}): LetterWordsByTag {
  return new Map(
    languages.flatMap((language) => {
      const catalogue = catalogues[language.tag];
      return catalogue ? [[language.tag, createWords<LetterKey>(language, catalogue, en)] as const] : [];
    }),
  );
}
