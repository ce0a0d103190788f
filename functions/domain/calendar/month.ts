import { addMonths, inLanguage, inWords, type LocalDate, localDate } from './local-date.ts';

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

/** The month of that date and those before it, `count` in all, newest first. */
export function monthsUpTo(date: LocalDate, count: number): readonly Month[] {
  return Array.from({ length: count }, (_, back) => monthOf(addMonths(date, -back)));
}

/** `December 2026` */
export function monthInWords(named: Month): string {
  const first = localDate(`${named}-01`);
  return first ? inWords(first).replace(/^\w+ 1 /, '') : named;
}

/** As that language writes it, by a tag of BCP 47: `grudzień 2026` for `pl`. */
export function monthInLanguage(named: Month, tag: string): string {
  const first = localDate(`${named}-01`);
  return first ? inLanguage(first, tag, { month: 'long', year: 'numeric' }) : named;
}
