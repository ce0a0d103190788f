import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { translations } from '../council/languages.ts';
import { letterWordsIn } from '../functions/domain/words/letter-words.ts';
import type { InAnotherLanguage } from './telling.ts';

const catalogue = z.record(z.string(), z.record(z.string(), z.string()));

/** The catalogue of letters of a language as its draft stands, signed or not. */
export function draftIn(tag: string): z.infer<typeof catalogue> {
  return catalogue.parse(JSON.parse(readFileSync(new URL(`../functions/domain/words/letters/${tag}.json`, import.meta.url), 'utf8')));
}

/** What a gallery in that language needs; undefined where there is no draft. `tag`: of BCP 47. */
export function draftOf(tag: string | null): InAnotherLanguage | undefined {
  const language = translations.find((one) => one.tag === tag);
  return language && { language: language.tag, letterWords: letterWordsIn([language], { [language.tag]: draftIn(language.tag) }) };
}
