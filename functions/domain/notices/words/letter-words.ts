import type { Catalogue, KeyOf } from '../../words/catalogue.ts';
import { createWords, english, type Language, type Words } from '../../words/words.ts';
import en from './en.json' with { type: 'json' };

/** Every sentence of letters to residents. English is the measure, as for pages; what officers are sent is English alone and stands in its letters. */
export type LetterKey = KeyOf<typeof en>;

/** The words of letters in one language. */
export type LetterWords = Words<LetterKey>;

export const englishLetters = createWords<LetterKey>(english, en, en);

/** By tag: those that are offered besides English. */
export type Translations = ReadonlyMap<string, LetterWords>;

/** Of these languages those that have a catalogue. */
export function translationsInto(languages: readonly Language[], catalogues: Readonly<Record<string, Catalogue>>): Translations {
  return new Map(
    languages.flatMap((language) => {
      const catalogue = catalogues[language.tag];
      return catalogue ? [[language.tag, createWords<LetterKey>(language, catalogue, en)] as const] : [];
    }),
  );
}
