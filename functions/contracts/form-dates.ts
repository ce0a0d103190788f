import { addDays, addMonths, type LocalDate, localDate } from '../domain/calendar/local-date.ts';
import { inLatinDigits, type Read } from './form-fields.ts';

// Dates as people type them, in three inputs.

/** The three inputs of a date, `name-day`, `name-month`, `name-year`, as typed. */
export type TypedDate = { readonly day: string; readonly month: string; readonly year: string };

export function typedDate(form: URLSearchParams, name: string): TypedDate {
  const part = (suffix: string) => inLatinDigits((form.get(`${name}-${suffix}`) ?? '').trim());
  return { day: part('day'), month: part('month'), year: part('year') };
}

/** What is wrong with a typed date, by a name that the catalogues of residents' words have too. */
export type DateProblem = 'NoDay' | 'NoMonth' | 'NoYear' | 'NoDayOrMonth' | 'NoDayOrYear' | 'NoMonthOrYear' | 'ShortYear' | 'NotReal';

/** The date that three inputs name; `missing` where nothing was typed. */
function readTyped(typed: TypedDate): { readonly date: LocalDate } | { readonly missing: true } | { readonly problem: DateProblem } {
  const { day, month, year } = typed;
  if (day === '' && month === '' && year === '') return { missing: true };
  if (day === '' && month === '') return { problem: 'NoDayOrMonth' };
  if (day === '' && year === '') return { problem: 'NoDayOrYear' };
  if (month === '' && year === '') return { problem: 'NoMonthOrYear' };
  if (day === '') return { problem: 'NoDay' };
  if (month === '') return { problem: 'NoMonth' };
  if (year === '') return { problem: 'NoYear' };
  if (/^\d+$/.test(year) && year.length !== 4) return { problem: 'ShortYear' };
  const date = localDate(`${year}-${monthNumber(month).padStart(2, '0')}-${day.padStart(2, '0')}`);
  return date && date >= '1900-01-01' ? { date } : { problem: 'NotReal' };
}

const dateProblems: Readonly<Record<DateProblem, string>> = {
  NoDay: 'must include a day',
  NoMonth: 'must include a month',
  NoYear: 'must include a year',
  NoDayOrMonth: 'must include a day and a month',
  NoDayOrYear: 'must include a day and a year',
  NoMonthOrYear: 'must include a month and a year',
  ShortYear: 'must have a year with 4 numbers, like 2026',
  NotReal: 'must be a real date, like 27 3 2026',
};

/** For officers. `what` begins it: "The date they first knew" must include a month. The problem may bear its field's name before its own. */
export function dateProblemInWords(problem: `${string}${DateProblem}`, what: string): string {
  const [, words = dateProblems.NotReal] = Object.entries(dateProblems).find(([name]) => problem.endsWith(name)) ?? [];
  return `${what} ${words}`;
}

/** The date that three inputs name, for officers; `what` begins what is wrong with it, as above. */
export function readDate(
  typed: TypedDate,
  what: string,
): { readonly date: LocalDate } | { readonly missing: true } | { readonly wrong: string } {
  const read = readTyped(typed);
  return 'problem' in read ? { wrong: dateProblemInWords(read.problem, what) } : read;
}

/**
 * The date that three inputs name, where people may know the month alone: its last day then, and that only the month was given. A day without its
 * month is no date.
 */
export function readDayOrMonth(
  typed: TypedDate,
): { readonly date: LocalDate; readonly to?: 'month' } | { readonly missing: true } | { readonly problem: DateProblem } {
  if (typed.day !== '' || (typed.month === '' && typed.year === '')) return readTyped(typed);
  // No day is missing: what is said to be missing is the month or the year alone.
  const first = readTyped({ ...typed, day: '1' });
  return 'date' in first ? { date: addDays(addMonths(first.date, 1), -1), to: 'month' } : first;
}

/** Which days an answer may name, by today's London date: until it, from it, or after it. Each is refused in the same words on every page. */
export type DayLimit = { readonly until: LocalDate } | { readonly from: LocalDate } | { readonly after: LocalDate };

/** A date that must be there. `limit`: without it any date is taken. */
export function readDay(form: URLSearchParams, field: string, missing: string, limit?: DayLimit): Read<LocalDate> {
  const read = readOptionalDay(form, field, limit);
  if ('errors' in read) return read;
  return read.answers === undefined ? { errors: [{ field, text: missing }] } : { answers: read.answers };
}

/** A date that may be left out. `what` begins the error in words, as above. */
export function readOptionalDay(form: URLSearchParams, field: string, limit?: DayLimit, what = 'The date'): Read<LocalDate | undefined> {
  const read = readDate(typedDate(form, field), what);
  if ('missing' in read) return { answers: undefined };
  const wrong = 'wrong' in read ? read.wrong : limit && outside(read.date, limit);
  if (wrong !== undefined) return { errors: [{ field, text: wrong }] };
  return { answers: 'date' in read ? read.date : undefined };
}

function outside(date: LocalDate, limit: DayLimit): string | undefined {
  if ('until' in limit) return date > limit.until ? 'The date must be today or in the past' : undefined;
  if ('from' in limit) return date < limit.from ? 'The date must be today or later' : undefined;
  return date <= limit.after ? 'The date must be in the future' : undefined;
}

const months = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];

/** People type "9", "sep", "Sept." and "September". Three letters tell the months apart. */
function monthNumber(typed: string): string {
  const name = typed.toLowerCase().replace(/\.$/, '');
  const place = name.length < 3 ? -1 : months.findIndex((month) => month.startsWith(name));
  return place === -1 ? typed : String(place + 1);
}
