import type { Message } from '../message.ts';
import type { Sighting, Words } from '../sighting.ts';
import type { Route } from '../suggestion.ts';
import { type Month, monthsOfAYear, type TimeSaid, timesSaidIn } from './times-said.ts';

const pastLimit = 'section 3';

/**
 * Whether everything that is dated is over twelve months old, something is within them, or it has gone on since; and what is dated: a court day to
 * come, a decision, an answer. Section 3 needs that it was known then and is over as well: a person decides that.
 */
export function whenItHappened(message: Message, said: readonly Words[]): readonly Sighting[] {
  const now = monthOf(message.receivedOn);
  const times = said.flatMap((words) => timesSaidIn(words, now));
  const since = times.filter((time) => isOld(time, now) && startsSomething(time));
  const old = times.filter((time) => isOld(time, now) && !startsSomething(time));
  const within = times.filter((time) => !isOld(time, now));
  const clearlyWithin = within.filter((time) => time.as !== 'month-only' && time.as !== 'near');
  const near = within.filter((time) => time.as === 'near');
  const knewLately = message.firstKnown !== undefined && monthOf(message.firstKnown) > now - monthsOfAYear;
  return [
    ...seen('says-an-old-date', 'out-of-time', old),
    ...seen('gone-on-since-an-old-date', 'stage-one', since),
    ...(knewLately ? seen('knew-of-it-lately', 'stage-one', old) : agesOf({ old, within, clearlyWithin, near }, now)),
    ...seen('says-only-dates-within-a-year', 'stage-one', old.length === 0 ? [...clearlyWithin, ...within] : []),
    ...seen(
      'court-day-to-come',
      'legal-proceedings',
      times.filter((time) => isToCome(time, now) && stands(time, courtWords)),
    ),
    ...seen(
      'decision-with-its-date',
      'statutory-appeal',
      within.filter((time) => stands(time, decisionWords)),
    ),
    ...seen(
      'answer-with-its-date',
      'stage-two',
      within.filter((time) => stands(time, answerWords)),
    ),
    ...seen(
      'final-answer-with-its-date',
      'already-considered',
      times.filter((time) => stands(time, finalWords) && stands(time, answerWords)),
    ),
  ];
}

// ---------------------------------------------------------------------------------------------------------------------

type Ages = {
  readonly old: readonly TimeSaid[];
  readonly within: readonly TimeSaid[];
  readonly clearlyWithin: readonly TimeSaid[];
  readonly near: readonly TimeSaid[];
};

const mostWordsOfAnOpening = 30;
const longPast = 3 * monthsOfAYear;

function agesOf({ old, within, clearlyWithin, near }: Ages, now: Month): readonly Sighting[] {
  if (old.length === 0) return [];
  if (clearlyWithin.length > 0) return seen('says-old-dates-and-dates-within-a-year', 'stage-one', clearlyWithin);
  if (near.length > 0) return [...seen('says-old-dates-and-days-just-gone', 'stage-one', near), ...opening('opens-with-an-old-date', old)];
  return [
    ...seen(within.length > 0 ? 'says-old-dates-and-months-of-them' : 'says-only-old-dates', 'out-of-time', old),
    ...seen('says-only-dates-over-three-years-old', 'out-of-time', old.every(({ latest }) => latest < now - longPast) ? old : []),
    ...opening('opens-with-an-old-date-and-no-other', old),
  ];
}

function opening(signal: string, old: readonly TimeSaid[]): readonly Sighting[] {
  return seen(
    signal,
    'out-of-time',
    old.filter(({ from }) => from < mostWordsOfAnOpening),
  );
}

function monthOf(date: string): Month {
  return Number(date.slice(0, 4)) * monthsOfAYear + Number(date.slice(5, 7)) - 1;
}

function isOld({ latest }: TimeSaid, now: Month): boolean {
  return latest < now - monthsOfAYear;
}

/** A span that ends. */
const endsAfter = new Set(['to', 'until', 'till', 'and', 'through']);

/** "since 2019", not "from 2019 to 2021". */
function startsSomething(time: TimeSaid): boolean {
  const { words } = time.in;
  const before = [1, 2, 3].map((step) => words[time.from - step]?.text);
  if (before.includes('since')) return true;
  return before[0] === 'from' && !endsAfter.has(words[time.to]?.text ?? '');
}

/** A day of the next months: a month without its year that is more than half a year back is meant to come. */
function isToCome({ as, latest, from, in: { words } }: TimeSaid, now: Month): boolean {
  if (as === 'month-only') return now - latest > monthsOfAYear / 2 || latest === now;
  return latest > now || (as === 'near' && words[from]?.text === 'tomorrow') || (as === 'calendar' && latest === now);
}

const nearby = 8;
const courtWords = new Set(
  'court caught hearing hearings trial magistrates mags judge listed tribunal possession eviction evicted bailiff bailiffs summons warrant prosecution bench'.split(
    ' ',
  ),
);
const decisionWords = new Set(
  'decision decided refused refusal revoked revocation declined rejected notice pcn ticket penalty fine plan granted offer award liable overpayment overpaid ceased ended determination finding suspended removed'.split(
    ' ',
  ),
);
const answerWords = new Set('reply replied response responded answer answered letter stage outcome findings upheld wrote'.split(' '));
const finalWords = new Set('final two 2 director ombudsman concludes concluded last second closed'.split(' '));

/** One of the words stands a few words before or after. */
function stands({ in: { words }, from, to }: TimeSaid, near: ReadonlySet<string>): boolean {
  for (let at = Math.max(0, from - nearby); at < Math.min(words.length, to + nearby); at += 1) {
    if ((at < from || at >= to) && near.has(words[at]?.text ?? '')) return true;
  }
  return false;
}

/** The first of them, to show. */
function seen(signal: string, about: Route, [time]: readonly TimeSaid[]): readonly Sighting[] {
  if (!time) return [];
  const { passage, words } = time.in;
  const start = words[time.from]?.start ?? 0;
  const end = words[time.to - 1]?.end ?? start;
  return [{ signal, evidence: { about, in: passage.in, quote: passage.received.slice(start, end), start, end, policy: pastLimit } }];
}
