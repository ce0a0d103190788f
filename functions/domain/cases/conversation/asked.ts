import type { ContactKey } from '../../intake/contact.ts';
import type { CaseState, Known } from '../case.ts';
import type { FollowUpTask, OpenFollowUp, OpenQuestion } from './conversation.ts';

// What the messages about a case ask.

export function isAbout({ contact }: OpenQuestion, { channel, id }: ContactKey): boolean {
  return contact.channel === channel && contact.id === id;
}

/** The oldest of its kind: it sets the date. */
export function openFollowUp(state: Known, kind: FollowUpTask): OpenFollowUp | undefined {
  return state.followUps?.find((followUp) => followUp.kind === kind);
}

/**
 * What a person asks who is not satisfied: stage two, from the stage one response on (policy section 6); a complaint, where we dealt with a request
 * or sent it another way (duty D17). Undefined while it is looked into as a complaint: then it is part of that.
 */
export function askedByDissatisfaction(state: CaseState): 'stage-two' | 'complaint' | undefined {
  const was = state.stage === 'closed' ? state.was : state;
  const { stage } = was;
  if (was.stage === 'answered') return was.stageTwo ? undefined : 'stage-two';
  return stage === 'service-request' || stage === 'another-route' ? 'complaint' : undefined;
}
