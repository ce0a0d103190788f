import type { Instant, LocalDate } from '../calendar/local-date.ts';
import type { Alert, AlertKind, Deadline, DeadlineKind } from './deadline.ts';

/** Names one alert of one case for ever: what was spoken is not spoken again. */
export type AlertKey = { readonly deadline: DeadlineKind; readonly about?: number; readonly kind: AlertKind; readonly on: LocalDate };

/** `acknowledge`, `remedy-2`: the deadline among those of its case, in the names of notices and schedules. */
export function nameOfDeadline({ kind, about }: Pick<Deadline, 'kind' | 'about'>): string {
  return about === undefined ? kind : `${kind}-${about}`;
}

/** An alert and the deadline it is about. */
export type AlertOf = { readonly deadline: Deadline; readonly alert: Alert };

/** The London date that officers work to: the lawful one, or an earlier one after a late acknowledgement (duty D23) or in our letter. */
export function workTo({ due, performanceDue, promised }: Pick<Deadline, 'due' | 'performanceDue' | 'promised'>): LocalDate | undefined {
  return due && [due, performanceDue, promised].filter((date) => date !== undefined).toSorted()[0];
}

/** The London date that the person knows of: the lawful one, or an earlier one that our letter bears (decision 16). Our own target is no promise. */
export function toldDate({ due, promised }: Pick<Deadline, 'due' | 'promised'>): LocalDate | undefined {
  return due && promised && promised < due ? promised : due;
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

/** What is overdue and whose last alert is over on that London date: from now on only the list of each day speaks of it. */
export function outlastingAlerts(deadlines: readonly Deadline[], today: LocalDate): readonly Deadline[] {
  return deadlines.filter((deadline) => {
    const on = workTo(deadline);
    const last = deadline.alerts.at(-1);
    return isOpen(deadline) && on !== undefined && on < today && (last === undefined || last.on < today);
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
  return spoken.some(
    (key) => key.deadline === deadline.kind && key.about === deadline.about && key.kind === alert.kind && key.on === alert.on,
  );
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
