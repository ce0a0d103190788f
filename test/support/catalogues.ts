import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { translations } from '../../council/languages.ts';

// English is the measure of every translation, on pages and in letters (ADR 16 and 17).

type Sentences = ReadonlyMap<string, string>;

/** The sentences of one catalogue, `section.name`. */
export function sentencesOf(folder: string, tag: string): Sentences {
  const catalogue: Record<string, Record<string, string>> = JSON.parse(readFileSync(join(folder, `${tag}.json`), 'utf8'));
  return new Map(
    Object.entries(catalogue).flatMap(([section, words]) => Object.entries(words).map(([name, text]) => [`${section}.${name}`, text])),
  );
}

export const plural = /_(zero|one|two|few|many|other)$/;
const categoriesOf = (tag: string) => new Intl.PluralRules(tag).resolvedOptions().pluralCategories;

/** The keys that a language needs: one for each plural that it has, where English counts. */
function keysFor(tag: string, english: Sentences): readonly string[] {
  const stems = new Set([...english.keys()].filter((key) => plural.test(key)).map((key) => key.replace(plural, '')));
  return [
    ...[...english.keys()].filter((key) => !plural.test(key)),
    ...[...stems].flatMap((stem) => categoriesOf(tag).map((category) => `${stem}_${category}`)),
  ].sort();
}

const markedIn = (text: string) => [...text.matchAll(/\{\{\w+\}\}|<\/?\w+>/g)].map(([found]) => found).sort();
const numbersIn = (text: string) => (text.replace(/\{\{\w+\}\}/g, '').match(/\d+/g) ?? []).sort().join();

/** Holds every translation that there is in a folder against the English one. `alike`: what is written alike in both. */
export function holdAgainstEnglish(folder: string, alike: readonly string[]): void {
  const english = sentencesOf(folder, 'en');
  const englishOf = (key: string) => english.get(key) ?? english.get(key.replace(plural, '_other')) ?? '';

  describe.each(translations.map(({ tag }) => tag))('the words in %s', (tag) => {
    const words = sentencesOf(folder, tag);

    test('are for every sentence of English, with every plural of the language, and no more', () => {
      expect([...words.keys()].sort()).toEqual(keysFor(tag, english));
    });

    test('have the values and the markup of the English ones', () => {
      const different = [...words].filter(([key, text]) => markedIn(text).join() !== markedIn(englishOf(key)).join());
      expect(different.map(([key]) => key)).toEqual([]);
    });

    test('have the numbers of the English ones: years, articles of law, telephone numbers', () => {
      expect([...words].filter(([key, text]) => numbersIn(text) !== numbersIn(englishOf(key))).map(([key]) => key)).toEqual([]);
    });

    test('are not English that was left', () => {
      expect([...words].filter(([key, text]) => text === englishOf(key) && !alike.includes(key)).map(([key]) => key)).toEqual([]);
    });
  });
}
