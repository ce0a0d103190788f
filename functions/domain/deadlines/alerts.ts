import { addDays, type LocalDate, londonTime } from '../calendar/local-date.ts';
import { isWorkingDay, workingDaysFrom } from '../calendar/working-days.ts';
import type { Rules } from '../policy/rules.ts';
import type { Alert, AlertKind } from './deadline.ts';
import { dateOf } from './stage-clock.ts';

/** The days that decide when somebody is told. */
type WatchedDays = {
  /** The lawful date. */
  readonly due: LocalDate;
  /** The date that officers work to: the lawful one or earlier. */
  readonly workTo: LocalDate;
  /** The day on which the date was set: nobody needs telling on that day or before it. */
  readonly setOn: LocalDate;
};

/**
 * A warning 2 working days before, one on the day (on the last working day before it where nobody works on the day), and one on every working
 * day overdue until the tenth after the lawful date: so a late acknowledgement starts the alerts earlier and never ends them earlier.
 */
export function alertsFor({ due, workTo: watched, setOn }: WatchedDays, rules: Rules): readonly Alert[] {
  const { policy, calendar } = rules;
  const alert = (kind: AlertKind, on: LocalDate): Alert => ({ kind, on, at: londonTime(on, policy.alerts.at) });
  const before = (days: number) => dateOf(workingDaysFrom(calendar, watched, -days));

  const warning = before(policy.alerts.warningBefore);
  const onTheDay = isWorkingDay(calendar, watched) ? watched : (before(1) ?? watched);
  const alerts = [
    ...(warning === undefined || warning >= onTheDay ? [] : [alert('warning', warning)]),
    alert('due', onTheDay),
    ...overdueDays(watched, due, rules).map((day) => alert('overdue', day)),
  ];
  return alerts.filter(({ on }) => on > setOn);
}

/** As far as the calendar's data reaches. */
function overdueDays(watched: LocalDate, due: LocalDate, { policy, calendar }: Rules): LocalDate[] {
  const last = dateOf(workingDaysFrom(calendar, due, policy.alerts.overdueDays)) ?? calendar.until;
  const days: LocalDate[] = [];
  for (let day = addDays(watched, 1); day <= last; day = addDays(day, 1)) if (isWorkingDay(calendar, day)) days.push(day);
  return days;
}
