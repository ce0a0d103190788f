import type { CaseState, ServiceRequest } from '../case.ts';
import { withDissatisfaction, withoutDissatisfactionUntil, withoutFollowUps } from '../conversation/evolving.ts';
import type { EventOf } from '../event.ts';
import type { RequestBeside } from './request.ts';

/** The request as it goes on beside the complaint that came out of it. */
export function besideComplaint({ service, decidedOn, promisedBy, allocation, answeredOn }: ServiceRequest): RequestBeside {
  return { service: allocation?.service ?? service, decidedOn, promisedBy, officer: allocation?.officer, answeredOn };
}

export function requestAnswered(state: CaseState, { on, asks }: EventOf<'service-request-answered'>): CaseState {
  if (state.stage === 'service-request') return { ...withoutFollowUps(state, 'chaser'), answeredOn: on, ...(asks && { askedOn: on }) };
  return state.request ? { ...state, request: { ...state.request, answeredOn: on } } : state;
}

export function askedWhetherFixed(state: CaseState, { on }: EventOf<'asked-whether-fixed'>): CaseState {
  return state.stage === 'service-request' ? { ...state, askedOn: on } : state;
}

/** "No" stands beside what they write: somebody who is not satisfied since that day. */
export function fixedAnswerRecorded(state: CaseState, { fixed, on }: EventOf<'fixed-answer-recorded'>): CaseState {
  if (state.stage !== 'service-request') return state;
  const told: ServiceRequest = { ...state, fixed: { answer: fixed, on } };
  return fixed === 'no' ? withDissatisfaction(told, on) : told;
}

export function choiceOffered(state: CaseState, { on }: EventOf<'choice-offered'>): CaseState {
  return { ...state, choice: { offeredOn: on } };
}

/** Whoever stays with the request is answered as to what they said until then. */
export function choiceRecorded(state: CaseState, { complain, on }: EventOf<'choice-recorded'>): CaseState {
  const chosen: CaseState = { ...state, choice: { offeredOn: state.choice?.offeredOn ?? on, chosen: { complain, on } } };
  return complain ? withDissatisfaction(chosen, on) : withoutDissatisfactionUntil(chosen, on);
}
