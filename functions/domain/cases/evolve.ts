import { type LocalDate, londonDateOf } from '../calendar/local-date.ts';
import { addresseeOf, waitsToBePosted } from '../notices/addressee.ts';
import { letterCausedBy } from '../notices/letter-caused-by.ts';
import { noticeIdOf } from '../notices/notice-id.ts';
import { otherBodies } from '../policy/other-bodies.ts';
import { theirProcedures } from '../policy/receiving-teams.ts';
import { calledBack, callerConfirmed, transcriptChecked, withCall } from './after-a-call.ts';
import { conflictRecorded, conflictRemoved, contributionAsked, contributionRecorded, earlierInvestigators } from './beside-allocation.ts';
import type { Allocation, AnotherRoute, CaseEvent, CaseState, Closed, Known, OpenCase, OtherRoute, Received } from './case.ts';
import { withMessage, withoutFollowUps, withoutMessage, withoutQuestion } from './conversation.ts';
import {
  askedAgain,
  discriminationRaised,
  discriminationReported,
  equalityAdviceGiven,
  withFinding,
} from './discrimination/looking-into-it.ts';
import { withHazard, withHazardStep } from './hazard-clocks.ts';
import { onceAcknowledged, onceAnswered, onceAtStageTwo, withInTouch } from './in-touch/changed.ts';
import { authorityRefused, authorityVerified, representativeRecorded } from './people/speaking-for.ts';
import { adjustmentsAgreed, bereavementRecorded, emailCorrected, groupRecorded, personCorrected } from './people/who-they-are.ts';
import { issueJoined, linksOf, withLink } from './related/evolving.ts';
import { withPromises, withQuestionPosted, withRemedyEvent } from './remedies/evolving.ts';
import {
  askedWhetherFixed,
  besideComplaint,
  choiceOffered,
  choiceRecorded,
  fixedAnswerRecorded,
  requestAnswered,
} from './request/evolving.ts';
import { calendarRevised } from './revising-calendar.ts';
import { withConfirmation, withHandOver, withoutHandOver } from './turning-away/evolving.ts';
import type { WayTaken } from './turning-away/turning-away.ts';
import { withdrawalUndone } from './withdrawal/evolving.ts';

/**
 * The case after one more event. Total: an event that cannot belong here changes nothing but the count of events, and `decide` never makes one.
 * Only a first event that does not open a case leaves nothing.
 */
export function evolve(state: CaseState, event: CaseEvent): CaseState;
export function evolve(state: CaseState | undefined, event: CaseEvent): CaseState | undefined;
export function evolve(state: CaseState | undefined, event: CaseEvent): CaseState | undefined {
  if (state === undefined) return event.type === 'complaint-received' ? withLetterToPost(opened(event), event) : undefined;
  const next = withoutOvertakenProposal(state, changed(state, event));
  const counted = { ...next, eventCount: state.eventCount + 1 };
  return next === state ? counted : withLetterToPost(counted, event);
}

/** The case that these events make, on top of `state` if it is given. */
export function replay(events: readonly CaseEvent[], state?: CaseState): CaseState | undefined {
  return events.reduce<CaseState | undefined>((soFar, event) => evolve(soFar, event), state);
}

type EventOf<T extends CaseEvent['type']> = Extract<CaseEvent, { readonly type: T }>;

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
      return withHandOver(wentAnotherWay(state, event, theirProcedures[event.to].route, 'hand-over'), event);
    case 'hand-over-confirmed':
      return withConfirmation(state, event);
    case 'hand-over-returned':
      return takenBack(state, event);
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
      return { ...state, undelivered: undefined };
    case 'notice-called-spam':
      return { ...notReached(state, { ...event, why: calledSpam }), failedEmail: failedNow(state, event) };
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
      return withRemedyEvent(state, event);
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
    case 'calendar-revised':
      return calendarRevised(state, event);
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
  const before = { ...known(withoutFollowUps(state, 'dissatisfaction')), ...beside };
  const receivedOn = expressedOn ?? before.receivedOn;
  return { ...before, receivedOn, stage: 'accepted', acceptedOn: londonDateOf(at), service, ombudsman };
}

/** Somebody else looks into it, so nobody has it yet. A case that was closed after its answer is open again. */
function acceptedAtStageTwo(state: CaseState, { at, askedOn }: EventOf<'accepted-at-stage-two'>): CaseState {
  const was = state.stage === 'closed' ? state.was : state;
  if (was.stage !== 'answered' || was.stageTwo) return state;
  const { service, ombudsman, allocation, acknowledgement, extensions, promised, response } = was;
  const stageOne = { allocation, acknowledgement, extensions, promised, response };
  const before = askedAgain(known(withoutFollowUps(state, 'dissatisfaction')), londonDateOf(at));
  const inTouch = onceAtStageTwo(before.inTouch);
  return { ...before, inTouch, stage: 'accepted', acceptedOn: londonDateOf(at), service, ombudsman, stageTwo: { askedOn, stageOne } };
}

/** Stage two without an answer at stage one: the Head decided that nobody waits for it any longer (duty D25). */
function escalatedUnanswered(state: CaseState, { at, askedOn }: EventOf<'escalated-unanswered'>): CaseState {
  if (state.stage !== 'acknowledged' || state.stageTwo) return state;
  const { service, ombudsman, allocation, acknowledgement, extensions, promised } = state;
  const stageOne = { allocation, acknowledgement, extensions, promised };
  const before = askedAgain(known(withoutFollowUps(state, 'dissatisfaction')), londonDateOf(at));
  const inTouch = onceAtStageTwo(before.inTouch);
  return { ...before, inTouch, stage: 'accepted', acceptedOn: londonDateOf(at), service, ombudsman, stageTwo: { askedOn, stageOne } };
}

function proposed(state: CaseState, { at, by, command, because }: EventOf<'proposed'>): CaseState {
  if (by.kind !== 'officer') return state;
  return { ...state, proposal: { number: state.eventCount + 1, what: command.type, by, on: londonDateOf(at), because } };
}

/** What was proposed at one stage means nothing at the next. */
function withoutOvertakenProposal(before: CaseState, after: CaseState): CaseState {
  return after.proposal && after.stage !== before.stage ? { ...after, proposal: undefined } : after;
}

/** What the response promises waits to be done, each by its own day (policy section 7). */
function responded(state: CaseState, { response, remedies = [] }: EventOf<'responded'>): CaseState {
  if (state.stage !== 'acknowledged') return state;
  const inTouch = onceAnswered(state.inTouch);
  const answered: CaseState = { ...withoutFollowUps(state, 'chaser'), inTouch, stage: 'answered', response };
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
  return { ...known(withoutFollowUps(state, 'dissatisfaction')), stage: 'another-route', route, way, decidedOn: londonDateOf(at), reasons };
}

/** The whole case, unless the event is about one part of it: then the rest stays where it was. */
function wentAnotherWay(state: CaseState, event: EventOf<'handed-over' | 'signposted'>, route: OtherRoute, way: WayTaken): CaseState {
  return event.part === undefined ? anotherRoute(state, { at: event.at, route, reasons: event.reasons, way }) : state;
}

/** A whole case that the other team does not take waits for a person's decision again, with its own date. */
function takenBack(state: CaseState, { number }: EventOf<'hand-over-returned'>): CaseState {
  const whole = state.handOvers?.some((one) => one.number === number && one.part === undefined) ?? false;
  const left = withoutHandOver(state, number);
  return whole && left.stage === 'another-route' ? { ...known(left), stage: 'received' } : left;
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

/**
 * The first letter that failed sets the day by which the person must be reached. An acknowledgement that did not arrive was not made: the case is
 * back where it was owed, by its original date (ADR 0004).
 */
function undelivered(state: CaseState, event: EventOf<'notice-undelivered'>): CaseState {
  const told: CaseState = { ...notReached(state, event), failedEmail: failedNow(state, event) };
  if (told.stage !== 'acknowledged' || told.acknowledgement.noticeId !== event.noticeId) return told;
  const { acceptedOn, service, ombudsman, stageTwo, allocation, contributions, joined } = told;
  return { ...known(told), stage: 'accepted', acceptedOn, service, ombudsman, stageTwo, allocation, contributions, joined };
}

function notReached(state: CaseState, { at, noticeId, why }: Pick<EventOf<'notice-undelivered'>, 'at' | 'noticeId' | 'why'>): CaseState {
  return { ...state, undelivered: { since: state.undelivered?.since ?? londonDateOf(at), noticeId, why } };
}

/** News of an address that an officer has put right since says nothing of the one that we have. */
function failedNow({ complainant, people, failedEmail }: Known, event: { readonly failedEmail?: string }): string | undefined {
  const ours = [complainant.email, people?.representative?.email];
  return event.failedEmail !== undefined && ours.includes(event.failedEmail) ? event.failedEmail : failedEmail;
}

const calledSpam = 'The person, or their mail provider, called our letter spam.';

/** A letter that only paper can carry waits until an officer has posted it (duty D24). */
function withLetterToPost(state: CaseState, event: CaseEvent): CaseState {
  const kind = letterCausedBy(event);
  const to = kind && addresseeOf(state, kind);
  if (kind === undefined || to?.by !== 'post') return state;
  const letter = {
    noticeId: noticeIdOf(state.eventCount, kind),
    kind,
    since: londonDateOf(event.at),
    ...(to.format && { format: to.format }),
  };
  return { ...state, toPost: [...(state.toPost ?? []), letter] };
}

/** What the letter did, it did on the day of its posting: the acknowledgement started the response clock, the response ended it. */
function posted(state: CaseState, { noticeId, kind, on }: EventOf<'letter-posted'>): CaseState {
  if (!waitsToBePosted(state, noticeId)) return state;
  const waiting = state.toPost?.filter((letter) => letter.noticeId !== noticeId) ?? [];
  const told = withQuestionPosted<CaseState>({ ...state, toPost: waiting.length > 0 ? waiting : undefined }, noticeId, on);
  if (told.stage !== 'acknowledged' && told.stage !== 'answered') return told;
  const made = told.acknowledgement.noticeId === noticeId ? { ...told.acknowledgement, on } : told.acknowledgement;
  if (told.stage === 'acknowledged') return { ...told, acknowledgement: made };
  return { ...told, acknowledgement: made, response: kind === 'response' ? { ...told.response, on } : told.response };
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

/** Only what every stage has, so that no stage carries another's fields. The type makes sure that nothing is forgotten. */
function known(state: CaseState): Known {
  const shared: { readonly [field in keyof Required<Known>]: Known[field] } = {
    reference: state.reference,
    policyVersion: state.policyVersion,
    channel: state.channel,
    receivedAt: state.receivedAt,
    receivedOn: state.receivedOn,
    complainant: state.complainant,
    reachBy: state.reachBy,
    onBehalfOf: state.onBehalfOf,
    adjustments: state.adjustments,
    suggestion: state.suggestion,
    eventCount: state.eventCount,
    unread: state.unread,
    undelivered: state.undelivered,
    failedEmail: state.failedEmail,
    toPost: state.toPost,
    callBack: state.callBack,
    transcriptsToCheck: state.transcriptsToCheck,
    subject: state.subject,
    writers: state.writers,
    questions: state.questions,
    followUps: state.followUps,
    points: state.points,
    proposal: state.proposal,
    handOvers: state.handOvers,
    hazard: state.hazard,
    request: state.request,
    choice: state.choice,
    links: state.links,
    inTouch: state.inTouch,
    conflicts: state.conflicts,
    remedies: state.remedies,
    people: state.people,
    discrimination: state.discrimination,
    calendarRevised: state.calendarRevised,
  };
  return shared;
}
