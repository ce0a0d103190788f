import { type LocalDate, londonDateOf } from '../calendar/local-date.ts';
import { otherBodies } from '../policy/other-bodies.ts';
import { theirProcedures } from '../policy/receiving-teams.ts';
import { conflictRecorded, conflictRemoved, contributionAsked, contributionRecorded, earlierInvestigators } from './allocation/evolving.ts';
import { calendarRevised } from './calendar-revision/revising.ts';
import { calledBack, callerConfirmed, transcriptChecked, withCall } from './call/after-a-call.ts';
import type { Allocation, AnotherRoute, CaseState, Closed, OpenCase, OtherRoute, Received } from './case.ts';
import { withDissatisfactionTakenUp, withMessage, withoutFollowUps, withoutMessage, withoutQuestion } from './conversation/evolving.ts';
import {
  askedAgain,
  discriminationRaised,
  discriminationReported,
  equalityAdviceGiven,
  withFinding,
} from './discrimination/looking-into-it.ts';
import { discriminationRuledOut } from './discrimination/ruling-out.ts';
import type { CaseEvent, EventOf } from './event.ts';
import { withHarm } from './harm/evolving.ts';
import { withHazard, withHazardStep } from './hazard/evolving.ts';
import { onceAcknowledged, onceAnswered, onceAtStageTwo, withInTouch } from './in-touch/evolving.ts';
import { known } from './known.ts';
import { authorityRefused, authorityVerified, representativeRecorded } from './people/speaking-for.ts';
import { adjustmentsAgreed, bereavementRecorded, emailCorrected, groupRecorded, personCorrected } from './people/who-they-are.ts';
import { calledSpam, posted, reachedAnotherWay, undelivered, withLetterToPost } from './reaching/evolving.ts';
import { issueJoined, linksOf, withLink } from './related/evolving.ts';
import { withPromises, withRemedyEvent } from './remedies/evolving.ts';
import {
  askedWhetherFixed,
  besideComplaint,
  choiceOffered,
  choiceRecorded,
  fixedAnswerRecorded,
  requestAnswered,
} from './request/evolving.ts';
import { restricted, restrictionLifted } from './restricted/deciding.ts';
import { commandsTakenBack } from './taking-back/taken-back.ts';
import { takenBack, withConfirmation, withHandOver } from './turning-away/evolving.ts';
import { handOverTold, toldByHand } from './turning-away/telling-later.ts';
import type { WayTaken } from './turning-away/turning-away.ts';
import { withdrawalUndone } from './withdrawal/evolving.ts';

/**
 * The case after one more event. Total: an event that cannot belong here changes nothing but the count of events, and `decide` never makes one.
 * Only a first event that does not open a case leaves nothing.
 */
export function evolve(state: CaseState, event: CaseEvent): CaseState;
export function evolve(state: CaseState | undefined, event: CaseEvent): CaseState | undefined;
export function evolve(state: CaseState | undefined, event: CaseEvent): CaseState | undefined {
  if (state === undefined) return event.type === 'complaint-received' ? withLetterToPost(withHarm(opened(event), event), event) : undefined;
  const next = withHarm(withoutOvertakenProposal(state, changed(state, event)), event);
  const counted = { ...next, eventCount: state.eventCount + 1 };
  return next === state ? counted : withLetterToPost(counted, event);
}

/** The case that these events make, on top of `state` if it is given. What was taken back changes nothing, and keeps its numbers. */
export function replay(events: readonly CaseEvent[], state?: CaseState): CaseState | undefined {
  const back = commandsTakenBack(events);
  return events.reduce<CaseState | undefined>(
    (soFar, event) => (back.has(event.commandId) ? passedOver(soFar) : evolve(soFar, event)),
    state,
  );
}

function passedOver(state: CaseState | undefined): CaseState | undefined {
  return state && { ...state, eventCount: state.eventCount + 1 };
}

function opened(event: EventOf<'complaint-received'>): Received {
  const first: Received = {
    stage: 'received',
    reference: event.reference,
    policyVersion: event.policyVersion,
    channel: event.channel,
    receivedAt: event.receivedAt,
    receivedOn: londonDateOf(event.receivedAt),
    complainant: event.complainant,
    reachBy: event.reachBy,
    onBehalfOf: event.onBehalfOf,
    adjustments: event.adjustments,
    suggestion: event.suggestion,
    eventCount: 1,
    subject: event.subject,
    links: linksOf(event),
    questions: event.question && [
      { ...event.question, contact: { channel: event.channel, id: event.contactId }, since: londonDateOf(event.receivedAt) },
    ],
  };
  return withCall(first, event);
}

function changed(state: CaseState, event: CaseEvent): CaseState {
  switch (event.type) {
    case 'complaint-received':
    case 'deadline-missed':
    case 'harm-taken':
    // What it names is left out by `replay`, which alone knows what was before.
    case 'taken-back':
      return state;
    case 'correspondence-added':
      return withCall(withMessage(state, event), event);
    case 'question-answered':
      return withoutQuestion(state, { channel: event.channel, id: event.contactId });
    case 'contact-moved-out':
      return event.channel === 'voicemail' ? transcriptChecked(movedOut(state, event), event.contactId) : movedOut(state, event);
    case 'point-added':
      return { ...state, points: [{ point: event.point, deadline: event.deadline, due: event.due }] };
    case 'chaser-answered':
      return withoutFollowUps(state, 'chaser');
    case 'proposed':
      return proposed(state, event);
    case 'approved':
    case 'released':
    case 'proposal-returned':
      return { ...state, proposal: undefined };
    case 'accepted-at-stage-two':
      return acceptedAtStageTwo(state, event);
    case 'stage-two-declined':
    case 'stage-two-acknowledged':
      return withoutFollowUps(state, 'dissatisfaction');
    case 'follow-up-set-aside':
      return withoutFollowUps(state, event.followUp);
    case 'correspondence-read':
      return { ...state, unread: undefined };
    case 'accepted-at-stage-one':
      return accepted(state, event);
    case 'service-request-recorded':
      return serviceRequest(state, event);
    case 'sent-another-way':
      return anotherRoute(state, event);
    case 'handed-over':
      return withHandOver(wentAnotherWay(state, event, theirProcedures[event.to].route, 'hand-over'), event, state);
    case 'hand-over-confirmed':
      return withConfirmation(state, event);
    case 'hand-over-returned':
      return takenBack(state, event);
    case 'hand-over-told':
      return handOverTold(state, event);
    case 'signposted':
      return wentAnotherWay(state, event, otherBodies[event.to].route, 'signpost');
    case 'declined':
      return anotherRoute(state, { ...event, route: event.ground, reasons: event.facts, way: 'decline' });
    case 'feedback-recorded':
      return anotherRoute(state, { ...event, route: 'feedback', reasons: event.thanks, way: 'thank' });
    case 'hazard-started':
      return withHazard(state, event);
    case 'hazard-step-recorded':
      return withHazardStep(state, event);
    case 'allocation-refused':
      return state;
    case 'conflict-recorded':
      return conflictRecorded(state, event);
    case 'conflict-removed':
      return conflictRemoved(state, event);
    case 'contribution-asked':
      return contributionAsked(state, event);
    case 'contribution-recorded':
      return contributionRecorded(state, event);
    case 'allocated':
      return allocated(state, event.allocation);
    case 'acknowledged':
      return acknowledged(state, event);
    case 'escalated-unanswered':
      return escalatedUnanswered(state, event);
    case 'clarification-asked':
    case 'definition-amended':
    case 'contact-recorded':
    case 'contact-not-needed':
    case 'offer-answered':
    case 'updates-set':
    case 'update-sent':
    case 'apology-worded':
    case 'apologised':
    case 'asked-while-overdue':
    case 'to-be-answered-now':
      return withInTouch(state, event);
    case 'notice-undelivered':
      return undelivered(state, event);
    case 'caller-confirmed':
      return callerConfirmed(state, event);
    case 'called-back':
      return calledBack(state, event);
    case 'transcript-checked':
      return transcriptChecked(state, event.contactId);
    case 'receipt-written':
      return { ...state };
    case 'audio-deleted':
      return state;
    case 'reached-another-way':
      return reachedAnotherWay(toldByHand(state), event);
    case 'notice-called-spam':
      return calledSpam(state, event);
    case 'email-corrected':
      return emailCorrected(state, event.email);
    case 'letter-posted':
      return posted(state, event);
    case 'extended':
      return state.stage === 'acknowledged' ? { ...state, extensions: [...state.extensions, event.extension] } : state;
    case 'responded':
      return responded(withFinding(state, event), event);
    case 'remedy-promised':
    case 'remedy-done':
    case 'remedy-undeliverable':
    case 'remedy-date-changed':
    case 'asked-whether-done':
    case 'confirmed-done':
    case 'remedy-reopened':
      return withRemedyEvent(state, event, londonDateOf(event.at));
    case 'representative-recorded':
      return representativeRecorded(state, event, londonDateOf(event.at));
    case 'authority-verified':
      return authorityVerified(state, event);
    case 'authority-refused':
      return authorityRefused(state, event);
    case 'person-corrected':
      return personCorrected(state, event);
    case 'group-recorded':
      return groupRecorded(state, event);
    case 'bereavement-recorded':
      return bereavementRecorded(state, event);
    case 'adjustments-agreed':
      return adjustmentsAgreed(state, event);
    case 'discrimination-raised':
      return discriminationRaised(state, event);
    case 'equality-advice-given':
      return equalityAdviceGiven(state, event);
    case 'discrimination-ruled-out':
      return discriminationRuledOut(state, event);
    case 'discrimination-reported':
      return discriminationReported(state, event);
    case 'service-request-answered':
      return requestAnswered(state, event);
    case 'asked-whether-fixed':
      return askedWhetherFixed(state, event);
    case 'fixed-answer-recorded':
      return fixedAnswerRecorded(state, event);
    case 'choice-offered':
      return choiceOffered(state, event);
    case 'choice-recorded':
      return choiceRecorded(state, event);
    case 'issue-joined':
      return issueJoined(state, event);
    case 'withdrawal-undone':
      return withdrawalUndone(state, known(state));
    case 'restricted':
      return restricted(state, event);
    case 'restriction-lifted':
      return restrictionLifted(state);
    case 'calendar-revised':
      return calendarRevised(state, event);
    case 'crm-reference-recorded':
      return { ...state, crmReference: event.crmReference };
    case 'withdrawn':
      return closed(state, 'withdrawn', event.on, event.howWeKnow);
    case 'closed':
      return closed(state, 'concluded', event.on, event.reason);
  }
}

/** A case that its only message leaves is part of the case to which that goes. */
function movedOut(state: CaseState, event: EventOf<'contact-moved-out'>): CaseState {
  const stays = withoutMessage(state, event);
  const left = event.newIssue ? withLink(stays, { reference: event.to, as: 'has-new-issue' }) : stays;
  if (!event.opened || left.stage === 'closed') return left;
  const over = closed(left, 'part-of-another', event.on, `It is part of ${event.to}.`);
  return over.stage === 'closed' ? { ...over, partOf: event.to } : over;
}

/** What they were not satisfied with is now looked into. */
function accepted(state: CaseState, { at, service, ombudsman, expressedOn, requestGoesOn }: EventOf<'accepted-at-stage-one'>): CaseState {
  if (state.stage !== 'received' && state.stage !== 'service-request' && state.stage !== 'another-route') return state;
  const beside = requestGoesOn && state.stage === 'service-request' ? { request: besideComplaint(state) } : {};
  const before = { ...known(withDissatisfactionTakenUp(state)), ...beside };
  const receivedOn = expressedOn ?? before.receivedOn;
  return { ...before, receivedOn, stage: 'accepted', acceptedOn: londonDateOf(at), service, ombudsman };
}

/** Somebody else looks into it, so nobody has it yet. A case that was closed after its answer is open again. */
function acceptedAtStageTwo(state: CaseState, { at, askedOn, ombudsmen, points }: EventOf<'accepted-at-stage-two'>): CaseState {
  const was = state.stage === 'closed' ? state.was : state;
  if (was.stage !== 'answered' || was.stageTwo) return state;
  const { service, ombudsman, allocation, acknowledgement, extensions, promised, firstResponseDue, response, decidedBy } = was;
  const stageOne = {
    allocation,
    acknowledgement,
    extensions,
    promised,
    firstResponseDue,
    response,
    ombudsmen,
    inPoints: points,
    decidedBy,
  };
  const before = askedAgain(known(withDissatisfactionTakenUp(state)), londonDateOf(at));
  const inTouch = onceAtStageTwo(before.inTouch);
  return { ...before, inTouch, stage: 'accepted', acceptedOn: londonDateOf(at), service, ombudsman, stageTwo: { askedOn, stageOne } };
}

/** Stage two without an answer at stage one: the Head decided that nobody waits for it any longer (duty D25). */
function escalatedUnanswered(state: CaseState, { at, askedOn, ombudsmen, points }: EventOf<'escalated-unanswered'>): CaseState {
  if (state.stage !== 'acknowledged' || state.stageTwo) return state;
  const { service, ombudsman, allocation, acknowledgement, extensions, promised, firstResponseDue } = state;
  const stageOne = { allocation, acknowledgement, extensions, promised, firstResponseDue, ombudsmen, inPoints: points };
  const before = askedAgain(known(withoutFollowUps(state, 'dissatisfaction')), londonDateOf(at));
  const inTouch = onceAtStageTwo(before.inTouch);
  return { ...before, inTouch, stage: 'accepted', acceptedOn: londonDateOf(at), service, ombudsman, stageTwo: { askedOn, stageOne } };
}

function proposed(state: CaseState, { at, by, command, because }: EventOf<'proposed'>): CaseState {
  if (by.kind !== 'officer') return state;
  return {
    ...state,
    proposal: {
      number: state.eventCount + 1,
      what: command.type,
      by,
      on: londonDateOf(at),
      because,
      ...(command.type === 'respond' && command.forRelease && { forRelease: true }),
    },
  };
}

/** What was proposed at one stage means nothing at the next. */
function withoutOvertakenProposal(before: CaseState, after: CaseState): CaseState {
  return after.proposal && after.stage !== before.stage ? { ...after, proposal: undefined } : after;
}

/** What the response promises waits to be done, each by its own day (policy section 7). */
function responded(state: CaseState, { response, decidedBy, remedies = [] }: EventOf<'responded'>): CaseState {
  if (state.stage !== 'acknowledged') return state;
  const inTouch = onceAnswered(state.inTouch);
  const answered: CaseState = { ...withoutFollowUps(state, 'chaser'), inTouch, stage: 'answered', response, decidedBy };
  return withPromises(answered, remedies, response.on);
}

function serviceRequest(state: CaseState, { at, service, promisedBy, ombudsman }: EventOf<'service-request-recorded'>): CaseState {
  if (state.stage !== 'received') return state;
  return { ...known(state), stage: 'service-request', service, decidedOn: londonDateOf(at), promisedBy, ombudsman };
}

/** The decision and its reasons answer somebody who was not satisfied before it. */
function anotherRoute(
  state: CaseState,
  { at, route, reasons, way }: Pick<CaseEvent, 'at'> & Pick<AnotherRoute, 'route' | 'reasons' | 'way'>,
): CaseState {
  if (state.stage !== 'received' && state.stage !== 'accepted' && state.stage !== 'service-request') return state;
  // What we promised the person stays promised (policy section 2).
  const beside = state.stage === 'service-request' ? { request: besideComplaint(state) } : {};
  const before = { ...known(withoutFollowUps(state, 'dissatisfaction')), ...beside };
  return { ...before, stage: 'another-route', route, way, decidedOn: londonDateOf(at), reasons };
}

/** The whole case, unless the event is about one part of it: then the rest stays where it was. */
function wentAnotherWay(state: CaseState, event: EventOf<'handed-over' | 'signposted'>, route: OtherRoute, way: WayTaken): CaseState {
  return event.part === undefined ? anotherRoute(state, { at: event.at, route, reasons: event.reasons, way }) : state;
}

/** The service that the case is allocated to becomes the lead service. */
function allocated(state: CaseState, allocation: Allocation): CaseState {
  if (state.stage === 'received' || state.stage === 'another-route' || state.stage === 'closed') return state;
  const earlier = earlierInvestigators(state, allocation);
  return { ...state, allocation: earlier.length > 0 ? { ...allocation, earlier } : allocation, service: allocation.service };
}

function acknowledged(state: CaseState, event: EventOf<'acknowledged'>): CaseState {
  if (state.stage !== 'accepted' || state.allocation === undefined) return state;
  const { acknowledgement, responseDue: promised } = event;
  const inTouch = onceAcknowledged(state.inTouch, event);
  return { ...state, inTouch, stage: 'acknowledged', allocation: state.allocation, acknowledgement, extensions: [], promised };
}

/** Nobody posts the earlier letters of a complaint that was withdrawn; one that is concluded has none left. */
function closed(state: CaseState, because: Closed['because'], closedOn: LocalDate, reason: string): CaseState {
  if (state.stage === 'closed') return state;
  const was: OpenCase = state;
  return {
    ...known(withoutFollowUps(state, 'chaser', 'withdrawal')),
    toPost: undefined,
    callBack: undefined,
    stage: 'closed',
    closedOn,
    because,
    reason,
    was,
  };
}
