import { explainCount } from '../calendar/explanation.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { workingDaysFrom } from '../calendar/working-days.ts';
import type { Period } from '../policy/periods.ts';
import type { Rules } from '../policy/rules.ts';
import { alertsFor } from './alerts.ts';
import type { Deadline, DeadlineKind } from './deadline.ts';
import { workTo } from './next.ts';
import { dateOf } from './stage-clock.ts';

/** A deadline before anybody asks whether it was kept. */
export type Bare = Omit<Deadline, 'met' | 'ended' | 'missed' | 'alerts'>;

/** Open, so many working days after its day 0. */
export function counted(kind: DeadlineKind, from: LocalDate, period: Period, rules: Rules): Deadline {
  const count = workingDaysFrom(rules.calendar, from, period.workingDays);
  return open({ kind, from, due: dateOf(count), explanation: explainCount(count), source: period.source }, from, rules);
}

/** Not met yet. `setOn`: the London date on which its due date was set; nobody is told of it on that day. */
export function open(deadline: Bare, setOn: LocalDate, rules: Rules): Deadline {
  const watched = workTo(deadline);
  const alerts = deadline.due && watched ? alertsFor({ due: deadline.due, workTo: watched, setOn }, rules) : [];
  return { ...deadline, missed: false, alerts };
}

/** Met on that London date, in time or not. */
export function met(deadline: Bare, on: LocalDate): Deadline {
  return { ...deadline, met: on, missed: isAfter(on, deadline.due) || deadline.missedBefore !== undefined, alerts: [] };
}

export function isAfter(on: LocalDate, due: LocalDate | undefined): boolean {
  return due !== undefined && on > due;
}
