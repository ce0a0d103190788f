import { addDays, dayOfWeek, type Instant, type LocalDate } from './local-date.ts';

export type Holiday = { readonly date: LocalDate; readonly name: string };

/**
 * A bank holiday proclaimed after the list of this release was written (decision 16). `number` counts them from 1: with it the list is at that
 * revision. `at`: when a second person approved it, from which moment it counts.
 */
export type Addition = Holiday & { readonly number: number; readonly at: Instant };

/** Bank holidays of England and Wales between two dates; nothing outside them can be counted. */
export type Calendar = {
  readonly version: string;
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly holidays: readonly Holiday[];
  /** Those of the holidays that were proclaimed after the list was written, in their order. */
  readonly additions?: readonly Addition[];
};

/** How a date was reached. `skipped` are the bank holidays inside the count that fell on a weekday. */
export type Count = {
  readonly date: LocalDate;
  readonly from: LocalDate;
  readonly counted: readonly LocalDate[];
  readonly skipped: readonly Holiday[];
};

/** The calendar's data does not reach that far: a person must extend it before anything is promised. `beyond` is its last day, or its first. */
export type BeyondCalendar = { readonly beyond: LocalDate; readonly side: 'after' | 'before'; readonly from: LocalDate };

export function isBeyond(count: Count | BeyondCalendar): count is BeyondCalendar {
  return 'beyond' in count;
}

/** The calendar with holidays proclaimed after it was written; its version says which additions it has. */
export function withHolidays(calendar: Calendar, additions: readonly Holiday[], version: string): Calendar {
  const holidays = [...calendar.holidays.filter((known) => !additions.some((added) => added.date === known.date)), ...additions];
  return { ...calendar, version, holidays: holidays.sort((a, b) => (a.date < b.date ? -1 : 1)) };
}

/** Each calendar's holidays by date, worked out once: counts ask day by day. */
const namesByCalendar = new WeakMap<Calendar, ReadonlyMap<LocalDate, string>>();

function namesOf(calendar: Calendar): ReadonlyMap<LocalDate, string> {
  const known = namesByCalendar.get(calendar);
  if (known !== undefined) return known;
  const names = new Map(calendar.holidays.map(({ date, name }) => [date, name]));
  namesByCalendar.set(calendar, names);
  return names;
}

/** Monday to Friday, except the calendar's bank holidays. Meaningful only inside the calendar's dates. */
export function isWorkingDay(calendar: Calendar, date: LocalDate): boolean {
  return dayOfWeek(date) <= 5 && !namesOf(calendar).has(date);
}

/**
 * The last day that is "within `days` working days of" `from`: day 1 is the next working day after it (deadlines.md section 6, rule 2).
 * Negative `days` count backwards: the working day that many before `from`.
 */
export function workingDaysFrom(calendar: Calendar, from: LocalDate, days: number): Count | BeyondCalendar {
  const names = namesOf(calendar);
  const step = days < 0 ? -1 : 1;
  const counted: LocalDate[] = [];
  const skipped: Holiday[] = [];
  let date = from;
  let outside = outsideOf(calendar, date);
  while (outside === undefined && counted.length < Math.abs(days)) {
    date = addDays(date, step);
    outside = outsideOf(calendar, date);
    const name = names.get(date);
    if (dayOfWeek(date) > 5) continue;
    if (name === undefined) counted.push(date);
    else skipped.push({ date, name });
  }
  return outside === undefined ? { date, from, counted, skipped } : { ...outside, from };
}

/**
 * The first working day on or after the date: for the few limits that roll forward from a weekend or holiday (a data protection complaint's
 * thirty days). The policy's own windows do not.
 */
export function rollForward(calendar: Calendar, from: LocalDate): LocalDate | BeyondCalendar {
  const outside = outsideOf(calendar, from);
  if (outside !== undefined) return { ...outside, from };
  if (isWorkingDay(calendar, from)) return from;
  const next = workingDaysFrom(calendar, from, 1);
  return isBeyond(next) ? next : next.date;
}

function outsideOf(calendar: Calendar, date: LocalDate): Pick<BeyondCalendar, 'beyond' | 'side'> | undefined {
  if (date > calendar.until) return { beyond: calendar.until, side: 'after' };
  if (date < calendar.from) return { beyond: calendar.from, side: 'before' };
  return undefined;
}
