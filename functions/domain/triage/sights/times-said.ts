import { remembering } from '../remembering.ts';
import type { Words } from '../sighting.ts';
import { sentenceEnd, type Word } from '../words.ts';

// When things were, as people say it: "March 2021", "in twenty nineteen", "12/03/24", "two years ago", "the Queen's funeral", "last week". A month is
// near enough: whether twelve months have passed is for a person to say, this only shows where to look.

/** Months counted from the year 0, so that they can be compared. */
export type Month = number;

/** How a time was said: on the calendar, as a month without its year, as so long ago, or by words like "yesterday". */
export type SaidAs = 'calendar' | 'month-only' | 'ago' | 'near';

/** A time that somebody mentions: the first and last month that the words can mean, and where they stand. */
export type TimeSaid = {
  readonly in: Words;
  readonly from: number;
  readonly to: number;
  readonly earliest: Month;
  readonly latest: Month;
  readonly as: SaidAs;
};

export const monthsOfAYear = 12;

const monthNames = new Map(
  'january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|october oct|november nov|december dec'
    .split('|')
    .flatMap((names, index) => names.split(' ').map((name) => [name, index] as const)),
);
/** Words for parts of a year, with the first and last month; the winter of a year ends in the next. */
const seasons = new Map<string, readonly [number, number]>([
  ['spring', [2, 4]],
  ['summer', [5, 7]],
  ['autumn', [8, 10]],
  ['winter', [11, 13]],
  ['easter', [2, 3]],
  ['christmas', [11, 11]],
  ['xmas', [11, 11]],
  ['halloween', [9, 9]],
  ['ramadan', [1, 3]],
]);
/** Verbs and a common auxiliary are spelt like these; a month they are only beside a day, a year or one of these words. */
const alsoOrdinaryWords = new Set(['may', 'march', 'mar', 'spring', 'sep', 'jan']);
const beforeAMonth = new Set(
  'in last since of early late mid by during until till from around before after this next through between back about end beginning start'.split(
    ' ',
  ),
);
const betweenMonthAndYear = new Set(['of', 'in', 'the', 'back', 'time']);
const ones = new Map('one two three four five six seven eight nine'.split(' ').map((name, index) => [name, index + 1]));
const teens = new Map(
  'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ').map((name, index) => [name, index + 10]),
);
const tens = new Map('twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((name, index) => [name, (index + 2) * 10]));
const quantities = new Map<string, number>([
  ...ones,
  ...teens,
  ...tens,
  ['a', 1],
  ['an', 1],
  ['couple', 2],
  ['few', 3],
  ['several', 4],
  ['many', 4],
  ['some', 3],
]);
/** In months; less than one is of this month. */
const units = new Map<string, number>([
  ...'year years yr yrs'.split(' ').map((name) => [name, monthsOfAYear] as const),
  ...'decade decades'.split(' ').map((name) => [name, 10 * monthsOfAYear] as const),
  ...'month months mth mths'.split(' ').map((name) => [name, 1] as const),
  ...'week weeks wk wks fortnight'.split(' ').map((name) => [name, 0.25] as const),
  ...'day days night nights hour hours hrs minute minutes mins'.split(' ').map((name) => [name, 0] as const),
]);
const goneBy = new Set(['ago', 'back', 'since', 'previously', 'earlier']);
const days = new Set('monday tuesday wednesday thursday friday saturday sunday mon tues tue wed thurs thu fri sat sun'.split(' '));
const nearAlone = new Set('today yesterday tonight overnight recently lately tomorrow todays'.split(' '));
const nearAfter = new Map([
  ['this', new Set('morning week month afternoon evening weekend year summer winter spring autumn'.split(' '))],
  ['last', new Set([...days, ...'night week month weekend fortnight'.split(' ')])],
  ['on', days],
  ['since', days],
  ['the', new Set(['weekend'])],
  ['other', new Set(['day', 'week', 'night'])],
]);

const months = (year: number, month: number): Month => year * monthsOfAYear + month;

/** What everybody remembers, with its months. */
const events: readonly { readonly words: readonly string[]; readonly earliest: Month; readonly latest: Month }[] = [
  { words: ['lockdown'], earliest: months(2020, 2), latest: months(2021, 6) },
  { words: ['lockdowns'], earliest: months(2020, 2), latest: months(2021, 6) },
  { words: ['lock', 'down'], earliest: months(2020, 2), latest: months(2021, 6) },
  { words: ['covid'], earliest: months(2020, 2), latest: months(2021, 11) },
  { words: ['pandemic'], earliest: months(2020, 2), latest: months(2021, 11) },
  { words: ['coronavirus'], earliest: months(2020, 2), latest: months(2021, 11) },
  { words: ['furlough'], earliest: months(2020, 2), latest: months(2021, 8) },
  { words: ['queens', 'funeral'], earliest: months(2022, 8), latest: months(2022, 8) },
  { words: ['queen', 'died'], earliest: months(2022, 8), latest: months(2022, 8) },
  { words: ['jubilee'], earliest: months(2022, 5), latest: months(2022, 5) },
  { words: ['coronation'], earliest: months(2023, 4), latest: months(2023, 4) },
  { words: ['storm', 'eunice'], earliest: months(2022, 1), latest: months(2022, 1) },
  { words: ['storm', 'arwen'], earliest: months(2021, 10), latest: months(2021, 10) },
  { words: ['brexit'], earliest: months(2016, 5), latest: months(2020, 11) },
  { words: ['millennium'], earliest: months(1999, 11), latest: months(2000, 0) },
];
const eventsByFirstWord = Map.groupBy(events, ({ words: [first] }) => first ?? '');

type Found = Omit<TimeSaid, 'in' | 'from'>;

/** Reads a time that begins at a word. */
type Reader = (said: Words, at: number, now: Month) => Found | undefined;

/** Which words a time can begin with, and who reads it then, in turn: most words of a message are none of them. */
const readersOf = new Map<string, Reader[]>();
for (const [reader, beginnings] of [
  [monthAt, monthNames.keys()],
  [seasonAt, seasons.keys()],
  [yearSaidAt, ['twenty', 'nineteen', 'two']],
  [agoAt, [...quantities.keys(), ...units.keys(), 'last']],
  [nearAt, [...nearAlone, ...nearAfter.keys()]],
  [eventAt, eventsByFirstWord.keys()],
] as const) {
  for (const beginning of beginnings) {
    const readers = readersOf.get(beginning);
    if (!readers) readersOf.set(beginning, [reader]);
    else if (!readers.includes(reader)) readers.push(reader);
  }
}
const readersOfFigures: readonly Reader[] = [numericDateAt, yearSaidAt, agoAt];
const readersOfWord = remembering((text): readonly Reader[] => (/^\d/.test(text) ? readersOfFigures : (readersOf.get(text) ?? [])));

/** Every time that a passage mentions, seen from the month in which we had the message. One pass; each look is a few words ahead at most. */
export function timesSaidIn(said: Words, now: Month): readonly TimeSaid[] {
  const found: TimeSaid[] = [];
  for (let at = 0; at < said.words.length; at += 1) {
    const word = said.words[at];
    const time = word && timeAt(said, at, now, readersOfWord(word));
    if (!time) continue;
    found.push({ in: said, from: at, ...time });
    at = time.to - 1;
  }
  return found;
}

function timeAt(said: Words, at: number, now: Month, readers: readonly Reader[]): Found | undefined {
  for (const read of readers) {
    const time = read(said, at, now);
    if (time) return time;
  }
  return undefined;
}

// ---------------------------------------------------------------------------------------------------------------------
// The calendar

function numericDateAt({ passage, words }: Words, at: number): Found | undefined {
  const [one, two, three] = [words[at], words[at + 1], words[at + 2]];
  if (!one || !two || !three || !joined(passage.words, one, two) || !joined(passage.words, two, three)) return undefined;
  const [first, second, third] = [numeral(one), numeral(two), numeral(three)];
  if (first === undefined || second === undefined || third === undefined) return undefined;
  const [day, month, year] = first > 1900 ? [third, second, first] : [first, second, third < 100 ? 2000 + third : third];
  if (day < 1 || day > 31 || month < 1 || month > monthsOfAYear || year < 1930 || year > 2100) return undefined;
  const is = months(year, month - 1);
  return { to: at + 3, earliest: is, latest: is, as: 'calendar' };
}

/** Nothing but one of `/.-` between the two. */
function joined(text: string, one: Word, two: Word): boolean {
  return two.start === one.end + 1 && '/.-'.includes(text.charAt(one.end));
}

function numeral(word: Word): number | undefined {
  return /^\d{1,4}$/.test(word.text) ? Number(word.text) : undefined;
}

function monthAt(said: Words, at: number, now: Month): Found | undefined {
  const { words } = said;
  const name = words[at]?.text ?? '';
  const month = monthNames.get(name);
  if (month === undefined) return undefined;
  const year = yearAfter(said, at + 1, now);
  if (year) return { to: year.to, earliest: months(year.first, month), latest: months(year.last, month), as: 'calendar' };
  const before = words[at - 1]?.text ?? '';
  const dated = isDay(before) || isDay(words[at + 1]?.text ?? '') || (before === 'of' && isDay(words[at - 2]?.text ?? ''));
  if (
    alsoOrdinaryWords.has(name) &&
    !dated &&
    !beforeAMonth.has(before) &&
    !(before === 'the' && beforeAMonth.has(words[at - 2]?.text ?? ''))
  )
    return undefined;
  const is = lastOf(month, now);
  return { to: at + 1, earliest: is, latest: is, as: 'month-only' };
}

function seasonAt(said: Words, at: number, now: Month): Found | undefined {
  const name = said.words[at]?.text ?? '';
  const season = seasons.get(name);
  if (!season) return undefined;
  const [first, last] = season;
  const year = yearAfter(said, at + 1, now);
  if (year) return { to: year.to, earliest: months(year.first, first), latest: months(year.last, last), as: 'calendar' };
  const before = said.words[at - 1]?.text ?? '';
  if (!beforeAMonth.has(before) && before !== 'at') return undefined;
  const is = lastOf(first % monthsOfAYear, now);
  return { to: at + 1, earliest: is, latest: is, as: 'month-only' };
}

function isDay(text: string): boolean {
  return (
    /^(?:[12]?\d|3[01])(?:st|nd|rd|th)?$/.test(text) || /^(?:first|second|third|thirtieth|(?:\w+)(?:th|first|second|third))$/.test(text)
  );
}

/** The month as it last was, this month included. */
function lastOf(month: number, now: Month): Month {
  const thisYear = now - (now % monthsOfAYear) + month;
  return thisYear <= now ? thisYear : thisYear - monthsOfAYear;
}

type Year = { readonly to: number; readonly first: number; readonly last: number };

/** The year that belongs to a month or season: at once, or after "of", "in the", "last year". */
function yearAfter(said: Words, from: number, now: Month): Year | undefined {
  const { words } = said;
  let at = from;
  while (at < from + 2 && betweenMonthAndYear.has(words[at]?.text ?? '')) at += 1;
  const thisYear = Math.floor(now / monthsOfAYear);
  const [one, two] = [words[at]?.text, words[at + 1]?.text];
  if (two === 'year' && (one === 'last' || one === 'this')) {
    const year = one === 'last' ? thisYear - 1 : thisYear;
    return { to: at + 2, first: year, last: year };
  }
  return yearAt(said, at) ?? shortYearAt(words, at);
}

/** "twenty four" after a month is a year, alone it may be anything. */
function shortYearAt(words: readonly Word[], at: number): Year | undefined {
  if (words[at]?.text !== 'twenty') return undefined;
  const one = ones.get(words[at + 1]?.text ?? '');
  return one === undefined ? undefined : { to: at + 2, first: 2020 + one, last: 2020 + one };
}

function yearSaidAt(said: Words, at: number): Found | undefined {
  const year = yearAt(said, at);
  if (!year) return undefined;
  const { words } = said;
  let after = year.to;
  while (after < year.to + 2 && betweenMonthAndYear.has(words[after]?.text ?? '')) after += 1;
  const month = monthNames.get(words[after]?.text ?? '');
  const ownYear = month === undefined || alsoOrdinaryWords.has(words[after]?.text ?? '') ? true : yearAt(said, after + 1) !== undefined;
  if (month === undefined || ownYear)
    return { to: year.to, earliest: months(year.first, 0), latest: months(year.last, monthsOfAYear - 1), as: 'calendar' };
  return { to: after + 1, earliest: months(year.first, month), latest: months(year.last, month), as: 'calendar' };
}

/** 2021, '21, 2021-22, "twenty twenty one", "two thousand and nine", "nineteen ninety eight". */
function yearAt(said: Words, at: number): Year | undefined {
  return yearInDigits(said, at) ?? yearInWords(said.words, at);
}

function yearInDigits({ passage, words }: Words, at: number): Year | undefined {
  const word = words[at];
  if (!word) return undefined;
  const before = passage.words.charAt(word.start - 1);
  const year = /^(?:19[3-9]|20[0-4])\d$/.test(word.text)
    ? Number(word.text)
    : before === "'" && /^[0-2]\d$/.test(word.text)
      ? 2000 + Number(word.text)
      : undefined;
  const next = words[at + 1];
  const joins = next !== undefined && joined(passage.words, word, next);
  // 2025/003391 and LBC-2025 are references, £2019 is money.
  if (year === undefined || '£-/'.includes(before || ' ') || (joins && !/^(?:\d\d|20\d\d)$/.test(next.text))) return undefined;
  const last = joins ? 2000 + (Number(next.text) % 100) : year;
  return last >= year && last <= year + 5 ? { to: joins ? at + 2 : at + 1, first: year, last } : { to: at + 1, first: year, last: year };
}

function yearInWords(words: readonly Word[], at: number): Year | undefined {
  const [one = '', two = '', three = '', four = '', five = ''] = [0, 1, 2, 3, 4].map((step) => words[at + step]?.text ?? '');
  const is = (year: number, length: number): Year => ({ to: at + length, first: year, last: year });
  if (one === 'twenty' || one === 'nineteen') {
    const century = one === 'twenty' ? 2000 : 1900;
    const teen = teens.get(two);
    if (teen !== undefined) return is(century + teen, 2);
    const ten = two === 'twenty' || century === 1900 ? tens.get(two) : undefined;
    const unit = ones.get(three);
    if (ten !== undefined) return unit === undefined ? is(century + ten, 2) : is(century + ten + unit, 3);
    if ((two === 'oh' || two === 'o') && unit !== undefined) return is(century + unit, 3);
  }
  if (one !== 'two' || two !== 'thousand') return undefined;
  const and = three === 'and';
  const [tensWord, onesWord] = and ? [four, five] : [three, four];
  const below = teens.get(tensWord) ?? ones.get(tensWord);
  const length = and ? 4 : 3;
  if (below !== undefined) return is(2000 + below, length);
  if (tensWord !== 'twenty') return undefined;
  const unit = ones.get(onesWord);
  return unit === undefined ? is(2020, length) : is(2020 + unit, length + 1);
}

// ---------------------------------------------------------------------------------------------------------------------
// So long ago, and words like "yesterday"

function agoAt({ words }: Words, at: number, now: Month): Found | undefined {
  const [one = '', two = '', three = '', four = ''] = [0, 1, 2, 3].map((step) => words[at + step]?.text ?? '');
  // "years ago"
  const unit = units.get(one);
  if (unit !== undefined && unit >= monthsOfAYear && goneBy.has(two) && two !== 'since')
    return { to: at + 2, earliest: now - 5 * unit, latest: now - 2 * unit, as: 'ago' };
  if (one === 'year' && two === 'before' && three === 'last') return { to: at + 3, earliest: now - 30, latest: now - 13, as: 'ago' };
  if (one === 'last' && two === 'year')
    return { to: at + 2, earliest: lastOf(0, now) - monthsOfAYear, latest: lastOf(0, now) - 1, as: 'month-only' };
  const quantity = /^\d{1,2}$/.test(one) ? Number(one) : quantities.get(one);
  if (quantity === undefined) return undefined;
  const skip = two === 'of' || two === 'or' ? 1 : 0;
  const [unitWord, goneWord] = skip === 1 ? [three, four] : [two, three];
  const length = units.get(unitWord);
  if (length === undefined || !goneBy.has(goneWord)) return undefined;
  const is = now - Math.floor(quantity * length);
  return { to: at + 3 + skip, earliest: is, latest: is, as: 'ago' };
}

function nearAt({ words }: Words, at: number, now: Month): Found | undefined {
  const one = words[at]?.text ?? '';
  if (nearAlone.has(one)) return { to: at + 1, earliest: now, latest: now, as: 'near' };
  const two = words[at + 1]?.text ?? sentenceEnd;
  return nearAfter.get(one)?.has(two) ? { to: at + 2, earliest: now, latest: now, as: 'near' } : undefined;
}

function eventAt({ words }: Words, at: number): Found | undefined {
  const named = eventsByFirstWord
    .get(words[at]?.text ?? '')
    ?.find((event) => event.words.every((word, step) => words[at + step]?.text === word));
  return named && { to: at + named.words.length, earliest: named.earliest, latest: named.latest, as: 'calendar' };
}
