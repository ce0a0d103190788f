import { addDays, type LocalDate } from '../calendar/local-date.ts';
import { type BeyondCalendar, type Calendar, type Count, isBeyond, isWorkingDay, workingDaysFrom } from '../calendar/working-days.ts';
import type { Acknowledged } from '../cases/case.ts';
import type { Policy, StagePeriods } from '../policy/periods.ts';
import type { Rules } from '../policy/rules.ts';

/** What says which stage runs, and since when. */
type AtAStage = Pick<Acknowledged, 'receivedOn' | 'stageTwo'>;

/** The two acts that started and moved the response clock, and the receipt before them. */
type ResponseClock = AtAStage & Pick<Acknowledged, 'acknowledgement' | 'extensions'>;

export function periodsOf({ stageTwo }: AtAStage, policy: Policy): StagePeriods {
  return stageTwo ? policy.stageTwo : policy.stageOne;
}

/** Day 0 of the acknowledgement: the receipt of the complaint, or the day on which stage two was asked for. */
export function stageBeganOn({ receivedOn, stageTwo }: AtAStage): LocalDate {
  return stageTwo?.askedOn ?? receivedOn;
}

/** Within 5 working days of receipt, or of the request for stage two (policy section 6). Clarification, closure or leave never pause it. */
export function countToAcknowledgement(clock: AtAStage, { policy, calendar }: Rules): Count | BeyondCalendar {
  return workingDaysFrom(calendar, stageBeganOn(clock), periodsOf(clock, policy).acknowledge.workingDays);
}

/** Within 10 working days, at stage two 20, of the day on which it was in fact acknowledged, early or late (policy section 6). */
export function countToResponse(clock: AtAStage, acknowledgedOn: LocalDate, { policy, calendar }: Rules): Count | BeyondCalendar {
  return workingDaysFrom(calendar, acknowledgedOn, periodsOf(clock, policy).respond.workingDays);
}

/** The London date by which the response is due now, extensions included; undefined where it cannot be counted. */
export function responseDue(clock: ResponseClock, rules: Rules): LocalDate | undefined {
  return clock.extensions.at(-1)?.due ?? dateOf(countToResponse(clock, clock.acknowledgement.on, rules));
}

/**
 * The date to which alerts and performance run where the acknowledgement was late: receipt +5 +10, at stage two +5 +20, and what it was
 * extended by (duty D23). Undefined where the acknowledgement was in time, or the date cannot be counted.
 */
export function performanceDue(clock: ResponseClock, { policy, calendar }: Rules): LocalDate | undefined {
  if (clock.acknowledgement.on <= clock.acknowledgement.due) return undefined;
  const { acknowledge, respond } = periodsOf(clock, policy);
  const extended = clock.extensions.reduce((days, { previousDue, due }) => days + workingDaysAfter(calendar, previousDue, due), 0);
  return dateOf(workingDaysFrom(calendar, stageBeganOn(clock), acknowledge.workingDays + respond.workingDays + extended));
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
