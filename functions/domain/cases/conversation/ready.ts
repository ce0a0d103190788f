import type { Contact } from '../../intake/contact.ts';
import { writerOf } from '../../intake/writers.ts';
import { complainantOf } from '../../notices/addressee.ts';
import type { CaseState } from '../case.ts';
import type { Refusal } from '../command.ts';
import { refuse } from '../decision.ts';
import { nobodyMayRead } from '../people/answered.ts';
import { mustChoose } from '../request/ready.ts';
import { standing } from '../standing.ts';
import { openFollowUp } from './asked.ts';
import type { TakenAs } from './conversation.ts';

export const theirChoice =
  'A council tenant who is not satisfied can always choose to complain: ask them, and record what they chose (Housing Ombudsman’s Code 1.3).';

export function readyToMarkRead(state: CaseState): CaseState | Refusal {
  return state.unread === undefined ? refuse('Every message about this case has been read.') : state;
}

/** A message can leave in every stage; the one that opened the case only until the person has been told more than that we have it. */
export function readyToMoveOut(state: CaseState, opened: boolean): CaseState | Refusal {
  if (!opened || state.stage === 'received' || (state.stage === 'accepted' && !state.stageTwo && !state.request)) return state;
  return refuse(`This message opened the case, and the person has been told how we deal with it. ${standing(state)}`);
}

/** In every stage: who asks where it has got to is told, also that it is over (duty D2). */
export function readyToAnswerChaser(state: CaseState): CaseState | Refusal {
  if (!openFollowUp(state, 'chaser')) return refuse('Nobody has asked where this case has got to.');
  return complainantOf(state)
    ? state
    : refuse(
        nobodyMayRead(state) ??
          'There is no safe way to write to them. Tell them when they get in touch, then say that the request needs no action.',
      );
}

export function readyToSetAsideFollowUp(state: CaseState): CaseState | Refusal {
  if (state.followUps?.every(({ kind }) => kind === 'dissatisfaction')) return readyToSetAsideDissatisfaction(state);
  return state.followUps ? state : refuse('No message about this case asks anything of us that is not done.');
}

/** Two people say that words did not mean it (duty D28); nobody says it of a plain "no", or for a tenant who may choose. */
export function readyToSetAsideDissatisfaction(state: CaseState): CaseState | Refusal {
  if (!openFollowUp(state, 'dissatisfaction')) return refuse('That is no longer waiting for anybody.');
  if (mustChoose(state)) return refuse(theirChoice);
  const was = state.stage === 'closed' ? state.was : state;
  return was.stage === 'service-request' && was.fixed?.answer === 'no'
    ? refuse('They told us that it is not fixed, which makes a complaint: accept it at stage one, or propose not to accept it.')
    : state;
}

/**
 * What becomes of a message in the case that takes it over: part of its person's complaint; something that somebody must do, a request not yet
 * answered, or what somebody else says of a complaint; or one more message.
 */
export function takenAs(state: CaseState, { id, from }: Pick<Contact, 'id' | 'from'>): TakenAs {
  if (state.stage === 'received' || state.stage === 'accepted' || state.stage === 'acknowledged') {
    const [theirs, senders] = [writerOf(state.complainant.email), writerOf(from.email)];
    return theirs !== undefined && senders !== undefined && theirs !== senders ? 'task' : 'complaint';
  }
  const asks = state.followUps?.some(({ contactId }) => contactId === id) ?? false;
  return asks || (state.stage === 'service-request' && state.answeredOn === undefined) ? 'task' : 'message';
}
