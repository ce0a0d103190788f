import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { translations } from '../council/languages.ts';
import { letterWordsIn } from '../functions/domain/words/letter-words.ts';
import type { InAnotherLanguage } from './telling.ts';

const catalogue = z.record(z.string(), z.record(z.string(), z.string()));

/** The letters of a language as its draft stands, signed or not; undefined where there is none. `tag`: of BCP 47. */
export function draftOf(tag: string | null): InAnotherLanguage | undefined {
  const language = translations.find((one) => one.tag === tag);
  if (!language) return undefined;
  const words = new URL(`../functions/domain/words/letters/${language.tag}.json`, import.meta.url);
  const draft = catalogue.parse(JSON.parse(readFileSync(words, 'utf8')));
  return { language: language.tag, letterWords: letterWordsIn([language], { [language.tag]: draft }) };
}
