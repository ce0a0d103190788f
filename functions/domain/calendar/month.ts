import { addMonths, inWords, type LocalDate, localDate, type WrittenDate, writtenDate } from './local-date.ts';

/** A month in Europe/London, `YYYY-MM`. Made only by this file; compares with `<`. */
export type Month = string & { readonly kind: 'Month' };

/** The month that the text names, or undefined: `2026-13` names none. */
export function month(text: string): Month | undefined {
  const first = localDate(`${text}-01`);
  return first && monthOf(first);
}

export function monthOf(date: LocalDate): Month {
  return date.slice(0, 'YYYY-MM'.length) as Month;
}

/** The date on which a month begins. */
export function firstOf(named: Month): LocalDate {
  return writtenDate(`${named}-01` as WrittenDate);
}

/** The month of that date and those before it, `count` in all, newest first. */
export function monthsUpTo(date: LocalDate, count: number): readonly Month[] {
  return Array.from({ length: count }, (_, back) => monthOf(addMonths(date, -back)));
}

/** `December 2026` */
export function monthInWords(named: Month): string {
  return inWords(firstOf(named)).replace(/^\w+ 1 /, '');
}
