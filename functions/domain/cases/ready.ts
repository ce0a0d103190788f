import { waitsToBePosted } from '../notices/addressee.ts';
import { mayNotTakePart, mustChangeHands } from './allocation/taking-part.ts';
import type { Accepted, Acknowledged, Allocation, AnotherRoute, Answered, CaseState, Received, ServiceRequest } from './case.ts';
import type { Refusal } from './command.ts';
import { askedByDissatisfaction, openFollowUp } from './conversation/asked.ts';
import { readyToSetAsideDissatisfaction } from './conversation/ready.ts';
import { type Day, isRefusal, refuse } from './decision.ts';
import { adviceOwed } from './discrimination/ready.ts';
import { unheard, withoutContact } from './in-touch/ready.ts';
import { nobodyMayRead } from './people/answered.ts';
import type { Proposal } from './proposal.ts';
import { heldByRemedies, readyToGiveUpRemedy } from './remedies/ready.ts';
import { heldByRequest } from './request/ready.ts';
import { standing } from './standing.ts';
import { readyToDecline } from './turning-away/ready.ts';
import { unconfirmed } from './turning-away/turning-away.ts';

// What a case must be before something can be done with it. Each guard answers with the case as it then is, or with the reason why not, for
// the officer. Deciding and saying what is possible both ask here, so that they cannot disagree.

/** A service request that was not one, or a case sent another way by mistake, can still become a complaint (duty D17). */
export function readyToAcceptAtStageOne(state: CaseState): Received | ServiceRequest | AnotherRoute | Refusal {
  if (state.stage === 'another-route' && unconfirmed(state.handOvers).some(({ part }) => part === undefined))
    return refuse('Another team was given this case. Record first that they have it, or that they do not take it.');
  if (state.stage === 'received' || state.stage === 'service-request' || state.stage === 'another-route') return state;
  if (state.stage !== 'closed') return refuse('This complaint has already been accepted at stage one.');
  return refuse(isNewComplaint(state) ? `${standing(state)} ${makeItsOwn}` : standing(state));
}

/** Never from stage one: a complaint does not become a service request again. */
export function readyToRecordServiceRequest(state: CaseState): Received | Refusal {
  if (state.stage === 'received' && state.request)
    return refuse('It came out of a service request, which goes on beside it: a complaint does not become a request again.');
  if (state.stage === 'received') return notYet(state) ?? state;
  return refuse(`A service request is recorded when a case first comes in. ${standing(state)}`);
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

export function readyToExtend(state: CaseState): Acknowledged | Refusal {
  if (state.stage === 'acknowledged') return inGoodHands(state);
  if (state.stage === 'accepted' || state.stage === 'received')
    return refuse('Acknowledge the complaint first: the time to respond runs from the acknowledgement (policy section 6).');
  return refuse(`There is no response date to extend. ${standing(state)}`);
}

export function readyToRespond(state: CaseState): Acknowledged | Refusal {
  const ready = readyToRespondWithoutContact(state);
  return isRefusal(ready) ? ready : (withoutContact(ready) ?? ready);
}

/** Everything but contact with the person, without which the Head may release a response on its day (duty D33). */
export function readyToRespondWithoutContact(state: CaseState): Acknowledged | Refusal {
  if (state.stage === 'acknowledged')
    return waitsToBePosted(state, state.acknowledgement.noticeId)
      ? refuse('Post the acknowledgement first and record it: a response before any acknowledgement is not allowed (policy section 6).')
      : (unheard(state) ?? notYet(state) ?? inGoodHands(state));
  if (state.stage === 'accepted' || state.stage === 'received')
    return refuse('Acknowledge the complaint first: a response before any acknowledgement is not allowed (policy section 6).');
  return refuse(`There is no response to send. ${standing(state)}`);
}

/** A letter that nobody may read, or that an equality co-ordinator has not looked at, does not leave (duties D18 and D30). */
function notYet(state: CaseState): Refusal | undefined {
  const why = nobodyMayRead(state) ?? adviceOwed(state);
  return why === undefined ? undefined : refuse(why);
}

/** Nobody closes what has not been answered; a person who no longer wishes to complain withdraws (duty D27). */
export function readyToClose(state: CaseState, on: Day): Answered | ServiceRequest | AnotherRoute | Refusal {
  if (state.stage === 'closed') return refuse(standing(state));
  if (state.callBack) return refuse('Ring the caller back first and record it: then the case can be closed.');
  if (state.transcriptsToCheck)
    return refuse('Listen to the recording and check its words first: until then nobody may delete it. Then the case can be closed.');
  if (state.toPost) return refuse('Post the letters first and record it: then the case can be closed.');
  if (state.questions)
    return refuse('There is a message that may belong to another case. Say where it belongs first: then the case can be closed.');
  if (isNewComplaint(state))
    return refuse('They are not satisfied, which makes a complaint: accept it at stage one, or say why their words do not mean it.');
  if (openFollowUp(state, 'dissatisfaction'))
    return refuse('They are not satisfied with the response: accept their request for stage two first, or decline it (policy section 6).');
  if (openFollowUp(state, 'withdrawal'))
    return refuse('They wrote that they withdraw: record it, or say that their words do not mean it. Then the case can be closed.');
  if (openFollowUp(state, 'chaser')) return refuse('They asked where it has got to: answer them first. Then the case can be closed.');
  if (state.unread) return refuse('There is a message that nobody has read. Read it first: then the case can be closed.');
  const held = heldByRemedies(state, on);
  if (held) return held;
  if (unconfirmed(state.handOvers).length > 0)
    return refuse('Record first that the other team has what was handed over, or that they do not take it.');
  if (state.proposal) return refuse('Something waits for a second person: approve it or return it first.');
  if (state.discrimination?.toReport)
    return refuse('Report discrimination to the Head and the Service Director first: then the case can be closed (policy section 5).');
  const heldBack = heldByRequest(state);
  if (heldBack) return heldBack;
  if (state.stage === 'answered' || state.stage === 'another-route' || state.stage === 'service-request') return state;
  return refuse(
    `A case is closed once it has been answered. ${standing(state)} If the person no longer wishes to complain, record that they withdrew.`,
  );
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

/** Once everything they wrote has been read: it may change the decision. */
export function readyToDeclineStageTwo(state: CaseState): Answered | Refusal {
  const ready = readyForStageTwo(state);
  return isRefusal(ready) ? ready : (unheard(state) ?? ready);
}

export function readyToApprove(state: CaseState): Proposal | Refusal {
  const { proposal } = state;
  if (!proposal) return refuse(nothingProposed);
  if (proposal.forRelease) return refuse(`${proposal.because} Return it, if it can be completed.`);
  return stillInOrder(state, proposal);
}

/** Of a response that lacks something. */
export function readyToReleaseProposal(state: CaseState): Proposal | Refusal {
  const { proposal } = state;
  return proposal?.forRelease ? stillInOrder(state, proposal) : refuse('No response waits to be released.');
}

/** Whoever wrote it may take part, and nothing came between. */
function stillInOrder(state: CaseState, proposal: Proposal): Proposal | Refusal {
  const why = mayNotTakePart(state, proposal.by.subject);
  if (why !== undefined) return refuse(`Return it, so that somebody else writes it. ${why}`);
  const ready = proposal.forRelease ? readyToRespondWithoutContact(state) : stillReady(state, proposal.what);
  return isRefusal(ready) ? ready : proposal;
}

/** What was written since may keep it from being carried out. */
function stillReady(state: CaseState, what: Proposal['what']): object {
  switch (what) {
    case 'respond':
      return readyToRespond(state);
    case 'decline':
      return readyToDecline(state);
    case 'decline-stage-two':
      return readyToDeclineStageTwo(state);
    case 'set-aside-follow-up':
      return readyToSetAsideDissatisfaction(state);
    case 'record-remedy-undeliverable':
      return readyToGiveUpRemedy(state);
    case 'promise-remedy':
      return state;
  }
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
