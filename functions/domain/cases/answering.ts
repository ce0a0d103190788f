import { inWords, type LocalDate } from '../calendar/local-date.ts';
import { workingDaysFrom } from '../calendar/working-days.ts';
import { countToAcknowledgement, countToResponse, dateOf, periodsOf, responseDue } from '../deadlines/stage-clock.ts';
import { goesByPost } from '../notices/addressee.ts';
import { noticeIdOf } from '../notices/notice-id.ts';
import { decidedBy } from './allocation/taking-part.ts';
import type { Acknowledged, CaseState } from './case.ts';
import type { Refusal } from './command.ts';
import { type CommandOf, type Facts, isRefusal, refuse, type Setting } from './decision.ts';
import { faultInFindings } from './discrimination/looking-into-it.ts';
import type { EventData, MissedDeadline } from './event.ts';
import { offered } from './in-touch/in-touch.ts';
import { updatesPastTheCap } from './in-touch/updates.ts';
import { faultInNotNeeded } from './not-needed.ts';
import type { Point } from './point.ts';
import { mostPoints, outcomeOf, pointsOf } from './points.ts';
import { putIntoPoints } from './points-at-stage-two.ts';
import { readyToAcknowledge, readyToExtend } from './ready.ts';
import { readyToSendResponse } from './releasing.ts';
import { moneyInWords, setOffUnsaid } from './remedies/money.ts';
import { faultInOffers, promised, withoutBankDetails } from './remedies/promising.ts';
import { isForOthers } from './remedies/remedy.ts';
import { faultIn, faultInOptional, ifWritten, longestInLetter, longestKept, longestPoint, uncountable } from './wording.ts';

/** The policy's act that starts the response clock, early or late. It names the letter that carries it, so that an unsent one un-makes it. */
export function acknowledge(state: CaseState, command: CommandOf<'acknowledge'>, { rules, today }: Setting): Facts {
  const ready = readyToAcknowledge(state);
  if (isRefusal(ready)) return ready;
  const { points = [] } = command;
  const fault =
    faultIn(
      command.definition,
      longestKept,
      'Say what the complaint is as we understand it: the person can then correct us (both Codes 5.6).',
    ) ??
    faultInPoints(points, ready) ??
    faultInOptional(command.outcomesSought, longestKept) ??
    faultInOptional(command.notResponsibleFor, longestKept);
  if (fault) return fault;
  const put = putIntoPoints(ready, points);
  if (isRefusal(put)) return put;
  const due = dateOf(countToAcknowledgement(ready, rules));
  if (due === undefined) return uncountable(rules.calendar.until);
  const acknowledgement = {
    on: today,
    due,
    definition: command.definition.trim(),
    ...put,
    outcomesSought: command.outcomesSought.trim(),
    notResponsibleFor: ifWritten(command.notResponsibleFor),
    noticeId: noticeIdOf(state.eventCount + 1, 'acknowledgement'),
  };
  const responseBy = dateOf(countToResponse(ready, today, rules));
  const late = goesByPost(state) ? [] : ifMissed(ready.stageTwo ? 'acknowledge-stage-two' : 'acknowledge', due, today);
  return [{ type: 'acknowledged', acknowledgement, responseDue: responseBy, offered }, ...late];
}

/** Counts from the due date before it. Ten working days in all, at stage two 20, more only for an exceptional reason; the person is always told why (Codes 6.4). */
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
  const cap = periodsOf(ready, rules.policy).extend.workingDays;
  const furthest = dateOf(workingDaysFrom(rules.calendar, ready.extensions[0]?.previousDue ?? previousDue, cap));
  if (exceptionalReason === undefined && furthest !== undefined && due > furthest)
    return refuse(
      `Extensions come to at most ${cap} working days in all, until ${inWords(furthest)}. To go further, set out the exceptional reason (policy section 6).`,
    );
  if (due < today) return refuse(`Extend by more working days: ${inWords(due)} has gone.`);
  const late = ifMissed(ready.stageTwo ? 'respond-stage-two' : 'respond', previousDue, today, { extended: true });
  const updates = furthest !== undefined && due > furthest ? updatesPastTheCap(ready, today, rules) : [];
  return [{ type: 'extended', extension: { on: today, previousDue, due, reason: reason.trim() }, exceptionalReason }, ...late, ...updates];
}

/** The full response: what policy section 6 says it must state, it must state, and every point is answered (both Codes 6.7). */
export function respond(state: CaseState, command: CommandOf<'respond'>, setting: Setting): Facts {
  const ready = readyToSendResponse(state, command, setting);
  return isRefusal(ready) ? ready : fullResponse(ready, command, setting);
}

/** What the response says of a complaint that is ready for it; where something went wrong, also who else is affected (duty D32). */
export function fullResponse(ready: Acknowledged, command: CommandOf<'respond'>, { rules, today, by }: Setting): Facts {
  const { decision, remedy, actions, remedies = [], affectedOthers, notNeeded = [], forRelease } = command;
  const points = pointsOf(ready);
  const answers = points.flatMap((point, index) => {
    const answer = command.answers[index];
    if (!answer) return [];
    const found = ready.discrimination && answer.discriminationFound;
    return [
      { ...point, outcome: answer.outcome, reasons: answer.reasons.trim(), ...(found !== undefined && { discriminationFound: found }) },
    ];
  });
  const fault =
    faultIn(decision, longestInLetter, 'State the decision (policy section 6).') ??
    (answers.length < points.length || command.answers.length > points.length
      ? refuse('Decide every point of the complaint, and only those (both Codes 6.7).')
      : undefined) ??
    answers
      .map(({ reasons }) => faultIn(reasons, longestInLetter, 'Give the reasons for the decision on every point (policy section 6).'))
      .find((found) => found !== undefined) ??
    faultInFindings(ready, answers) ??
    faultInOptional(remedy, longestInLetter) ??
    faultInOptional(actions, longestInLetter) ??
    withoutBankDetails(remedy, actions, affectedOthers) ??
    moneyInWords(remedy, actions) ??
    setOffUnsaid(`${remedy ?? ''}\n${actions ?? ''}`, { takenOffDebt: remedies.find((offer) => offer.takenOffDebt)?.takenOffDebt }) ??
    faultInOffers(remedies, today, ready.remedies?.length) ??
    faultInNotNeeded(ready, command, outcomeOf(answers)) ??
    (outcomeOf(answers) === 'not-upheld' || forRelease || remedies.some((remedy) => isForOthers(remedy))
      ? faultInOptional(affectedOthers, longestInLetter)
      : faultIn(
          affectedOthers ?? '',
          longestInLetter,
          'Say what we do for others who are affected, by whom and by when, or why nobody else is.',
        ));
  if (fault) return fault;
  const due = responseDue(ready, rules);
  if (due === undefined) return uncountable(rules.calendar.until);
  const letter = {
    definition: ready.acknowledgement.definition,
    decision: decision.trim(),
    answers,
    remedy: ifWritten(remedy),
    actions: ifWritten(actions),
    remedies: remedies.length > 0 ? promised(ready, remedies) : undefined,
    affectedOthers: ifWritten(affectedOthers),
    ...(notNeeded.length > 0 && { notNeeded: notNeeded.map(({ part, because }) => ({ part, because: because.trim() })) }),
    ...decidedBy(ready, by),
  };
  const late = goesByPost(ready) ? [] : ifMissed(ready.stageTwo ? 'respond-stage-two' : 'respond', due, today);
  return [{ type: 'responded', response: { on: today, due, outcome: outcomeOf(answers) }, ...letter }, ...late];
}

/** The breach stands in the record beside the act that came late (policy section 8). A letter on paper is judged when its posting is recorded. */
export function ifMissed(
  deadline: MissedDeadline,
  due: LocalDate,
  metOn: LocalDate,
  how: { readonly extended?: true } = {},
): readonly EventData[] {
  return metOn > due ? [{ type: 'deadline-missed', deadline, due, metOn, ...how }] : [];
}

/** Related issues that joined are points of the same response: together they must be as many as it can answer. */
export function faultInPoints(points: readonly Point[], { joined = [] }: Pick<Acknowledged, 'joined'>): Refusal | undefined {
  if (Math.max(points.length, 1) + joined.length > mostPoints)
    return refuse(
      joined.length > 0
        ? `Put the complaint into at most ${mostPoints - joined.length} points: ${joined.length} more joined it since, and one response answers at most ${mostPoints}.`
        : `Put the complaint into at most ${mostPoints} points.`,
    );
  return points.map(({ words }) => faultIn(words, longestPoint, 'Say what each point is about.')).find((fault) => fault !== undefined);
}
