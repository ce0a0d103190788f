import type { KeyOf } from '../../domain/words/catalogue.ts';
import en from './en.json' with { type: 'json' };

/** Of pages. English is the measure: what it lacks does not compile, and tests hold every other language against it. */
export const englishCatalogue = en;
export type English = typeof en;

export type WordKey = KeyOf<English>;
