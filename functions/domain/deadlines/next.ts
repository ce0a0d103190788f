import type { Instant, LocalDate } from '../calendar/local-date.ts';
import type { Alert, AlertKind, Deadline, DeadlineKind } from './deadline.ts';

/** Names one alert of one case for ever: what was spoken is not spoken again. */
export type AlertKey = { readonly deadline: DeadlineKind; readonly kind: AlertKind; readonly on: LocalDate };

/** An alert and the deadline it is about. */
export type AlertOf = { readonly deadline: Deadline; readonly alert: Alert };

/** The London date that officers work to: the lawful one, or an earlier one after a late acknowledgement (duty D23) or in our letter. */
export function workTo({ due, performanceDue, promised }: Pick<Deadline, 'due' | 'performanceDue' | 'promised'>): LocalDate | undefined {
  return due && [due, performanceDue, promised].filter((date) => date !== undefined).toSorted()[0];
}

/** The open deadline that comes first. One whose date cannot be counted comes before all others: a person must look. */
export function nextDue(deadlines: readonly Deadline[]): Deadline | undefined {
  return deadlines.filter(isOpen).toSorted((one, other) => compare(workTo(one) ?? '', workTo(other) ?? ''))[0];
}

/** What must be said now: for each open deadline its latest alert whose time has come, unless it was spoken. Earlier ones are superseded. */
export function alertsDue(deadlines: readonly Deadline[], now: Instant, spoken: readonly AlertKey[]): readonly AlertOf[] {
  return deadlines.filter(isOpen).flatMap((deadline) => {
    const alert = deadline.alerts.findLast(({ at }) => at <= now);
    return alert === undefined || wasSpoken(spoken, deadline, alert) ? [] : [{ deadline, alert }];
  });
}

/** The next alert that somebody must hear. Its time is in the past where one should have been spoken already; undefined when none is left. */
export function nextAlert(deadlines: readonly Deadline[], now: Instant, spoken: readonly AlertKey[]): AlertOf | undefined {
  const toCome = deadlines.filter(isOpen).flatMap((deadline) => {
    const alert = deadline.alerts.find((one) => one.at > now && !wasSpoken(spoken, deadline, one));
    return alert === undefined ? [] : [{ deadline, alert }];
  });
  return [...alertsDue(deadlines, now, spoken), ...toCome].toSorted((one, other) => compare(one.alert.at, other.alert.at))[0];
}

/** Neither met nor ended: a closed case's deadlines that nobody met are over, and have no alerts. */
function isOpen(deadline: Deadline): boolean {
  return deadline.met === undefined && deadline.ended === undefined;
}

function wasSpoken(spoken: readonly AlertKey[], deadline: Deadline, alert: Alert): boolean {
  return spoken.some((key) => key.deadline === deadline.kind && key.kind === alert.kind && key.on === alert.on);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
