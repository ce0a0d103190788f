import type { Passage } from './message.ts';

/** A word, a number or the end of a sentence (`.`), with its place in the passage as received. */
export type Word = { readonly text: string; readonly start: number; readonly end: number };

/** What ends a sentence: phrases do not reach across it. Speech recognition writes none, so nothing may depend on it. */
export const sentenceEnd = '.';

const pieces = /[\p{L}\p{M}\p{N}]+(?:'[\p{L}\p{M}]+)*|[.!?;:]+(?=\s|$)|\n+|[£*]+/gu;

/** The words of a passage in order: lower case, apostrophes taken out (`don't` is `dont`), so that people, letters and transcripts spell alike. */
export function wordsOf({ words }: Passage): readonly Word[] {
  const found: Word[] = [];
  for (const piece of words.matchAll(pieces)) {
    const first = piece[0].charCodeAt(0);
    const ends = first === 10 || first === 33 || first === 46 || first === 58 || first === 59 || first === 63;
    const text = ends ? sentenceEnd : piece[0].replaceAll("'", '');
    if (ends && found.at(-1)?.text === sentenceEnd) continue;
    found.push({ text, start: piece.index, end: piece.index + piece[0].length });
  }
  return found;
}
