import type { Instant } from '../../calendar/local-date.ts';
import type { Officer } from '../../cases/actor.ts';
import type { Refusal } from '../../cases/command.ts';
import type { OpenPiece, Wording } from './open-pieces.ts';
import { wordsOf } from './pieces.ts';

/** Characters of one piece: a paragraph or two (a limit of ours). */
export const longestWords = 600;

/** One change, kept for ever. Without words: those that came with the service were restored. */
export type WordingChange = {
  /** From 1, over all pieces: the version of the wording that it made. */
  readonly number: number;
  readonly piece: OpenPiece;
  readonly words?: string;
  readonly by: Officer;
  readonly at: Instant;
};

/** Why it cannot be said like that; undefined where it can. */
export function faultInWords(piece: OpenPiece, words: string | undefined, wording: Wording): Refusal | undefined {
  if (words === wordsOf(piece, wording)) return { refused: 'These are the words that stand there now.' };
  if (words === undefined) return wording[piece] === undefined ? { refused: 'These are the words that came with the service.' } : undefined;
  if (words.trim() === '') return { refused: 'Write the words, or restore those that came with the service.' };
  if (words.length > longestWords) return { refused: `Make the text shorter: at most ${longestWords} characters. It has ${words.length}.` };
  return /\d{4}|[{}<>]/.test(words)
    ? { refused: 'Leave out dates, case numbers and brackets: these words stand in the letters of every case.' }
    : undefined;
}

/** The wording with the change. */
export function changed(wording: Wording, { piece, words }: Pick<WordingChange, 'piece' | 'words'>): Wording {
  const { [piece]: _before, ...others } = wording;
  // Said as it came with the service: a new release may say it better.
  return words === undefined || words === wordsOf(piece) ? others : { ...others, [piece]: words };
}
