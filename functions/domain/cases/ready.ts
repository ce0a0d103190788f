import { inWords } from '../calendar/local-date.ts';
import { complainantOf, waitsToBePosted } from '../notices/addressee.ts';
import type {
  Accepted,
  Acknowledged,
  Allocation,
  AnotherRoute,
  Answered,
  CaseState,
  OpenCase,
  Proposal,
  Received,
  Refusal,
  ServiceRequest,
} from './case.ts';
import { askedByDissatisfaction, openFollowUp } from './conversation.ts';
import { refuse } from './decision.ts';

// What a case must be before something can be done with it. Each guard answers with the case as it then is, or with the reason why not, for
// the officer. Deciding and saying what is possible both ask here, so that they cannot disagree.

/** A service request that was not one, or a case sent another way by mistake, can still become a complaint (duty D17). */
export function readyToAcceptAtStageOne(state: CaseState): Received | ServiceRequest | AnotherRoute | Refusal {
  if (state.stage === 'received' || state.stage === 'service-request' || state.stage === 'another-route') return state;
  if (state.stage !== 'closed') return refuse('This complaint has already been accepted at stage one.');
  return refuse(isNewComplaint(state) ? `${closed(state)} ${makeItsOwn}` : closed(state));
}

/** Never from stage one: a complaint does not become a service request again. */
export function readyToRecordServiceRequest(state: CaseState): Received | Refusal {
  if (state.stage === 'received') return state;
  return refuse(`A service request is recorded when a case first comes in. ${standing(state)}`);
}

/** Until the acknowledgement has told the person that we are looking into it. */
export function readyToSendAnotherWay(state: CaseState): Received | Accepted | ServiceRequest | Refusal {
  if (state.stage === 'received' || (state.stage === 'accepted' && !state.stageTwo) || state.stage === 'service-request') return state;
  return refuse(`A case can be sent another way until it is acknowledged. ${standing(state)}`);
}

/** Also after the answer: somebody must keep what was promised. */
export function readyToAllocate(state: CaseState): Accepted | Acknowledged | Answered | ServiceRequest | Refusal {
  if (state.stage === 'received') return refuse('Decide the route first: only then is it clear which service looks into it.');
  if (state.stage === 'another-route') return refuse(`There is nothing to allocate. ${standing(state)}`);
  return state.stage === 'closed' ? refuse(closed(state)) : state;
}

export function readyToAcknowledge(state: CaseState): (Accepted & { readonly allocation: Allocation }) | Refusal {
  if (state.stage === 'received')
    return refuse('Decide the route first: an acknowledgement is owed to a complaint that we accept at stage one.');
  if (state.stage !== 'accepted') return refuse(`There is no acknowledgement to make. ${standing(state)}`);
  if (state.callBack)
    return refuse('Confirm who rang, or ring them back and record it, first: until then the acknowledgement would reach nobody (ADR 8).');
  if (state.allocation === undefined)
    return refuse('Allocate the complaint first: the acknowledgement tells the person who is looking into it (policy section 6).');
  return { ...state, allocation: state.allocation };
}

export function readyToExtend(state: CaseState): Acknowledged | Refusal {
  if (state.stage === 'acknowledged') return state;
  if (state.stage === 'accepted' || state.stage === 'received')
    return refuse('Acknowledge the complaint first: the time to respond runs from the acknowledgement (policy section 6).');
  return refuse(`There is no response date to extend. ${standing(state)}`);
}

export function readyToRespond(state: CaseState): Acknowledged | Refusal {
  if (state.stage === 'acknowledged')
    return waitsToBePosted(state, state.acknowledgement.noticeId)
      ? refuse('Post the acknowledgement first and record it: a response before any acknowledgement is not allowed (policy section 6).')
      : state;
  if (state.stage === 'accepted' || state.stage === 'received')
    return refuse('Acknowledge the complaint first: a response before any acknowledgement is not allowed (policy section 6).');
  return refuse(`There is no response to send. ${standing(state)}`);
}

export function readyToAnswerServiceRequest(state: CaseState): ServiceRequest | Refusal {
  if (state.stage === 'service-request' && state.answeredOn === undefined) return state;
  return refuse(`There is no service request to answer. ${standing(state)}`);
}

export function readyToMarkRead(state: CaseState): CaseState | Refusal {
  return state.unread === undefined ? refuse('Every message about this case has been read.') : state;
}

export function readyToWithdraw(state: CaseState): OpenCase | Refusal {
  return state.stage === 'closed' ? refuse(closed(state)) : state;
}

/** Nobody closes what has not been answered; a person who no longer wishes to complain withdraws (duty D27). */
export function readyToClose(state: CaseState): Answered | ServiceRequest | AnotherRoute | Refusal {
  if (state.callBack && state.stage !== 'closed') return refuse('Ring the caller back first and record it: then the case can be closed.');
  if (state.transcriptsToCheck && state.stage !== 'closed')
    return refuse('Listen to the recording and check its words first: until then nobody may delete it. Then the case can be closed.');
  if (state.toPost && state.stage !== 'closed') return refuse('Post the letters first and record it: then the case can be closed.');
  if (state.questions && state.stage !== 'closed') return refuse('Say first where the messages belong of which that is asked.');
  if (isNewComplaint(state) && state.stage !== 'closed')
    return refuse(
      'They are not satisfied, which makes a complaint: accept it at stage one, or say why their words do not mean it (duty D17).',
    );
  if (openFollowUp(state, 'dissatisfaction') && state.stage !== 'closed')
    return refuse('They are not satisfied with the response: accept their request for stage two first, or decline it (policy section 6).');
  if (state.proposal && state.stage !== 'closed') return refuse('Something waits for a second person: approve it or return it first.');
  if (state.stage === 'answered' || state.stage === 'another-route') return state;
  if (state.stage === 'service-request')
    return state.answeredOn === undefined ? refuse('Answer the service request first: then the case can be closed.') : state;
  if (state.stage === 'closed') return refuse(closed(state));
  return refuse(
    `A case is closed once it has been answered. ${standing(state)} If the person no longer wishes to complain, record that they withdrew.`,
  );
}

/** In every stage: a person who was not reached is owed the letter, whatever became of the case (duty D24). */
export function readyToReachAnotherWay(state: CaseState): CaseState | Refusal {
  return state.undelivered === undefined ? refuse('No letter about this case is known not to have arrived.') : state;
}

/** In every stage. An address that nobody called safe is never written to (duty D6). */
export function readyToCorrectEmail(state: CaseState): CaseState | Refusal {
  return state.reachBy.includes('email') ? state : refuse('The person did not say that email is a safe way to reach them.');
}

/** In every stage: they may ring again about a case that is closed. */
export function readyToConfirmCaller(state: CaseState): CaseState | Refusal {
  return state.channel === 'voicemail' ? state : refuse('This case was not opened by a recorded call.');
}

export function readyToRecordCallBack(state: CaseState): CaseState | Refusal {
  return state.callBack === undefined ? refuse('Nobody waits to be rung back about this case.') : state;
}

export function readyToCheckTranscript(state: CaseState): CaseState | Refusal {
  return state.transcriptsToCheck === undefined ? refuse('No recorded call about this case waits to be checked.') : state;
}

/** In every stage: the letter may be the one that closed the case (duty D24). */
export function readyToRecordPosted(state: CaseState): CaseState | Refusal {
  return state.toPost === undefined ? refuse('No letter about this case waits to be posted.') : state;
}

/** In every stage: who asks where it has got to is told, also that it is over (duty D2). */
export function readyToAnswerChaser(state: CaseState): CaseState | Refusal {
  if (!openFollowUp(state, 'chaser')) return refuse('Nobody has asked where this case has got to.');
  return complainantOf(state)
    ? state
    : refuse('There is no safe way to write to them. Tell them when they get in touch, then say that the request needs no action.');
}

/** From the stage one response on, also when the case was closed after it: six months are typical and never a bar by themselves (deadlines.md C8). */
export function readyForStageTwo(state: CaseState): Answered | Refusal {
  const was = state.stage === 'closed' ? state.was : state;
  if (isNewComplaint(state))
    return refuse(
      `There has been no stage one response: what they say makes a complaint. ${state.stage === 'closed' ? makeItsOwn : 'Accept it at stage one.'}`,
    );
  if (was.stage !== 'answered') return refuse(`Stage two follows the stage one response. ${standing(state)}`);
  return was.stageTwo
    ? refuse('This complaint has had its final response. The next step is the Ombudsman, and the person has been told how.')
    : was;
}

export function readyToApprove(state: CaseState): Proposal | Refusal {
  return state.proposal ?? refuse('Nothing waits for a second person.');
}

export function readyToReturnProposal(state: CaseState): Proposal | Refusal {
  return readyToApprove(state);
}

/** They are not satisfied, and nothing has been looked into as a complaint (duty D17). */
function isNewComplaint(state: CaseState): boolean {
  return openFollowUp(state, 'dissatisfaction') !== undefined && askedByDissatisfaction(state) === 'complaint';
}

const makeItsOwn = 'Make their message a complaint of its own: it keeps the day it came (duty D17).';

export function readyToSetAsideFollowUp(state: CaseState): CaseState | Refusal {
  return state.followUps ? state : refuse('No message about this case asks anything of us that is not done.');
}

/** A message can leave in every stage; the one that opened the case only until the person has been told more than that we have it. */
export function readyToMoveOut(state: CaseState, opened: boolean): CaseState | Refusal {
  if (!opened || state.stage === 'received' || (state.stage === 'accepted' && !state.stageTwo)) return state;
  return refuse(`This message opened the case, and the person has been told how we deal with it. ${standing(state)}`);
}

/** Where the case stands, in one sentence. */
function standing(state: CaseState): string {
  switch (state.stage) {
    case 'received':
      return 'This case waits for a person to decide its route.';
    case 'accepted':
      return `This complaint has been accepted at ${stageInWords(state)} and not yet acknowledged.`;
    case 'acknowledged':
      return `This complaint was acknowledged at ${stageInWords(state)} on ${inWords(state.acknowledgement.on)}.`;
    case 'answered':
      return `This complaint was answered at ${stageInWords(state)} on ${inWords(state.response.on)}.`;
    case 'service-request':
      return state.answeredOn === undefined
        ? 'This is a service request.'
        : `This is a service request, answered on ${inWords(state.answeredOn)}.`;
    case 'another-route':
      return `This case was sent another way on ${inWords(state.decidedOn)}.`;
    case 'closed':
      return closed(state);
  }
}

function stageInWords({ stageTwo }: Pick<Accepted, 'stageTwo'>): string {
  return stageTwo ? 'stage two' : 'stage one';
}

function closed({ closedOn }: Extract<CaseState, { readonly stage: 'closed' }>): string {
  return `This case was closed on ${inWords(closedOn)}.`;
}
