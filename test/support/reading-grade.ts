import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';

/** The Flesch–Kincaid grade of an English text: years at school in the United States that are enough to read it. Grade 7 is read at 12 to 13. */
export function readingGrade(text: string): number {
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
