import type { Message } from '../message.ts';
import { remembering } from '../remembering.ts';
import type { Sighting, Words } from '../sighting.ts';
import type { Route } from '../suggestion.ts';
import type { Word } from '../words.ts';

// Which dates a person tells, against the day on which we had the message. Two or more that are past are a count of what we did not do; one of this
// week is news; one to come is a plan or a hearing. Nearness is enough here, so a month has 30.4 days: no deadline is made of it.

type ToldDate = { readonly said: Words; readonly from: number; readonly to: number; readonly daysAgo: number };

const months = new Map(
  'january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|october oct|november nov|december dec'
    .split('|')
    .flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)),
);
const noMonth = 0;
const monthNamed = remembering((text) => months.get(text) ?? noMonth);
const ordinals = new Map(
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'
    .split(' ')
    .map((name, index) => [name, index + 1]),
);
const tens = new Map([
  ['twenty', 20],
  ['thirty', 30],
  ['thirtieth', 30],
]);
const beforeAMonthAlone = new Set('since in last from during until till early mid late end beginning by back'.split(' '));
const alwaysPast = new Set(['since', 'last', 'from', 'during', 'back']);
const betweenDays = new Set(['and', 'the', 'of', 'then', 'again', 'on', 'to']);

const daysOfAMonth = 30.4;
const monthsOfAYear = 12;
const mostDaysBefore = 12;
const aWeek = 7;
const aMonth = 28;
const aQuarter = 91;
const aYear = 365;

/** How many past dates a person tells, how far back they begin, whether all are of this week, whether one is to come. */
export function datesTold(message: Message, said: readonly Words[]): readonly Sighting[] {
  const dates = said.flatMap((passage) => datesIn(passage, dayNumber(message.receivedOn)));
  const past = firstOfEach(dates.filter(({ daysAgo }) => daysAgo >= aWeek));
  const fresh = dates.filter(({ daysAgo }) => daysAgo >= 0 && daysAgo < aWeek);
  const oldest = Math.max(0, ...past.map(({ daysAgo }) => daysAgo));
  return [
    ...seen('tells-one-past-date', 'stage-one', past.length === 1 ? past : []),
    ...seen('tells-two-past-dates', 'stage-one', past.length === 2 ? past : []),
    ...seen('tells-three-or-more-past-dates', 'stage-one', past.length > 2 ? past : []),
    ...seen('dates-begin-over-a-month-ago', 'stage-one', oldest >= aMonth && oldest < aYear ? past : []),
    ...seen('dates-begin-over-a-year-ago', 'out-of-time', oldest >= aYear ? past : []),
    ...seen('tells-only-dates-of-this-week', 'stage-one', past.length === 0 ? fresh : []),
    ...seen(
      'tells-a-date-to-come',
      'legal-proceedings',
      dates.filter(({ daysAgo }) => daysAgo < 0),
    ),
  ];
}

function seen(signal: string, about: Route, [date]: readonly ToldDate[]): readonly Sighting[] {
  if (!date) return [];
  const { passage, words } = date.said;
  const start = words[date.from]?.start ?? 0;
  const end = words[date.to - 1]?.end ?? start;
  return [{ signal, evidence: { about, in: passage.in, quote: passage.received.slice(start, end), start, end, policy: 'section 2' } }];
}

function firstOfEach(dates: readonly ToldDate[]): readonly ToldDate[] {
  const days = new Set<number>();
  return dates.filter(({ daysAgo }) => !days.has(daysAgo) && days.add(daysAgo));
}

function dayNumber(receivedOn: string): number {
  return numberOfDay(Number(receivedOn.slice(0, 4)), Number(receivedOn.slice(5, 7)), Number(receivedOn.slice(8, 10)));
}

function numberOfDay(year: number, month: number, day: number): number {
  return Math.round((year * monthsOfAYear + month) * daysOfAMonth + day);
}

/** Around every name of a month: the days before it, the day after it, or the month alone after `since`, `in`, `last`. */
function datesIn(said: Words, today: number): readonly ToldDate[] {
  const { words } = said;
  const found: ToldDate[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    const month = word ? monthNamed(word) : noMonth;
    if (month === noMonth) continue;
    const days = daysBefore(words, at);
    const after = dayAt(words, words[at + 1]?.text === 'the' ? at + 2 : at + 1);
    const year = yearAt(words, at + 1) ?? yearAt(words, at + 2);
    const latest = alwaysPast.has(words[at - 1]?.text ?? '') ? today : today + aQuarter;
    const tell = (from: number, to: number, day: number) => {
      found.push({
        said,
        from,
        to,
        daysAgo: today - (year === undefined ? lastBefore(latest, month, day) : numberOfDay(year, month, day)),
      });
    };
    for (const { day, from } of days) tell(from, at + 1, day);
    if (days.length > 0) continue;
    if (after !== undefined) tell(at, at + 2, after);
    else if (beforeAMonthAlone.has(words[at - 1]?.text ?? '')) tell(at - 1, at + 1, 15);
  }
  return found;
}

/** Without a year the past one is meant, unless the next is soon. */
function lastBefore(latest: number, month: number, day: number): number {
  const year = Math.floor(latest / daysOfAMonth / monthsOfAYear);
  const choices = [year - 1, year, year + 1].map((one) => numberOfDay(one, month, day));
  return choices.filter((choice) => choice <= latest).at(-1) ?? latest;
}

/** `3, 10 and 17 May`: each day before the month, back to the first word that is none. */
function daysBefore(words: readonly Word[], month: number): readonly { readonly day: number; readonly from: number }[] {
  const days: { day: number; from: number }[] = [];
  for (let at = month - 1; at >= 0 && month - at <= mostDaysBefore; at -= 1) {
    const day = dayAt(words, at);
    if (day !== undefined) {
      const ten = tens.get(words[at - 1]?.text ?? '');
      const spoken = ten !== undefined && day < 10 && ordinals.has(words[at]?.text ?? '');
      days.push({ day: spoken ? ten + day : day, from: spoken ? at - 1 : at });
      if (spoken) at -= 1;
    } else if (!betweenDays.has(words[at]?.text ?? '')) break;
  }
  return days.reverse();
}

function dayAt(words: readonly Word[], at: number): number | undefined {
  const text = words[at]?.text ?? '';
  const spoken = ordinals.get(text) ?? (text === 'thirtieth' ? 30 : undefined);
  if (spoken !== undefined) return spoken;
  const day = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(text)?.[1];
  return day !== undefined && Number(day) >= 1 && Number(day) <= 31 ? Number(day) : undefined;
}

function yearAt(words: readonly Word[], at: number): number | undefined {
  const text = words[at]?.text ?? '';
  return /^20\d\d$/.test(text) ? Number(text) : undefined;
}
