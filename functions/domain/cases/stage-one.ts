import { inWords, type LocalDate } from '../calendar/local-date.ts';
import { workingDaysFrom } from '../calendar/working-days.ts';
import { countToAcknowledgement, countToResponse, dateOf, responseDue } from '../deadlines/stage-one.ts';
import { goesByPost } from '../notices/addressee.ts';
import { noticeIdOf } from '../notices/notice-id.ts';
import type { CaseState, EventData, Refusal } from './case.ts';
import { type CommandOf, type Facts, isRefusal, refuse, type Setting } from './decision.ts';
import { readyToAcknowledge, readyToExtend, readyToRespond } from './ready.ts';
import { faultIn, faultInOptional, ifWritten, longestInLetter, longestKept } from './wording.ts';

/** The policy's act that starts the response clock, early or late. It names the letter that carries it, so that an unsent one un-makes it. */
export function acknowledge(state: CaseState, command: CommandOf<'acknowledge'>, { rules, today }: Setting): Facts {
  const ready = readyToAcknowledge(state);
  if (isRefusal(ready)) return ready;
  const fault =
    faultIn(
      command.definition,
      longestKept,
      'Say what the complaint is as we understand it: the person can then correct us (both Codes 5.6).',
    ) ??
    faultInOptional(command.outcomesSought, longestKept) ??
    faultInOptional(command.notResponsibleFor, longestKept);
  if (fault) return fault;
  const due = dateOf(countToAcknowledgement(state.receivedOn, rules));
  if (due === undefined) return uncountable(rules.calendar.until);
  const acknowledgement = {
    on: today,
    due,
    definition: command.definition.trim(),
    outcomesSought: command.outcomesSought.trim(),
    notResponsibleFor: ifWritten(command.notResponsibleFor),
    noticeId: noticeIdOf(state.eventCount + 1, 'acknowledgement'),
  };
  const responseBy = dateOf(countToResponse(today, rules));
  const late = goesByPost(state) ? [] : ifMissed('acknowledge', due, today);
  return [{ type: 'acknowledged', acknowledgement, responseDue: responseBy }, ...late];
}

/** Counts from the due date before it. Ten working days in all, more only for an exceptional reason; the person is always told why (Codes 6.4). */
export function extend(state: CaseState, command: CommandOf<'extend'>, { rules, today }: Setting): Facts {
  const ready = readyToExtend(state);
  if (isRefusal(ready)) return ready;
  const { workingDays, reason } = command;
  if (!Number.isSafeInteger(workingDays) || workingDays < 1) return refuse('Say by how many working days: a whole number, 1 or more.');
  const fault =
    faultIn(reason, longestKept, 'Give the reason: the person is told it (policy section 6; both Codes 6.4).') ??
    faultInOptional(command.exceptionalReason, longestInLetter);
  if (fault) return fault;
  const previousDue = responseDue(ready, rules);
  if (previousDue === undefined) return uncountable(rules.calendar.until);
  const due = dateOf(workingDaysFrom(rules.calendar, previousDue, workingDays));
  if (due === undefined) return uncountable(rules.calendar.until);
  const exceptionalReason = ifWritten(command.exceptionalReason);
  const cap = rules.policy.stageOne.extend.workingDays;
  const furthest = dateOf(workingDaysFrom(rules.calendar, ready.extensions[0]?.previousDue ?? previousDue, cap));
  if (exceptionalReason === undefined && furthest !== undefined && due > furthest)
    return refuse(
      `Extensions come to at most ${cap} working days in all, until ${inWords(furthest)}. To go further, set out the exceptional reason (policy section 6).`,
    );
  if (due < today) return refuse(`Extend by more working days: ${inWords(due)} has gone.`);
  return [{ type: 'extended', extension: { on: today, previousDue, due, reason: reason.trim() }, exceptionalReason }];
}

/** The full response: what policy section 6 says it must state, it must state. */
export function respond(state: CaseState, command: CommandOf<'respond'>, { rules, today }: Setting): Facts {
  const ready = readyToRespond(state);
  if (isRefusal(ready)) return ready;
  const { outcome, definition, decision, reasons, remedy, actions } = command;
  const fault =
    faultIn(definition, longestInLetter, 'Say what the complaint was as we understood it (policy section 6).') ??
    faultIn(decision, longestInLetter, 'State the decision (policy section 6).') ??
    faultIn(reasons, longestInLetter, 'Give the reasons for the decision (policy section 6).') ??
    faultInOptional(remedy, longestInLetter) ??
    faultInOptional(actions, longestInLetter);
  if (fault) return fault;
  const due = responseDue(ready, rules);
  if (due === undefined) return uncountable(rules.calendar.until);
  const letter = {
    definition: definition.trim(),
    decision: decision.trim(),
    reasons: reasons.trim(),
    remedy: ifWritten(remedy),
    actions: ifWritten(actions),
  };
  const late = goesByPost(state) ? [] : ifMissed('respond', due, today);
  return [{ type: 'responded', response: { on: today, due, outcome }, ...letter }, ...late];
}

/** The breach stands in the record beside the act that came late (policy section 8). A letter on paper is judged when its posting is recorded. */
export function ifMissed(deadline: 'acknowledge' | 'respond' | 'service-request', due: LocalDate, metOn: LocalDate): readonly EventData[] {
  return metOn > due ? [{ type: 'deadline-missed', deadline, due, metOn }] : [];
}

function uncountable(until: LocalDate): Refusal {
  return refuse(
    `The date cannot be worked out: the bank holidays after ${inWords(until)} are not known yet. Ask for the calendar to be brought up to date.`,
  );
}
