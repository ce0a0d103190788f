import { addDays, dayOfWeek, inShort, type LocalDate } from './local-date.ts';

export type Holiday = { readonly date: LocalDate; readonly name: string };

/** Bank holidays of England and Wales between two dates; nothing outside them can be counted. */
export type Calendar = {
  readonly version: string;
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly holidays: readonly Holiday[];
};

/** How a date was reached. `skipped` are the bank holidays inside the count that fell on a weekday. */
export type Count = {
  readonly date: LocalDate;
  readonly from: LocalDate;
  readonly counted: readonly LocalDate[];
  readonly skipped: readonly Holiday[];
};

/** The calendar's data does not reach that far: a person must extend it before anything is promised. */
export type BeyondCalendar = { readonly beyond: LocalDate; readonly from: LocalDate };

export function isBeyond(count: Count | BeyondCalendar): count is BeyondCalendar {
  return 'beyond' in count;
}

/** Monday to Friday, except the calendar's bank holidays. Meaningful only inside the calendar's dates. */
export function isWorkingDay(calendar: Calendar, date: LocalDate): boolean {
  return dayOfWeek(date) <= 5 && !calendar.holidays.some((holiday) => holiday.date === date);
}

/**
 * The last day that is "within `days` working days of" `from`: day 1 is the next working day after it (deadlines.md section 6, rule 2).
 * Negative `days` count backwards: the working day that many before `from`.
 */
export function workingDaysFrom(calendar: Calendar, from: LocalDate, days: number): Count | BeyondCalendar {
  const step = days < 0 ? -1 : 1;
  const counted: LocalDate[] = [];
  const skipped: Holiday[] = [];
  let date = from;
  if (date < calendar.from || date > calendar.until) return { beyond: calendar.until, from };
  while (counted.length < Math.abs(days)) {
    date = addDays(date, step);
    if (date < calendar.from || date > calendar.until) return { beyond: calendar.until, from };
    if (isWorkingDay(calendar, date)) counted.push(date);
    else if (dayOfWeek(date) <= 5) skipped.push(...calendar.holidays.filter((holiday) => holiday.date === date));
  }
  return { date, from, counted, skipped };
}
