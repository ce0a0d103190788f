import { inWords } from '../../calendar/local-date.ts';
import { countToAcknowledgement, dateOf, responseDue } from '../../deadlines/stage-clock.ts';
import { complainantOf } from '../../notices/addressee.ts';
import type { Accepted, Acknowledged, Allocation, CaseState, Received } from '../case.ts';
import type { Refusal } from '../command.ts';
import { openFollowUp } from '../conversation/asked.ts';
import { type Day, refuse } from '../decision.ts';
import { nobodyMayRead } from '../people/answered.ts';
import { type ContactSoFar, enoughAttempts, type Updates } from './in-touch.ts';

// What a case must be before an officer can keep in touch in one way or another. As in `ready.ts` beside this folder.

const nobodyToWriteTo = 'There is no safe way to write to them.';

/** Inside the period of the acknowledgement (policy section 6). */
export function readyToAskClarification(state: CaseState, { rules, today }: Day): Received | Accepted | Refusal {
  if (state.stage !== 'received' && state.stage !== 'accepted')
    return refuse(
      'We ask what somebody means before we acknowledge their complaint. After it, speak with them and record it, then correct what we understand the complaint to be.',
    );
  const due = dateOf(countToAcknowledgement(state, rules));
  if (due !== undefined && today > due)
    return refuse(`The acknowledgement was due on ${inWords(due)}. Send it now with what you know, and ask when you speak with them.`);
  return complainantOf(state) ? state : refuse(nobodyMayRead(state) ?? nobodyToWriteTo);
}

export function readyToAmendDefinition(state: CaseState): Acknowledged | Refusal {
  if (state.stage === 'acknowledged') return state;
  if (state.stage === 'received' || state.stage === 'accepted')
    return refuse('The acknowledgement says what we understand the complaint to be: it can be corrected after that.');
  return refuse('What the complaint is can be corrected until we have answered it.');
}

/** By whoever looks into it, at either stage. */
export function readyToRecordContact(state: CaseState): Accepted | Acknowledged | Refusal {
  if (state.stage === 'acknowledged' || (state.stage === 'accepted' && state.allocation)) return state;
  if (state.stage === 'accepted') return refuse('Allocate the complaint first: whoever looks into it contacts the person.');
  return refuse('Contact is recorded while somebody looks into a complaint.');
}

export function readyToRecordOfferAnswer(state: CaseState): CaseState | Refusal {
  if (state.stage === 'closed') return refuse(`This case was closed on ${inWords(state.closedOn)}.`);
  return state.inTouch?.offers ? state : refuse('The acknowledgement offers an advocate, and somebody to come along: it has not gone out.');
}

export function readyToAgreeUpdates(state: CaseState): Acknowledged | Refusal {
  return state.stage === 'acknowledged' ? state : refuse('Updates are agreed with somebody who waits for our answer.');
}

export function readyToSendUpdate(state: CaseState): { readonly state: CaseState; readonly updates: Updates } | Refusal {
  const { updates } = state.inTouch ?? {};
  if (!updates || !isWaiting(state)) return refuse('No update is promised. Agree when they hear from us first.');
  return complainantOf(state) ? { state, updates } : refuse(nobodyMayRead(state) ?? nobodyToWriteTo);
}

/** While something is owed for whose lateness we would apologise. */
export function readyToWordApology(state: CaseState): CaseState | Refusal {
  return isWaiting(state) ? state : refuse('Nothing is owed to them for which we would have to apologise.');
}

/** They wait for an acknowledgement or a response; also where they are not satisfied with what we did, whatever became of the case. */
export function isWaiting(state: CaseState): boolean {
  const owed = state.stage === 'received' || state.stage === 'accepted' || state.stage === 'acknowledged';
  return owed || openFollowUp(state, 'dissatisfaction') !== undefined;
}

/** Once the stage one response is overdue; whether they asked by a message or by telephone (duty D25). */
export function readyToEscalate(state: CaseState, { rules, today }: Day): Acknowledged | Refusal {
  const due = state.stage === 'acknowledged' && !state.stageTwo ? responseDue(state, rules) : undefined;
  if (state.stage === 'acknowledged' && due !== undefined && today > due) return state;
  return refuse('A case goes on to stage two without an answer only once the stage one response is overdue.');
}

export function readyToDecideOverdue(state: CaseState): Acknowledged | Refusal {
  if (state.stage === 'acknowledged' && !state.stageTwo && state.inTouch?.askedWhileOverdue) return state;
  return refuse('Nobody has asked for stage two, or for news, after the stage one response was due.');
}

/** Before the acknowledgement only, and never at stage two: a final response needs a second person. */
export function readyForQuickAnswer(
  state: CaseState,
  toAcknowledge: (state: CaseState) => (Accepted & { readonly allocation: Allocation }) | Refusal,
): (Accepted & { readonly allocation: Allocation }) | Refusal {
  if (state.stage === 'accepted' && state.stageTwo)
    return refuse('At stage two the acknowledgement and the final response are two letters: a second person approves the final one.');
  if (state.discrimination)
    return refuse(
      'Discrimination was raised: an equality co-ordinator advises and a second person approves, so the answer is a letter of its own.',
    );
  const ready = toAcknowledge(state);
  return 'refused' in ready ? ready : (unheard(state) ?? ready);
}

/** A response needs contact with the person, or two tries (policy section 6; duty D20); not where they left no way to reach them (duty D8). */
export function withoutContact(state: CaseState): Refusal | undefined {
  if (state.reachBy.length === 0 || hasContact(state.inTouch?.contact)) return undefined;
  return refuse(
    'Speak with the person first, or write to each other, and record it. Two tries on different days are enough (policy section 6).',
  );
}

export function hasContact({ attempts, reached, notNeeded }: ContactSoFar = { attempts: 0 }): boolean {
  return reached !== undefined || notNeeded === true || attempts >= enoughAttempts;
}

/** What they told us last may change the answer. */
export function unheard(state: CaseState): Refusal | undefined {
  if (state.unread) return refuse('There is a message that nobody has read. Read it before you answer: it may change what you say.');
  if (state.questions)
    return refuse(
      'There is a message that may belong to another case. Say where it belongs before you answer: it may change what you say.',
    );
  return undefined;
}
