import { inWords, type LocalDate } from '../calendar/local-date.ts';
import type { Refusal } from './command.ts';
import { refuse } from './decision.ts';

/** Characters of a text that the snapshot keeps: with it the snapshot stays well under 50 KB (decision record on sizes). */
export const longestKept = 4_000;
/** Characters of a text that only a letter and its event keep: with it an event stays under the table's 400 KB. */
export const longestInLetter = 20_000;

/** Long enough to be said and short enough to be one point of a complaint (a limit of ours). */
export const longestPoint = 500;

/** The refusal that a text deserves when nothing was written, or more than can be kept. Undefined when the text is good. */
export function faultIn(text: string, longest: number, ifMissing: string): Refusal | undefined {
  if (text.trim() === '') return refuse(ifMissing);
  return faultInOptional(text, longest);
}

export function faultInOptional(text: string | undefined, longest: number): Refusal | undefined {
  if (text === undefined || text.length <= longest) return undefined;
  return refuse(
    `Make the text shorter: at most ${longest.toLocaleString('en-GB')} characters in each box. This one has ${text.length.toLocaleString('en-GB')}.`,
  );
}

/** The refusal that a date past the calendar's end deserves. */
export function uncountable(until: LocalDate): Refusal {
  return refuse(
    `The date cannot be worked out: the bank holidays after ${inWords(until)} are not known yet. Ask for the calendar to be brought up to date.`,
  );
}

/** A box that was left empty says nothing. */
export function ifWritten(text: string | undefined): string | undefined {
  const written = text?.trim();
  return written === '' ? undefined : written;
}
