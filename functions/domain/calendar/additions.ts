import { type Addition, type Calendar, withHolidays } from './working-days.ts';

/** The list as it stands with everything proclaimed since; `additions` are all of them. */
export function withAdditions(calendar: Calendar, additions: readonly Addition[]): Calendar {
  if (additions.length === 0) return calendar;
  const ordered = additions.toSorted((one, other) => one.number - other.number);
  const holidays = ordered.map(({ date, name }) => ({ date, name }));
  return { ...withHolidays(calendar, holidays, revisionOf(calendar, ordered.length)), additions: ordered };
}

/** The list as it was at that revision, 0 being the release's own: so that what was counted before can be told from what is counted now. */
export function atRevision(calendar: Calendar, number: number): Calendar {
  const { additions = [] } = calendar;
  const later = additions.filter((addition) => addition.number > number);
  return {
    ...calendar,
    version: revisionOf(calendar, number),
    holidays: calendar.holidays.filter(({ date }) => !later.some((addition) => addition.date === date)),
    additions: additions.filter((addition) => addition.number <= number),
  };
}

/** `england-and-wales-2026-11+1` */
function revisionOf({ version }: Calendar, number: number): string {
  const released = version.replace(/\+\d+$/, '');
  return number === 0 ? released : `${released}+${number}`;
}
