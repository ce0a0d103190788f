import { type LocalDate, londonDateOf } from '../calendar/local-date.ts';
import { earlierInvestigators } from './allocation/evolving.ts';
import type { Allocation, AnotherRoute, CaseState, Closed, OpenCase, OtherRoute } from './case.ts';
import { withDissatisfactionTakenUp, withoutFollowUps } from './conversation/evolving.ts';
import { askedAgain } from './discrimination/looking-into-it.ts';
import type { CaseEvent, EventOf } from './event.ts';
import { onceAcknowledged, onceAnswered, onceAtStageTwo } from './in-touch/evolving.ts';
import { known } from './known.ts';
import { withPromises } from './remedies/evolving.ts';
import { besideComplaint } from './request/evolving.ts';
import type { WayTaken } from './turning-away/turning-away.ts';

// The case after an event that moves it from one stage to the next, or out of all of them.

/** What they were not satisfied with is now looked into. */
export function accepted(
  state: CaseState,
  { at, service, ombudsman, expressedOn, requestGoesOn }: EventOf<'accepted-at-stage-one'>,
): CaseState {
  if (state.stage !== 'received' && state.stage !== 'service-request' && state.stage !== 'another-route') return state;
  const beside = requestGoesOn && state.stage === 'service-request' ? { request: besideComplaint(state) } : {};
  const before = { ...known(withDissatisfactionTakenUp(state)), ...beside };
  const receivedOn = expressedOn ?? before.receivedOn;
  return { ...before, receivedOn, stage: 'accepted', acceptedOn: londonDateOf(at), service, ombudsman };
}

/** Somebody else looks into it, so nobody has it yet. A case that was closed after its answer is open again. */
export function acceptedAtStageTwo(state: CaseState, { at, askedOn, ombudsmen, points }: EventOf<'accepted-at-stage-two'>): CaseState {
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
export function escalatedUnanswered(state: CaseState, { at, askedOn, ombudsmen, points }: EventOf<'escalated-unanswered'>): CaseState {
  if (state.stage !== 'acknowledged' || state.stageTwo) return state;
  const { service, ombudsman, allocation, acknowledgement, extensions, promised, firstResponseDue } = state;
  const stageOne = { allocation, acknowledgement, extensions, promised, firstResponseDue, ombudsmen, inPoints: points };
  const before = askedAgain(known(withDissatisfactionTakenUp(state)), londonDateOf(at));
  const inTouch = onceAtStageTwo(before.inTouch);
  return { ...before, inTouch, stage: 'accepted', acceptedOn: londonDateOf(at), service, ombudsman, stageTwo: { askedOn, stageOne } };
}

/** What the response promises waits to be done, each by its own day (policy section 7). */
export function responded(state: CaseState, { response, decidedBy, remedies = [] }: EventOf<'responded'>): CaseState {
  if (state.stage !== 'acknowledged') return state;
  const inTouch = onceAnswered(state.inTouch);
  const answered: CaseState = { ...withoutFollowUps(state, 'chaser'), inTouch, stage: 'answered', response, decidedBy };
  return withPromises(answered, remedies, response.on);
}

export function serviceRequest(state: CaseState, { at, service, promisedBy, ombudsman }: EventOf<'service-request-recorded'>): CaseState {
  if (state.stage !== 'received') return state;
  return { ...known(state), stage: 'service-request', service, decidedOn: londonDateOf(at), promisedBy, ombudsman };
}

/** The decision and its reasons answer somebody who was not satisfied before it. */
export function anotherRoute(
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
export function wentAnotherWay(
  state: CaseState,
  event: EventOf<'handed-over' | 'signposted'>,
  route: OtherRoute,
  way: WayTaken,
): CaseState {
  return event.part === undefined ? anotherRoute(state, { at: event.at, route, reasons: event.reasons, way }) : state;
}

/** The service that the case is allocated to becomes the lead service. */
export function allocated(state: CaseState, allocation: Allocation): CaseState {
  if (state.stage === 'received' || state.stage === 'another-route' || state.stage === 'closed') return state;
  const earlier = earlierInvestigators(state, allocation);
  return { ...state, allocation: earlier.length > 0 ? { ...allocation, earlier } : allocation, service: allocation.service };
}

export function acknowledged(state: CaseState, event: EventOf<'acknowledged'>): CaseState {
  if (state.stage !== 'accepted' || state.allocation === undefined) return state;
  const { acknowledgement, responseDue: promised } = event;
  const inTouch = onceAcknowledged(state.inTouch, event);
  return { ...state, inTouch, stage: 'acknowledged', allocation: state.allocation, acknowledgement, extensions: [], promised };
}

/** Nobody posts the earlier letters of a complaint that was withdrawn; one that is concluded has none left. */
export function closed(state: CaseState, because: Closed['because'], closedOn: LocalDate, reason: string): CaseState {
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
