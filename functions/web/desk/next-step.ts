import type { ShownCase } from '../../app/show-case.ts';
import type { LocalDate } from '../../domain/calendar/local-date.ts';
import { openContributions } from '../../domain/cases/allocation/ready.ts';
import type { CaseState, Received } from '../../domain/cases/case.ts';
import { askedByDissatisfaction, openFollowUp } from '../../domain/cases/conversation/asked.ts';
import { withoutContact } from '../../domain/cases/in-touch/ready.ts';
import type { OfficerCommand } from '../../domain/cases/possible.ts';
import { openRemedies, unconfirmedRemedies } from '../../domain/cases/remedies/ready.ts';
import { openRequest } from '../../domain/cases/request/ready.ts';
import { unconfirmed } from '../../domain/cases/turning-away/turning-away.ts';
import { type WayOut, waysOut } from '../../domain/policy/ways-out.ts';
import { kindOf } from '../../domain/staff/authority.ts';
import { staffMember } from '../../domain/staff/staff-member.ts';
import { standsInFor } from '../../domain/staff/standing-in.ts';
import type { Route } from '../../domain/triage/suggestion.ts';

// What a case waits for, and which of it belongs to whoever looks. It leads; what may be done is said by the case and the table of authority.

/** `act`: what is offered first. `theirs`: it is for whoever looks; else they read for whom it waits. */
type NextStep = { readonly act: OfficerCommand; readonly theirs: boolean };

/** The first step that belongs to this officer; else the first that somebody can do now. Undefined where the case waits for nothing. */
export function nextStep(shown: ShownCase, subject: string, today: LocalDate): NextStep | undefined {
  const steps = [...stepsOf(shown.state), ...owedBy(shown, subject)];
  const theirs = steps.find((act) => belongsTo(shown, act, subject, today));
  if (theirs !== undefined) return { act: theirs, theirs: true };
  const act = steps.find((step) => isPossibleForSomebody(shown, step)) ?? steps[0];
  return act && { act, theirs: false };
}

/** All that a case waits for, the most urgent first. */
export function stepsOf(state: CaseState): readonly OfficerCommand[] {
  const { proposal, undelivered, toPost, callBack } = state;
  return [
    ...(proposal ? ([proposal.forRelease ? 'release' : 'approve'] satisfies OfficerCommand[]) : []),
    ...(undelivered ? (['reached-another-way'] satisfies OfficerCommand[]) : []),
    ...(toPost ? (['record-posted'] satisfies OfficerCommand[]) : []),
    ...(callBack ? ([callBack.attempts > 0 ? 'record-call-back' : 'confirm-caller'] satisfies OfficerCommand[]) : []),
    ...askedInMessages(state),
    // What is proposed is not asked for once more.
    ...(proposal ? [] : ofTheStage(state)),
    ...(adviceIsOwed(state) ? (['record-consultation'] satisfies OfficerCommand[]) : []),
  ];
}

function askedInMessages(state: CaseState): readonly OfficerCommand[] {
  const dissatisfied = askedByDissatisfaction(state) === 'complaint' ? 'accept-at-stage-one' : 'accept-at-stage-two';
  return [
    ...(openFollowUp(state, 'withdrawal') ? (['withdraw'] satisfies OfficerCommand[]) : []),
    ...(openFollowUp(state, 'dissatisfaction') ? ([dissatisfied] satisfies OfficerCommand[]) : []),
    ...(openFollowUp(state, 'chaser') ? (['answer-chaser'] satisfies OfficerCommand[]) : []),
  ];
}

function ofTheStage(state: CaseState): readonly OfficerCommand[] {
  switch (state.stage) {
    case 'received':
      return [firstDecision(state)];
    case 'accepted':
      return [state.allocation ? 'acknowledge' : 'allocate'];
    case 'acknowledged':
      return [withoutContact(state) ? 'record-contact' : 'respond'];
    case 'service-request':
      return [state.answeredOn === undefined ? 'answer-service-request' : 'close'];
    case 'another-route':
      return [unconfirmed(state.handOvers).length > 0 ? 'confirm-hand-over' : 'close'];
    case 'answered':
    case 'closed':
      return afterTheAnswer(state);
  }
}

/** What they were asked about comes before what is still to be done. */
function afterTheAnswer(state: CaseState): readonly OfficerCommand[] {
  if (unconfirmedRemedies(state).some(({ asked: question }) => question)) return ['record-answer-to-done'];
  if (openRemedies(state).length > 0) return ['record-remedy-done'];
  return openRequest(state) ? ['answer-service-request'] : [];
}

function adviceIsOwed({ discrimination, stage }: CaseState): boolean {
  return discrimination !== undefined && !discrimination.consulted && (stage === 'accepted' || stage === 'acknowledged');
}

/** What is theirs to do while others look into the rest: the part that their service was asked for, and the remedy that they see to. */
function owedBy({ state, staff }: ShownCase, subject: string): readonly OfficerCommand[] {
  const services = staffMember(staff, subject)?.services ?? [];
  const part = officerOf(state)?.subject !== subject && openContributions(state).some(({ service }) => services.includes(service));
  return [
    ...(part ? (['record-contribution'] satisfies OfficerCommand[]) : []),
    ...(openRemedies(state).some(({ owner }) => owner.subject === subject) ? (['record-remedy-done'] satisfies OfficerCommand[]) : []),
  ];
}

const actOfWay: Readonly<Record<Exclude<WayOut, 'move' | 'decline'>, OfficerCommand>> = {
  'hand-over': 'hand-over',
  signpost: 'signpost',
  thank: 'thank-for-feedback',
};

/**
 * What a new case waits for, by what triage suggests. A ground for not accepting is never offered first, nor any other way while we may be those who
 * should answer; and each of these forms asks for its reasons, with nothing chosen (duty D3).
 */
function firstDecision(state: Received): OfficerCommand {
  if (state.suggestion.primary === 'service-request') return 'record-service-request';
  return waysSuggested(state)[0] ?? 'accept-at-stage-one';
}

const keptHere: readonly Route[] = ['stage-one', 'stage-two', 'service-request'];

/** The forms by which a case would go where triage suggests; none where it suggests that it stays, or may stay. */
export function waysSuggested({ suggestion: { primary, also, needsPerson } }: CaseState): readonly OfficerCommand[] {
  if (needsPerson || primary === 'stage-one' || primary === 'service-request' || also.some((route) => keptHere.includes(route))) return [];
  const { ways } = waysOut[primary];
  // Where one of the ways is not to accept it, a person must first find out which it is.
  return ways.includes('decline') ? [] : ways.flatMap((way) => (way === 'move' || way === 'decline' ? [] : actOfWay[way]));
}

/** What investigators do is for whoever looks into the case, and for whoever stands in for them; the rest for everybody who may. */
function belongsTo(shown: ShownCase, act: OfficerCommand, subject: string, today: LocalDate): boolean {
  if (!shown.possible.some(({ type, possible }) => type === act && possible)) return false;
  // Asked of their service: `owedBy`.
  if (act === 'record-contribution') return true;
  if (act === 'record-remedy-done') return openRemedies(shown.state).some(({ owner }) => (owner.subject ?? subject) === subject);
  const officer = officerOf(shown.state);
  if (kindOf[act] !== 'looking-into' || officer === undefined) return true;
  return officer.subject === subject || standsInFor(subject, shown.staff, today).some((absent) => absent.subject === officer.subject);
}

/** Who looks into it now. */
export function officerOf(state: CaseState) {
  const open = state.stage === 'closed' ? state.was : state;
  return 'allocation' in open ? open.allocation?.officer : undefined;
}

function isPossibleForSomebody({ possible }: ShownCase, act: OfficerCommand): boolean {
  return possible.some((offered) => offered.type === act && (offered.possible || offered.notTheirs !== undefined));
}

/**
 * Forms that are not drawn on the case page: an answer is written where what it answers and what it must say stand beside it, and nobody is sent
 * another way but on a page that says what that means.
 */
export function isWrittenApart(action: OfficerCommand): boolean {
  return ['respond', 'hand-over', 'signpost', 'thank-for-feedback'].includes(action);
}
