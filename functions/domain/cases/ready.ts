import { inWords } from '../calendar/local-date.ts';
import { complainantOf, waitsToBePosted } from '../notices/addressee.ts';
import type {
  Accepted,
  Acknowledged,
  Allocation,
  AnotherRoute,
  Answered,
  CaseState,
  Closed,
  OpenCase,
  Proposal,
  Received,
  Refusal,
  ServiceRequest,
} from './case.ts';
import { mostConflicts } from './conflict.ts';
import { mostContributions } from './contribution.ts';
import { askedByDissatisfaction, openFollowUp } from './conversation.ts';
import { isRefusal, refuse, type Setting } from './decision.ts';
import { adviceOwed } from './discrimination/ready.ts';
import { unheard, withoutContact } from './in-touch/ready.ts';
import { nobodyMayRead, partyToCorrect } from './people/answered.ts';
import { mostPoints, pointsOf } from './points.ts';
import { heldByRemedies } from './remedies/ready.ts';
import { heldByRequest, mustChoose } from './request/ready.ts';
import { mayNotTakePart, mustChangeHands } from './taking-part.ts';
import { unconfirmed } from './turning-away/turning-away.ts';

// What a case must be before something can be done with it. Each guard answers with the case as it then is, or with the reason why not, for
// the officer. Deciding and saying what is possible both ask here, so that they cannot disagree.

/** A service request that was not one, or a case sent another way by mistake, can still become a complaint (duty D17). */
export function readyToAcceptAtStageOne(state: CaseState): Received | ServiceRequest | AnotherRoute | Refusal {
  if (state.stage === 'another-route' && unconfirmed(state.handOvers).some(({ part }) => part === undefined))
    return refuse('Another team was given this case. Record first that they have it, or that they do not take it.');
  if (state.stage === 'received' || state.stage === 'service-request' || state.stage === 'another-route') return state;
  if (state.stage !== 'closed') return refuse('This complaint has already been accepted at stage one.');
  return refuse(isNewComplaint(state) ? `${closed(state)} ${makeItsOwn}` : closed(state));
}

/** Never from stage one: a complaint does not become a service request again. */
export function readyToRecordServiceRequest(state: CaseState): Received | Refusal {
  if (state.stage === 'received' && state.request)
    return refuse('It came out of a service request, which goes on beside it: a complaint does not become a request again.');
  if (state.stage === 'received') return notYet(state) ?? state;
  return refuse(`A service request is recorded when a case first comes in. ${standing(state)}`);
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
    return refuse('Confirm who rang, or ring them back and record it, first: until then the acknowledgement would reach nobody.');
  const nobody = nobodyMayRead(state);
  if (nobody) return refuse(nobody);
  if (state.allocation === undefined)
    return refuse('Allocate the complaint first: the acknowledgement tells the person who is looking into it (policy section 6).');
  return inGoodHands({ ...state, allocation: state.allocation });
}

/** A letter names who looks into it: that must be somebody who may (duty D29). */
function inGoodHands<State extends CaseState & { readonly allocation: Allocation }>(state: State): State | Refusal {
  const why = mustChangeHands(state, state.allocation);
  return why === undefined ? state : refuse(why);
}

/** On any open case, from the first message on. */
export function readyToRecordConflict(state: CaseState): OpenCase | Refusal {
  if (state.stage === 'closed') return refuse(closed(state));
  return (state.conflicts?.length ?? 0) < mostConflicts ? state : refuse(`At most ${mostConflicts} people can be recorded for one case.`);
}

export function readyToRemoveConflict(state: CaseState): OpenCase | Refusal {
  if (state.stage === 'closed') return refuse(closed(state));
  return state.conflicts ? state : refuse('Nobody is recorded as taking no part in this case.');
}

/** While the answer is being made. */
export function readyToAskContribution(state: CaseState): Accepted | Acknowledged | Refusal {
  if (state.stage !== 'accepted' && state.stage !== 'acknowledged')
    return refuse(`Other services are asked for their part of an answer while it is being made. ${standing(state)}`);
  if (state.allocation === undefined) return refuse('Allocate the complaint first: whoever looks into it asks other services.');
  return (state.contributions?.length ?? 0) < mostContributions
    ? state
    : refuse(`At most ${mostContributions} parts can be asked for at one stage.`);
}

export function readyToRecordContribution(state: CaseState): Accepted | Acknowledged | Refusal {
  const waits =
    (state.stage === 'accepted' || state.stage === 'acknowledged') && state.contributions?.some(({ answeredOn }) => !answeredOn);
  return waits ? state : refuse('No other service has been asked for its part and not answered yet.');
}

export function readyToExtend(state: CaseState): Acknowledged | Refusal {
  if (state.stage === 'acknowledged') return inGoodHands(state);
  if (state.stage === 'accepted' || state.stage === 'received')
    return refuse('Acknowledge the complaint first: the time to respond runs from the acknowledgement (policy section 6).');
  return refuse(`There is no response date to extend. ${standing(state)}`);
}

export function readyToRespond(state: CaseState): Acknowledged | Refusal {
  if (state.stage === 'acknowledged')
    return waitsToBePosted(state, state.acknowledgement.noticeId)
      ? refuse('Post the acknowledgement first and record it: a response before any acknowledgement is not allowed (policy section 6).')
      : (unheard(state) ?? withoutContact(state) ?? notYet(state) ?? inGoodHands(state));
  if (state.stage === 'accepted' || state.stage === 'received')
    return refuse('Acknowledge the complaint first: a response before any acknowledgement is not allowed (policy section 6).');
  return refuse(`There is no response to send. ${standing(state)}`);
}

/** A letter that nobody may read, or that an equality co-ordinator has not looked at, does not leave (duties D18 and D30). */
function notYet(state: CaseState): Refusal | undefined {
  const why = nobodyMayRead(state) ?? adviceOwed(state);
  return why === undefined ? undefined : refuse(why);
}

export function readyToMarkRead(state: CaseState): CaseState | Refusal {
  return state.unread === undefined ? refuse('Every message about this case has been read.') : state;
}

export function readyToWithdraw(state: CaseState): OpenCase | Refusal {
  return state.stage === 'closed' ? refuse(closed(state)) : state;
}

/** Also long after it, and after what they withdrew was a request. */
export function readyToUndoWithdrawal(state: CaseState): Closed | Refusal {
  if (state.stage !== 'closed') return refuse('Nobody has withdrawn this case.');
  return state.because === 'withdrawn' ? state : refuse(`${closed(state)} Nobody withdrew it.`);
}

/** Until the stage one response: after it, and at stage two, a new issue is a complaint of its own (both Codes 6.8). */
export function readyToAddPoint(state: CaseState): Acknowledged | Refusal {
  if (state.stage !== 'acknowledged' || state.stageTwo)
    return refuse(
      `A new issue joins a complaint between its acknowledgement and its response at stage one. ${standing(state)} Otherwise make their message a complaint of its own, linked with this one.`,
    );
  return pointsOf(state).length < mostPoints
    ? state
    : refuse(`One response answers at most ${mostPoints} points. Make their message a complaint of its own, linked with this one.`);
}

/** Nobody closes what has not been answered; a person who no longer wishes to complain withdraws (duty D27). */
export function readyToClose(state: CaseState, on: Pick<Setting, 'rules' | 'today'>): Answered | ServiceRequest | AnotherRoute | Refusal {
  if (state.callBack && state.stage !== 'closed') return refuse('Ring the caller back first and record it: then the case can be closed.');
  if (state.transcriptsToCheck && state.stage !== 'closed')
    return refuse('Listen to the recording and check its words first: until then nobody may delete it. Then the case can be closed.');
  if (state.toPost && state.stage !== 'closed') return refuse('Post the letters first and record it: then the case can be closed.');
  if (state.questions && state.stage !== 'closed')
    return refuse('There is a message that may belong to another case. Say where it belongs first: then the case can be closed.');
  if (isNewComplaint(state) && state.stage !== 'closed')
    return refuse('They are not satisfied, which makes a complaint: accept it at stage one, or say why their words do not mean it.');
  if (openFollowUp(state, 'dissatisfaction') && state.stage !== 'closed')
    return refuse('They are not satisfied with the response: accept their request for stage two first, or decline it (policy section 6).');
  const held = state.stage === 'closed' ? undefined : heldByRemedies(state, on);
  if (held) return held;
  if (unconfirmed(state.handOvers).length > 0 && state.stage !== 'closed')
    return refuse('Record first that the other team has what was handed over, or that they do not take it.');
  if (state.proposal && state.stage !== 'closed') return refuse('Something waits for a second person: approve it or return it first.');
  if (state.discrimination?.toReport && state.stage !== 'closed')
    return refuse('Report discrimination to the Head and the Service Director first: then the case can be closed (policy section 5).');
  const heldBack = heldByRequest(state);
  if (heldBack) return heldBack;
  if (state.stage === 'answered' || state.stage === 'another-route') return state;
  if (state.stage === 'service-request') return state;
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
  return partyToCorrect(state).reachBy.includes('email') ? state : refuse('The person did not say that email is a safe way to reach them.');
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
  const { proposal } = state;
  if (!proposal) return refuse(nothingProposed);
  const why = mayNotTakePart(state, proposal.by.subject);
  if (why !== undefined) return refuse(`Return it, so that somebody else writes it. ${why}`);
  const ready = proposal.what === 'respond' ? readyToRespond(state) : proposal;
  return isRefusal(ready) ? ready : proposal;
}

export function readyToReturnProposal(state: CaseState): Proposal | Refusal {
  return state.proposal ?? refuse(nothingProposed);
}

const nothingProposed = 'Nothing waits for a second person.';

/** They are not satisfied, and nothing has been looked into as a complaint (duty D17). */
function isNewComplaint(state: CaseState): boolean {
  return openFollowUp(state, 'dissatisfaction') !== undefined && askedByDissatisfaction(state) === 'complaint';
}

const makeItsOwn = 'Make their message a complaint of its own: it keeps the day it came.';

export const theirChoice =
  'A council tenant who is not satisfied can always choose to complain: ask them, and record what they chose (Housing Ombudsman’s Code 1.3).';

export function readyToSetAsideFollowUp(state: CaseState): CaseState | Refusal {
  if (mustChoose(state) && state.followUps?.every(({ kind }) => kind === 'dissatisfaction')) return refuse(theirChoice);
  return state.followUps ? state : refuse('No message about this case asks anything of us that is not done.');
}

/** A message can leave in every stage; the one that opened the case only until the person has been told more than that we have it. */
export function readyToMoveOut(state: CaseState, opened: boolean): CaseState | Refusal {
  if (!opened || state.stage === 'received' || (state.stage === 'accepted' && !state.stageTwo && !state.request)) return state;
  return refuse(`This message opened the case, and the person has been told how we deal with it. ${standing(state)}`);
}

/** Where the case stands, in one sentence. */
export function standing(state: CaseState): string {
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
