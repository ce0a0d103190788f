import { createRequire } from 'node:module';
import * as z from 'zod/mini';

// The Flesch–Kincaid grade of an English text. Two small libraries do it: `flesch-kincaid` has the formula, `syllable` counts syllables.

const { resolve } = createRequire(import.meta.url);
const names = ['flesch-kincaid', 'syllable'] as const;

export const canGrade = names.every((name) => {
  try {
    return resolve(name) !== '';
  } catch {
    return false;
  }
});
if (!canGrade) process.stdout.write(`\nSKIPPED: reading ages are measured once ${names.join(' and ')} are installed.\n`);

const counting = z.object({ fleschKincaid: z.custom<(counts: Record<'sentence' | 'word' | 'syllable', number>) => number>() });
const syllables = z.object({ syllable: z.custom<(text: string) => number>() });

/** Years at school in the United States that are enough to read it: grade 7 is read at the age of 12 to 13. */
export async function readingGrade(text: string): Promise<number> {
  const { fleschKincaid } = counting.parse({ ...(await import(names[0])) });
  const { syllable } = syllables.parse({ ...(await import(names[1])) });
  return fleschKincaid({ sentence: sentencesOf(text).length, word: wordsOf(text).length, syllable: syllable(text) });
}

export function sentencesOf(text: string): readonly string[] {
  const segments = new Intl.Segmenter('en-GB', { granularity: 'sentence' }).segment(text);
  return [...segments].map(({ segment }) => segment.trim()).filter((sentence) => /\p{L}/u.test(sentence));
}

export function wordsOf(text: string): readonly string[] {
  const segments = new Intl.Segmenter('en-GB', { granularity: 'word' }).segment(text);
  return [...segments].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);
}
