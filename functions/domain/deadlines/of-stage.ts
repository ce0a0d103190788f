import { explainCount } from '../calendar/explanation.ts';
import { inShort, type LocalDate } from '../calendar/local-date.ts';
import { workingDaysFrom } from '../calendar/working-days.ts';
import type { Accepted, Acknowledged, AnotherRoute, Answered, CaseState, Closed, Known, Received } from '../cases/case.ts';
import { waitsToBePosted } from '../notices/addressee.ts';
import type { Rules } from '../policy/rules.ts';
import type { Suggestion } from '../triage/suggestion.ts';
import type { Deadline, DeadlineKind } from './deadline.ts';
import { promise } from './of-request.ts';
import { type Bare, counted, isAfter, met, open } from './one-deadline.ts';
import {
  countToAcknowledgement,
  countToResponse,
  dateOf,
  missedBeforeExtension,
  type Performance,
  performanceOf,
  periodsOf,
  stageBeganOn,
  workingDaysAfter,
} from './stage-clock.ts';

export function ofStage(state: CaseState, rules: Rules): readonly Deadline[] {
  switch (state.stage) {
    case 'received':
      return [counted('triage', state.receivedOn, rules.policy.triage, rules), acknowledgementBeforeTriage(state, rules)];
    case 'accepted':
      return [...ofStageOneBefore(state, rules), acknowledgementOwed(state, rules)];
    case 'acknowledged':
      return [...ofStageOneBefore(state, rules), acknowledgementMade(state, rules), responseOwed(state, rules)];
    case 'answered':
      return [...ofStageOneBefore(state, rules), acknowledgementMade(state, rules), responseGiven(state, rules)];
    case 'service-request':
      return [promise(state, rules)];
    case 'another-route':
      return state.way === undefined ? [handOver(state, rules)] : [];
    case 'closed':
      return ofStage(state.was, rules).map((deadline) => ended(deadline, state));
  }
}

/** What was met or missed at stage one stays readable at stage two. */
function ofStageOneBefore({ stageTwo, ...state }: Accepted | Acknowledged | Answered, rules: Rules): readonly Deadline[] {
  if (!stageTwo) return [];
  const { response, ...handling } = stageTwo.stageOne;
  const before: Acknowledged = { ...state, ...handling, firstResponseDue: handling.firstResponseDue, stage: 'acknowledged' };
  const made = acknowledgementMade(before, rules);
  return [made, response ? responseGiven({ ...before, stage: 'answered', response }, rules) : responseGivenUp(before, state, rules)];
}

function acknowledgementOwed(state: Accepted, rules: Rules): Deadline {
  return counted(kindOf('acknowledge', state), stageBeganOn(state), periodsOf(state, rules.policy).acknowledge, rules);
}

/** The same act has a deadline of its own kind at each stage. */
function kindOf(act: 'acknowledge' | 'respond', { stageTwo }: Pick<Accepted, 'stageTwo'>): DeadlineKind {
  return stageTwo ? `${act}-stage-two` : act;
}

/** Until a person has decided the route, the earliest date of all suggested routes is the one to keep (duty D9). */
function acknowledgementBeforeTriage(state: Received, rules: Rules): Deadline {
  const corporate = rules.policy.stageOne.acknowledge;
  const care = rules.policy.statutoryCare.acknowledge;
  const procedure = careProcedureIn(state.suggestion);
  if (procedure === undefined || corporate.workingDays <= care.workingDays)
    return counted('acknowledge', state.receivedOn, corporate, rules);
  const sooner = counted('acknowledge', state.receivedOn, care, rules);
  const why = `the limit for ${procedure}, which this may be, is sooner than the ${corporate.workingDays} working days of the corporate procedure`;
  return { ...sooner, explanation: `${sooner.explanation}; ${why}` };
}

function careProcedureIn({ primary, also, procedure }: Suggestion): string | undefined {
  if (procedure === 'public-health') return 'public health complaints';
  return procedure === 'adult-statutory' || [primary, ...also].includes('adult-social-care') ? 'adult social care complaints' : undefined;
}

/** On paper it is made when it is posted; one letter that also answers is not made while it has not arrived (duty D24). */
function acknowledgementMade(state: Acknowledged | Answered, rules: Rules): Deadline {
  const { acknowledgement } = state;
  const [kind, from, { acknowledge }] = [kindOf('acknowledge', state), stageBeganOn(state), periodsOf(state, rules.policy)];
  const bounced = acknowledgement.alsoAnswers && state.undelivered?.noticeId === acknowledgement.noticeId;
  if (bounced || waitsToBePosted(state, acknowledgement.noticeId)) return counted(kind, from, acknowledge, rules);
  const { on, due } = acknowledgement;
  const { source } = acknowledge;
  const count = countToAcknowledgement(state, rules);
  return met({ kind, from, due, explanation: asCountedThen(explainCount(count), due, dateOf(count)), source }, on);
}

function responseOwed(state: Acknowledged | Answered, rules: Rules): Deadline {
  const response = responseClock(state, rules);
  const setOn = later(state.extensions.at(-1)?.on ?? state.acknowledgement.on, response.from);
  return open(response, setOn, rules);
}

/** On paper it is given when it is posted (duty D24). */
function responseGiven(state: Answered, rules: Rules): Deadline {
  if (state.toPost?.some(({ kind }) => kind === 'response')) return responseOwed(state, rules);
  const { due, on } = state.response;
  const response = responseClock(state, rules);
  return met({ ...response, due, explanation: asCountedThen(response.explanation, due, response.due) }, on);
}

/** Stage two began without it (duty D25): it was missed, and nobody waits for it any more. */
function responseGivenUp(before: Acknowledged, { acceptedOn }: Pick<Accepted, 'acceptedOn'>, rules: Rules): Deadline {
  const response = responseClock(before, rules);
  const explanation = `${response.explanation}; stage two began without it on ${inShort(acceptedOn)}`;
  return { ...response, ended: acceptedOn, explanation, missed: isAfter(acceptedOn, response.due), alerts: [] };
}

/** Ten working days from the acknowledgement; an extension counts from the due date before it (deadlines.md section 6, rule 6). */
function responseClock(state: Acknowledged | Answered, rules: Rules): Bare {
  const { respond, extend } = periodsOf(state, rules.policy);
  const kind = kindOf('respond', state);
  const performance = performanceOf(state, rules);
  const late =
    performance === undefined ? '' : `; ${earlierBecause[performance.because]}, so the date to work to is ${inShort(performance.due)}`;
  const extension = state.extensions.at(-1);
  if (extension === undefined) {
    const count = countToResponse(state, state.acknowledgement.on, rules);
    const due = dateOf(count);
    const promised = state.promised && isAfter(due ?? state.promised, state.promised) ? state.promised : undefined;
    const told = promised ? `; our letter says ${inShort(promised)}` : '';
    const missedBefore = missedBeforeItMoved(state, kind, due);
    const gone = missedBefore ? `; ${inShort(missedBefore)} had gone by before the day moved` : '';
    return {
      kind,
      from: state.acknowledgement.on,
      due,
      explanation: `${explainCount(count)}${late}${told}${gone}`,
      source: respond.source,
      performanceDue: performance?.due,
      promised,
      missedBefore,
    };
  }
  const days = workingDaysAfter(rules.calendar, extension.previousDue, extension.due);
  const count = workingDaysFrom(rules.calendar, extension.previousDue, days);
  const missedBefore = missedBeforeExtension(state) ?? missedBeforeItMoved(state, kind, state.extensions[0]?.previousDue);
  const gone = missedBefore ? `; ${inShort(missedBefore)} had gone by before it was extended` : '';
  const explanation = `extended on ${inShort(extension.on)}: ${asCountedThen(explainCount(count), extension.due, dateOf(count))}${late}${gone}`;
  return {
    kind,
    from: extension.previousDue,
    due: extension.due,
    explanation,
    source: extend.source,
    performanceDue: performance?.due,
    missedBefore,
  };
}

/**
 * The day for which we apologised, where the acknowledgement proved to be made later than it was written, by post or once more: that moves what is owed,
 * and not that it was missed (duty D24). A bank holiday moves the day itself.
 */
function missedBeforeItMoved({ inTouch, calendarRevised }: Known, kind: DeadlineKind, due: LocalDate | undefined): LocalDate | undefined {
  if (due === undefined || calendarRevised) return undefined;
  return inTouch?.apologies?.find((one) => one.deadline === kind && one.due < due)?.due;
}

const earlierBecause: Readonly<Record<Performance['because'], string>> = {
  late: 'the acknowledgement was late',
  bounced: 'the first acknowledgement did not arrive',
};

function handOver(state: AnotherRoute, rules: Rules): Deadline {
  return counted('hand-over', state.decidedOn, rules.policy.handOver, rules);
}

/**
 * A case is concluded with nothing unmet but a hand-over, and closing it with a reason confirms that. Whatever a withdrawal leaves unmet is over:
 * missed if its day had gone.
 */
function ended(deadline: Deadline, { closedOn, because }: Closed): Deadline {
  if (deadline.met !== undefined) return deadline;
  if (because === 'concluded') return met(deadline, closedOn);
  const explanation = `${deadline.explanation}; it ended when the case was closed on ${inShort(closedOn)}`;
  return { ...deadline, ended: closedOn, explanation, missed: isAfter(closedOn, deadline.due), alerts: [] };
}

/** A deadline that is over is never judged again by a later list of holidays: 2020 and 2022 moved days (deadlines.md section 6, rule 9). */
function asCountedThen(explanation: string, recorded: LocalDate, countedNow: LocalDate | undefined): string {
  return recorded === countedNow ? explanation : `due by ${inShort(recorded)}, as counted at the time`;
}

function later(one: LocalDate, other: LocalDate): LocalDate {
  return one > other ? one : other;
}
