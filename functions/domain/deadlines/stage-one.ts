import { addDays, type LocalDate } from '../calendar/local-date.ts';
import { type BeyondCalendar, type Calendar, type Count, isBeyond, isWorkingDay, workingDaysFrom } from '../calendar/working-days.ts';
import type { Acknowledged } from '../cases/case.ts';
import type { Rules } from '../policy/rules.ts';

/** The two acts that started and moved the response clock, and the receipt before them. */
type ResponseClock = Pick<Acknowledged, 'receivedOn' | 'acknowledgement' | 'extensions'>;

/** Within 5 working days of receipt (policy section 6). Clarification, closure or leave never pause it. */
export function countToAcknowledgement(receivedOn: LocalDate, rules: Rules): Count | BeyondCalendar {
  return workingDaysFrom(rules.calendar, receivedOn, rules.policy.stageOne.acknowledge.workingDays);
}

/** Within 10 working days of the day on which the complaint was in fact acknowledged, early or late (policy section 6). */
export function countToResponse(acknowledgedOn: LocalDate, rules: Rules): Count | BeyondCalendar {
  return workingDaysFrom(rules.calendar, acknowledgedOn, rules.policy.stageOne.respond.workingDays);
}

/** The London date by which the response is due now, extensions included; undefined where it cannot be counted. */
export function responseDue(clock: ResponseClock, rules: Rules): LocalDate | undefined {
  return clock.extensions.at(-1)?.due ?? dateOf(countToResponse(clock.acknowledgement.on, rules));
}

/**
 * The date to which alerts and performance run where the acknowledgement was late: receipt +5 +10, and what it was extended by (duty D23).
 * Undefined where the acknowledgement was in time, or the date cannot be counted.
 */
export function performanceDue(clock: ResponseClock, { policy, calendar }: Rules): LocalDate | undefined {
  if (clock.acknowledgement.on <= clock.acknowledgement.due) return undefined;
  const { acknowledge, respond } = policy.stageOne;
  const extended = clock.extensions.reduce((days, { previousDue, due }) => days + workingDaysAfter(calendar, previousDue, due), 0);
  return dateOf(workingDaysFrom(calendar, clock.receivedOn, acknowledge.workingDays + respond.workingDays + extended));
}

export function dateOf(count: Count | BeyondCalendar): LocalDate | undefined {
  return isBeyond(count) ? undefined : count.date;
}

/** How many working days lie after one date, up to and including the other. */
export function workingDaysAfter(calendar: Calendar, after: LocalDate, until: LocalDate): number {
  let days = 0;
  for (let day = addDays(after, 1); day <= until; day = addDays(day, 1)) if (isWorkingDay(calendar, day)) days += 1;
  return days;
}
