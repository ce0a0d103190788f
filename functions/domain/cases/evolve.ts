import { type LocalDate, londonDateOf } from '../calendar/local-date.ts';
import { goesByPost, waitsToBePosted } from '../notices/addressee.ts';
import { letterCausedBy } from '../notices/letter-caused-by.ts';
import { noticeIdOf } from '../notices/notice-id.ts';
import { calledBack, callerConfirmed, transcriptChecked, withCall } from './after-a-call.ts';
import type { Allocation, CaseEvent, CaseState, Closed, Known, OpenCase, Received } from './case.ts';
import { withMessage, withoutFollowUps, withoutMessage, withoutQuestion } from './conversation.ts';

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
    case 'allocated':
      return allocated(state, event.allocation);
    case 'acknowledged':
      return acknowledged(state, event);
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
      return { ...state, complainant: { ...state.complainant, email: event.email }, failedEmail: undefined };
    case 'letter-posted':
      return posted(state, event);
    case 'extended':
      return state.stage === 'acknowledged' ? { ...state, extensions: [...state.extensions, event.extension] } : state;
    case 'responded':
      return state.stage === 'acknowledged' ? { ...withoutFollowUps(state, 'chaser'), stage: 'answered', response: event.response } : state;
    case 'service-request-answered':
      return state.stage === 'service-request' ? { ...withoutFollowUps(state, 'chaser'), answeredOn: event.on } : state;
    case 'withdrawn':
      return closed(state, 'withdrawn', event.on, event.howWeKnow);
    case 'closed':
      return closed(state, 'concluded', event.on, event.reason);
  }
}

/** A case that its only message leaves is part of the case to which that goes. */
function movedOut(state: CaseState, event: EventOf<'contact-moved-out'>): CaseState {
  const left = withoutMessage(state, event);
  if (!event.opened || left.stage === 'closed') return left;
  const over = closed(left, 'part-of-another', event.on, `It is part of ${event.to}.`);
  return over.stage === 'closed' ? { ...over, partOf: event.to } : over;
}

/** What they were not satisfied with is now looked into. */
function accepted(state: CaseState, { at, service, ombudsman, expressedOn }: EventOf<'accepted-at-stage-one'>): CaseState {
  if (state.stage !== 'received' && state.stage !== 'service-request' && state.stage !== 'another-route') return state;
  const before = known(withoutFollowUps(state, 'dissatisfaction'));
  const receivedOn = expressedOn ?? before.receivedOn;
  return { ...before, receivedOn, stage: 'accepted', acceptedOn: londonDateOf(at), service, ombudsman };
}

/** Somebody else looks into it, so nobody has it yet. A case that was closed after its answer is open again. */
function acceptedAtStageTwo(state: CaseState, { at, askedOn }: EventOf<'accepted-at-stage-two'>): CaseState {
  const was = state.stage === 'closed' ? state.was : state;
  if (was.stage !== 'answered' || was.stageTwo) return state;
  const { service, ombudsman, allocation, acknowledgement, extensions, promised, response } = was;
  const stageOne = { allocation, acknowledgement, extensions, promised, response };
  const before = known(withoutFollowUps(state, 'dissatisfaction'));
  return { ...before, stage: 'accepted', acceptedOn: londonDateOf(at), service, ombudsman, stageTwo: { askedOn, stageOne } };
}

function proposed(state: CaseState, { at, by, command, because }: EventOf<'proposed'>): CaseState {
  if (by.kind !== 'officer') return state;
  return { ...state, proposal: { number: state.eventCount + 1, what: command.type, by, on: londonDateOf(at), because } };
}

/** What was proposed at one stage means nothing at the next. */
function withoutOvertakenProposal(before: CaseState, after: CaseState): CaseState {
  return after.proposal && after.stage !== before.stage ? { ...after, proposal: undefined } : after;
}

function serviceRequest(state: CaseState, { at, service, promisedBy }: EventOf<'service-request-recorded'>): CaseState {
  if (state.stage !== 'received') return state;
  return { ...known(state), stage: 'service-request', service, decidedOn: londonDateOf(at), promisedBy };
}

/** The decision and its reasons answer somebody who was not satisfied before it. */
function anotherRoute(state: CaseState, { at, route, reasons }: EventOf<'sent-another-way'>): CaseState {
  if (state.stage !== 'received' && state.stage !== 'accepted' && state.stage !== 'service-request') return state;
  return { ...known(withoutFollowUps(state, 'dissatisfaction')), stage: 'another-route', route, decidedOn: londonDateOf(at), reasons };
}

/** The service that the case is allocated to becomes the lead service. */
function allocated(state: CaseState, allocation: Allocation): CaseState {
  if (state.stage === 'received' || state.stage === 'another-route' || state.stage === 'closed') return state;
  return { ...state, allocation, service: allocation.service };
}

function acknowledged(state: CaseState, { acknowledgement, responseDue }: EventOf<'acknowledged'>): CaseState {
  if (state.stage !== 'accepted' || state.allocation === undefined) return state;
  return { ...state, stage: 'acknowledged', allocation: state.allocation, acknowledgement, extensions: [], promised: responseDue };
}

/**
 * The first letter that failed sets the day by which the person must be reached. An acknowledgement that did not arrive was not made: the case is
 * back where it was owed, by its original date (ADR 0004).
 */
function undelivered(state: CaseState, event: EventOf<'notice-undelivered'>): CaseState {
  const told: CaseState = { ...notReached(state, event), failedEmail: failedNow(state, event) };
  if (told.stage !== 'acknowledged' || told.acknowledgement.noticeId !== event.noticeId) return told;
  const { acceptedOn, service, ombudsman, stageTwo, allocation } = told;
  return { ...known(told), stage: 'accepted', acceptedOn, service, ombudsman, stageTwo, allocation };
}

function notReached(state: CaseState, { at, noticeId, why }: Pick<EventOf<'notice-undelivered'>, 'at' | 'noticeId' | 'why'>): CaseState {
  return { ...state, undelivered: { since: state.undelivered?.since ?? londonDateOf(at), noticeId, why } };
}

/** News of an address that an officer has put right since says nothing of the one that we have. */
function failedNow({ complainant, failedEmail }: Known, event: { readonly failedEmail?: string }): string | undefined {
  return event.failedEmail !== undefined && event.failedEmail === complainant.email ? event.failedEmail : failedEmail;
}

const calledSpam = 'The person, or their mail provider, called our letter spam.';

/** A letter that only paper can carry waits until an officer has posted it (duty D24). */
function withLetterToPost(state: CaseState, event: CaseEvent): CaseState {
  const kind = letterCausedBy(event);
  if (kind === undefined || !goesByPost(state)) return state;
  return {
    ...state,
    toPost: [...(state.toPost ?? []), { noticeId: noticeIdOf(state.eventCount, kind), kind, since: londonDateOf(event.at) }],
  };
}

/** What the letter did, it did on the day of its posting: the acknowledgement started the response clock, the response ended it. */
function posted(state: CaseState, { noticeId, kind, on }: EventOf<'letter-posted'>): CaseState {
  if (!waitsToBePosted(state, noticeId)) return state;
  const waiting = state.toPost?.filter((letter) => letter.noticeId !== noticeId) ?? [];
  const told: CaseState = { ...state, toPost: waiting.length > 0 ? waiting : undefined };
  if (told.stage !== 'acknowledged' && told.stage !== 'answered') return told;
  if (told.acknowledgement.noticeId === noticeId) return { ...told, acknowledgement: { ...told.acknowledgement, on } };
  return told.stage === 'answered' && kind === 'response' ? { ...told, response: { ...told.response, on } } : told;
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
  };
  return shared;
}
