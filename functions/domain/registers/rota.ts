import { type Instant, inShort, londonClockOf, londonDateOf } from '../calendar/local-date.ts';
import type { Officer } from '../cases/actor.ts';
import type { Refusal } from '../cases/command.ts';
import { refuse } from '../cases/decision.ts';

// Who is on call for possible harm, at any hour (duty D5). Where nobody is, the council's out-of-hours contact is told first.

/** `until` is the first moment at which they are on call no more. */
export type Shift = { readonly officer: Officer; readonly from: Instant; readonly until: Instant };
/** In the order of their beginning. */
export type Rota = readonly Shift[];

export type RotaChange = { readonly number: number; readonly at: Instant; readonly by: Officer; readonly rota: Rota };

/** Officers by the `subject` of their sign-in. `expected`: the number of the rota that the page showed. */
export type RotaRequest = { readonly expected: number } & (
  | { readonly kind: 'add'; readonly officer: string; readonly from: Instant; readonly until: Instant }
  | { readonly kind: 'remove'; readonly officer: string; readonly from: Instant }
);

/** A limit of ours: a year of weekly shifts for two, and the rota stays a small item that every function reads. */
const mostShifts = 110;

/** Whoever is on call at that moment, first choice first; nobody twice. */
export function onCall(rota: Rota, at: Instant): readonly Officer[] {
  return eachOnce(rota.filter(({ from, until }) => from <= at && at < until));
}

/** Who hears of possible harm, in their order, from the moment at which it was seen: `head` and `out-of-hours` close every ladder. */
export type Rung = Officer | 'head' | 'out-of-hours';

export function ladderFrom(rota: Rota, since: Instant): readonly [Rung, ...Rung[]] {
  const toCome = rota.filter(({ from }) => from > since).slice(0, 1);
  const [first, ...others] = eachOnce([...rota.filter(({ from, until }) => from <= since && since < until), ...toCome]);
  if (first === undefined || onCall(rota, since).length === 0) return ['out-of-hours', ...(first ? [first] : []), 'head'];
  return [first, ...others, 'head', 'out-of-hours'];
}

/** Undefined where the shift may stand. */
export function faultInShift(
  { rota, now }: { readonly rota: Rota; readonly now: Instant },
  { officer, from, until }: Shift,
): Refusal | undefined {
  if (until <= from) return refuse('The end must be later than the beginning.');
  if (until <= now) return refuse(`Enter an end that is still to come: ${momentInShort(until)} has gone.`);
  if (rota.some((shift) => shift.officer.subject === officer.subject && shift.from === from && shift.until === until))
    return refuse('This stands on the rota already.');
  if (stillToCome(rota, now).length >= mostShifts) return refuse(`The rota holds at most ${mostShifts} entries. Take some out first.`);
  return undefined;
}

/** What is over leaves the rota with the next change; the changes keep it. */
export function withShift(rota: Rota, shift: Shift, now: Instant): Rota {
  return [...stillToCome(rota, now), shift].toSorted((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0));
}

export function withoutShift(rota: Rota, { officer, from }: { readonly officer: string; readonly from: Instant }, now: Instant): Rota {
  return stillToCome(rota, now).filter((shift) => shift.officer.subject !== officer || shift.from !== from);
}

/** Running or still to begin. */
export function stillToCome(rota: Rota, now: Instant): Rota {
  return rota.filter(({ until }) => until > now);
}

function momentInShort(at: Instant): string {
  return `${inShort(londonDateOf(at))} at ${londonClockOf(at)}`;
}

/** In the first place in which each stands: a map keeps it. */
function eachOnce(shifts: readonly Shift[]): readonly Officer[] {
  return [...new Map(shifts.map(({ officer }) => [officer.subject, officer])).values()];
}
