import type { Instant, LocalDate } from '../calendar/local-date.ts';
import type { Alert, AlertKind, Deadline, DeadlineKind } from './deadline.ts';

/** Names one alert of one case for ever: what was spoken is not spoken again. */
export type AlertKey = { readonly deadline: DeadlineKind; readonly about?: number; readonly kind: AlertKind; readonly on: LocalDate };

export function keyOf({ kind: deadline, about }: Pick<Deadline, 'kind' | 'about'>, { kind, on }: Alert): AlertKey {
  return { deadline, ...(about !== undefined && { about }), kind, on };
}

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

/** Neither met nor ended: a closed case's deadlines that nobody met are over, and have no alerts. */
export function isOpen(deadline: Deadline): boolean {
  return deadline.met === undefined && deadline.ended === undefined;
}

export function wasSpoken(spoken: readonly AlertKey[], deadline: Deadline, alert: Alert): boolean {
  return spoken.some(
    (key) => key.deadline === deadline.kind && key.about === deadline.about && key.kind === alert.kind && key.on === alert.on,
  );
}

export function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
