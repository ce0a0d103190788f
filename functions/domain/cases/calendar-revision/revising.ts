import { atRevision } from '../../calendar/additions.ts';
import { londonDateOf } from '../../calendar/local-date.ts';
import type { Deadline } from '../../deadlines/deadline.ts';
import { deadlinesOf } from '../../deadlines/deadlines-of.ts';
import { nameOfDeadline } from '../../deadlines/next.ts';
import type { Rules } from '../../policy/rules.ts';
import type { CaseState } from '../case.ts';
import { type CommandOf, type Facts, refuse, type Setting } from '../decision.ts';
import { acknowledgementKinds, type CalendarRevisedEvent, type MovedDate } from './calendar-revision.ts';

// A bank holiday proclaimed late (decision 16; deadlines.md section 6, rule 9). Dates are counted from the case whenever somebody looks, so they have
// moved already: what is decided here is what the record says of it. Dates that we promised are fixed and stay: an extension, a remedy, a request.

/** Repeats safely: what a revision did to a case is said once. */
export function reviseCalendar(state: CaseState, { version }: CommandOf<'revise-calendar'>, { rules }: Setting): Facts {
  const addition = rules.calendar.additions?.find(({ number }) => number === version);
  const moved = movedBy(version, state, rules);
  if (!addition || moved.length === 0) return refuse('No date of this case moves.');
  const { date, name } = addition;
  return [{ type: 'calendar-revised', version, holiday: { date, name }, moved }];
}

/**
 * The open deadlines whose dates that revision of the list moves; none where the case has said so already. Nothing that is met or over is among them:
 * it is never judged again. What began after the approval was counted with the holiday from the first.
 */
export function movedBy(version: number, state: CaseState, rules: Rules): readonly MovedDate[] {
  const addition = rules.calendar.additions?.find(({ number }) => number === version);
  if (!addition || (state.calendarRevised?.version ?? 0) >= version || state.receivedAt > addition.at) return [];
  const approvedOn = londonDateOf(addition.at);
  const reached = openDatesAt(version, state, rules).filter(({ due, from }) => due && due > addition.date && from <= approvedOn);
  if (reached.length === 0) return [];
  const before = openDatesAt(version - 1, state, rules);
  return reached.flatMap((deadline) => {
    const { kind, due: to } = deadline;
    const from = before.find((one) => nameOfDeadline(one) === nameOfDeadline(deadline))?.due;
    const promised = isResponse(deadline) && promisedBy(state) === to;
    return from && to && from !== to && !promised ? [{ deadline: kind, from, to }] : [];
  });
}

function openDatesAt(version: number, state: CaseState, rules: Rules): readonly Deadline[] {
  const deadlines = deadlinesOf(state, { ...rules, calendar: atRevision(rules.calendar, version) });
  return deadlines.filter(({ met, ended }) => met === undefined && ended === undefined);
}

function isResponse({ kind }: Pick<Deadline, 'kind'>): boolean {
  return kind === 'respond' || kind === 'respond-stage-two';
}

function promisedBy(state: CaseState) {
  return state.stage === 'acknowledged' ? state.promised : undefined;
}

/** What our letters promised stays: the acknowledgement's day in the receipt, the response's in the acknowledgement. */
export function calendarRevised(state: CaseState, { version, moved }: CalendarRevisedEvent): CaseState {
  const response = moved.find(({ deadline }) => isResponse({ kind: deadline }));
  const told = acknowledgementKinds.flatMap((deadline) => {
    const from = moved.find((one) => one.deadline === deadline)?.from;
    return from ? [{ deadline, on: from }] : [];
  })[0];
  const earlier = state.calendarRevised?.toldToAcknowledge;
  const toldToAcknowledge = told && (earlier?.deadline !== told.deadline || told.on < earlier.on) ? told : earlier;
  const revised: CaseState = { ...state, calendarRevised: { version, toldToAcknowledge } };
  return response && revised.stage === 'acknowledged' ? { ...revised, promised: revised.promised ?? response.from } : revised;
}
