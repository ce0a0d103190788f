import { inWords } from '../../calendar/local-date.ts';
import { complainantOf } from '../../notices/addressee.ts';
import type { CaseState, ServiceRequest } from '../case.ts';
import type { Refusal } from '../command.ts';
import { openFollowUp } from '../conversation/asked.ts';
import { refuse } from '../decision.ts';
import type { RequestBeside } from './request.ts';

/** The request whose answer is still owed: the case itself, or the one that goes on beside a complaint, also after a withdrawal. */
export function openRequest(state: CaseState): ServiceRequest | RequestBeside | undefined {
  const request = state.stage === 'service-request' ? state : state.request;
  return request?.answeredOn === undefined ? request : undefined;
}

export function readyToAnswerServiceRequest(state: CaseState): Pick<ServiceRequest, 'promisedBy'> | Refusal {
  const request = openRequest(state);
  if (request) return request;
  const answeredOn = state.stage === 'service-request' ? state.answeredOn : state.request?.answeredOn;
  return refuse(
    answeredOn === undefined
      ? 'There is no service request to answer in this case.'
      : `The service request was answered on ${inWords(answeredOn)}.`,
  );
}

/** Once they are not satisfied the next step is the complaint, not another answer to the question. */
export function readyToRecordFixed(state: CaseState): ServiceRequest | Refusal {
  if (state.stage !== 'service-request') return refuse('Whether it is fixed is asked about an open service request.');
  return openFollowUp(state, 'dissatisfaction')
    ? refuse('They have told us that they are not satisfied: accept it as a complaint, or record what they chose.')
    : state;
}

/** Only while they have not chosen, or are not satisfied again. Also once the request is closed: they may choose later. */
export function readyToRecordChoice(state: CaseState): ServiceRequest | Refusal {
  const request = tenantsRequest(state);
  if (!request) return refuse('The choice between a request and a complaint is recorded for a council tenant’s service request.');
  if (state.choice?.chosen === undefined) return request;
  if (openFollowUp(state, 'dissatisfaction') === undefined)
    return refuse('They have chosen, and have not said since that they are not satisfied.');
  return state.choice.chosen.complain ? refuse('They have chosen to complain: accept it at stage one.') : request;
}

/** A council tenant who is not satisfied always has the choice to complain, so that nobody else says that it needs no action. */
export function mustChoose(state: CaseState): boolean {
  return tenantsRequest(state) !== undefined && openFollowUp(state, 'dissatisfaction') !== undefined;
}

function tenantsRequest(state: CaseState): ServiceRequest | undefined {
  const was = state.stage === 'closed' ? state.was : state;
  return was.stage === 'service-request' && isTenants(was) ? was : undefined;
}

/** Whether a complaint about it would be the Housing Ombudsman's: as an officer said, else as triage suggests. */
export function isTenants({ ombudsman, suggestion }: Pick<ServiceRequest, 'ombudsman' | 'suggestion'>): boolean {
  return (ombudsman ?? suggestion.ombudsman) === 'HOS';
}

/** Answered is not fixed: a request is closed once they have been asked, or have told us (duty D17). */
export function heldByRequest(state: CaseState): Refusal | undefined {
  if (state.stage === 'closed' || (state.stage !== 'service-request' && !state.request)) return undefined;
  if (openRequest(state)) return refuse('Answer the service request first: then the case can be closed.');
  if (state.stage !== 'service-request' || state.askedOn || state.fixed || complainantOf(state) === undefined) return undefined;
  return refuse(
    `They are asked on ${inWords(state.promisedBy)} whether it is fixed. Close the case after that, or once they have told us.`,
  );
}
