import { addDays, type LocalDate } from '../calendar/local-date.ts';
import { type BeyondCalendar, type Calendar, type Count, isBeyond, isWorkingDay, workingDaysFrom } from '../calendar/working-days.ts';
import type { Acknowledged } from '../cases/case.ts';
import type { Policy, StagePeriods } from '../policy/periods.ts';
import type { Rules } from '../policy/rules.ts';

/** What says which stage runs, and since when. */
type AtAStage = Pick<Acknowledged, 'receivedOn' | 'stageTwo'>;

/** The two acts that started and moved the response clock, and the receipt before them. */
type ResponseClock = AtAStage & Pick<Acknowledged, 'acknowledgement' | 'extensions' | 'firstResponseDue'>;

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

/** An earlier date than the lawful one, and why it counts. */
export type Performance = { readonly due: LocalDate; readonly because: 'late' | 'bounced' };

/**
 * The date to which alerts and performance run where it is earlier than the lawful one: after a late acknowledgement receipt +5 +10, at stage two
 * +5 +20 (duty D23); after one that did not arrive and was made again, the date that the first one set (duty D24). Each with what it was extended
 * by. Undefined where there is no such date, or it cannot be counted.
 */
export function performanceOf(clock: ResponseClock, rules: Rules): Performance | undefined {
  const { policy, calendar } = rules;
  const { acknowledge, respond } = periodsOf(clock, policy);
  const { acknowledgement, extensions, firstResponseDue } = clock;
  const isLate = acknowledgement.on > acknowledgement.due;
  const late = isLate ? dateOf(workingDaysFrom(calendar, stageBeganOn(clock), acknowledge.workingDays + respond.workingDays)) : undefined;
  const lawful = dateOf(countToResponse(clock, acknowledgement.on, rules));
  const bounced = firstResponseDue && lawful && firstResponseDue < lawful ? firstResponseDue : undefined;
  const [first] = [
    ...(late ? [{ due: late, because: 'late' } as const] : []),
    ...(bounced ? [{ due: bounced, because: 'bounced' } as const] : []),
  ].toSorted((one, other) => (one.due < other.due ? -1 : 1));
  if (!first) return undefined;
  const extended = extensions.reduce((days, { previousDue, due }) => days + workingDaysAfter(calendar, previousDue, due), 0);
  const due = extended > 0 ? dateOf(workingDaysFrom(calendar, first.due, extended)) : first.due;
  return due && { due, because: first.because };
}

/** The date that had gone by when the response was extended: an extension after it moves what is owed, and not that it was missed. */
export function missedBeforeExtension({ extensions }: Pick<ResponseClock, 'extensions'>): LocalDate | undefined {
  return extensions.find(({ on, previousDue }) => on > previousDue)?.previousDue;
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
