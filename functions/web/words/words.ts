import { createWords, english, type Words as WordsOf } from '../../domain/words/words.ts';
import { englishCatalogue, type WordKey } from './catalogue.ts';

/** The words of residents' pages in one language. */
export type Words = WordsOf<WordKey>;

export const englishWords = createWords<WordKey>(english, englishCatalogue, englishCatalogue);

/** What a contact says of the pages on which it was written; nothing where they were English. */
export function tagUnlessEnglish({ language }: Words): string | undefined {
  return language.tag === english.tag ? undefined : language.tag;
}
