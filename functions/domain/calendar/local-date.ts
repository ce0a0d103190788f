// Temporal by its functions: a bundle then holds the few that are used, a third of it. None that reads text: the texts here have one shape each.
import * as TemporalInstant from 'temporal-polyfill/fns/Instant';
import * as PlainDate from 'temporal-polyfill/fns/PlainDate';
import * as PlainTime from 'temporal-polyfill/fns/PlainTime';
import * as ZonedDateTime from 'temporal-polyfill/fns/ZonedDateTime';

/** A date in Europe/London, `YYYY-MM-DD`. Made only by this file; compares with `<`. */
export type LocalDate = string & { readonly kind: 'LocalDate' };

/** A moment in UTC, `2026-12-18T09:00:00.000Z`. Made only by this file; compares with `<`. */
export type Instant = string & { readonly kind: 'Instant' };

const zone = 'Europe/London';

/** The date that the text names, or undefined: `2026-02-30` names none. */
export function localDate(text: string): LocalDate | undefined {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) ? (text as LocalDate) : undefined;
}

export type WrittenDate = `${number}-${number}-${number}`;

/** A date written in our own data, whose tests prove that it names a day. Anything from outside goes through `localDate`. */
export function writtenDate(text: WrittenDate): LocalDate {
  return text as string as LocalDate;
}

/** The moment that an ISO text with zone or offset names, or undefined: 30 February has no moments. */
export function instant(text: string): Instant | undefined {
  const [, day = ''] = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/.exec(text) ?? [];
  const moment = new Date(text);
  return localDate(day) !== undefined && !Number.isNaN(moment.getTime()) ? (moment.toISOString() as Instant) : undefined;
}

export function instantOf(moment: Date): Instant {
  return moment.toISOString() as Instant;
}

/** The date in London at that moment: 23:30 UTC in summer is already tomorrow. */
export function londonDateOf(moment: Instant): LocalDate {
  return once(londonDates, moment.slice(0, 13), () => PlainDate.toString(ZonedDateTime.toPlainDate(inLondon(moment))) as LocalDate);
}

/** By UTC hour, which stands first in a moment: London is whole hours ahead of UTC, so its date changes on the hour. */
const londonDates = new Map<string, LocalDate>();

/** What a London clock shows at that moment: `21:05`. */
export function londonClockOf(moment: Instant): string {
  return PlainTime.toString(ZonedDateTime.toPlainTime(inLondon(moment)), { smallestUnit: 'minute' });
}

/** The moment at which a London clock shows `time` (`HH:MM`) on that date. */
export function londonTime(date: LocalDate, time: string): Instant {
  return once(londonTimes, `${date} ${time}`, () => {
    const plainTime = PlainTime.create(Number(time.slice(0, 2)), Number(time.slice(3, 5)));
    const there = PlainDate.toZonedDateTime(plainDate(date), { timeZone: zone, plainTime });
    return instantOf(new Date(there.epochMilliseconds));
  });
}

const londonTimes = new Map<string, Instant>();

/** Time zones are most of the work of counting, and a process asks for the same few days again and again: each is worked out once. */
function once<Value>(known: Map<string, Value>, key: string, workOut: () => Value): Value {
  const found = known.get(key) ?? workOut();
  known.set(key, found);
  return found;
}

export function addMinutes(moment: Instant, minutes: number): Instant {
  return instantOf(new Date(Date.parse(moment) + minutes * 60_000));
}

/** Calendar days later (or earlier). Plain UTC arithmetic, and none inside a month: this is the calendar's innermost loop. */
export function addDays(date: LocalDate, days: number): LocalDate {
  const day = Number(date.slice(8)) + days;
  if (day >= 1 && day <= 28) return `${date.slice(0, 8)}${String(day).padStart(2, '0')}` as LocalDate;
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10) as LocalDate;
}

/** Calendar days from one date to another; 0 where they are the same. */
export function daysBetween(first: LocalDate, last: LocalDate): number {
  return (Date.parse(last) - Date.parse(first)) / 86_400_000;
}

/** The corresponding date `months` later; the month's last day where it has no such day. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  return PlainDate.toString(PlainDate.addMonths(plainDate(date), months)) as LocalDate;
}

/** Last day of a period of `days` beginning with `date`, which counts as the first. */
export function lastOfDaysBeginningWith(date: LocalDate, days: number): LocalDate {
  return addDays(date, days - 1);
}

/** Last day of a period of `months` beginning with `date`: the day before the corresponding date, or the month's last day where there is none. */
export function lastOfMonthsBeginningWith(date: LocalDate, months: number): LocalDate {
  const corresponding = addMonths(date, months);
  return corresponding.slice(-2) === date.slice(-2) ? addDays(corresponding, -1) : corresponding;
}

/** 1 is Monday, 7 is Sunday. */
export function dayOfWeek(date: LocalDate): number {
  const { year, month, day } = partsOf(date);
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay() || 7;
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** For letters and pages: `Tuesday 29 December 2026`. */
export function inWords(date: LocalDate): string {
  const { day, month, year } = partsOf(date);
  return `${weekdays[dayOfWeek(date) - 1]} ${day} ${months[month - 1]} ${year}`;
}

/** For tables: `Tue 29 Dec 2026`. */
export function inShort(date: LocalDate): string {
  const { day, month, year } = partsOf(date);
  return `${weekdays[dayOfWeek(date) - 1]?.slice(0, 3)} ${day} ${months[month - 1]?.slice(0, 3)} ${year}`;
}

/** As that language writes it, by a tag of BCP 47: `29 grudnia 2026` for `pl`, where day, month and year are `shown`. */
export function inLanguage(date: LocalDate, tag: string, shown: Pick<Intl.DateTimeFormatOptions, 'day' | 'month' | 'year'>): string {
  return PlainDate.toLocaleString(plainDate(date), tag, shown);
}

function partsOf(date: LocalDate): { readonly year: number; readonly month: number; readonly day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8)) };
}

function plainDate(date: LocalDate): PlainDate.Record {
  const { year, month, day } = partsOf(date);
  return PlainDate.create(year, month, day);
}

function inLondon(moment: Instant): ZonedDateTime.Record {
  return TemporalInstant.toZonedDateTimeISO(TemporalInstant.fromEpochMilliseconds(Date.parse(moment)), zone);
}
