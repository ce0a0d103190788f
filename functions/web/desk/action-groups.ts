import type { CaseState } from '../../domain/cases/case.ts';
import { openFollowUp } from '../../domain/cases/conversation/asked.ts';
import type { OfficerCommand } from '../../domain/cases/possible.ts';

/** What an officer may do, by what it is about: the case page lists the links under these headings. */
export const actionGroups = ['messages', 'steps', 'writing', 'putting-right', 'not-satisfied', 'people', 'record', 'seldom'] as const;
export type ActionGroup = (typeof actionGroups)[number];

/** Until it is answered, its steps come first; then what was promised, and what it takes to close it. */
const orderAfterTheAnswer: readonly ActionGroup[] = [
  'messages',
  'putting-right',
  'steps',
  'writing',
  'not-satisfied',
  'people',
  'record',
  'seldom',
];

/** The headings in the order of what is likely at this stage. */
export function groupsInOrder({ stage }: CaseState): readonly ActionGroup[] {
  return stage === 'answered' || stage === 'closed' ? orderAfterTheAnswer : actionGroups;
}

export const groupNames: Readonly<Record<ActionGroup, string>> = {
  'not-satisfied': 'If they are not satisfied',
  seldom: 'Seldom needed at this stage',
  messages: 'Messages and calls',
  steps: 'The steps of the case',
  writing: 'Talking and writing to them',
  'putting-right': 'Putting things right',
  people: 'People',
  record: 'The record',
};

/** Complete by type: an action that stands under no heading does not compile. */
export const groupOf: Readonly<Record<OfficerCommand, ActionGroup>> = {
  'take-harm': 'messages',
  'mark-read': 'messages',
  'confirm-caller': 'messages',
  'record-call-back': 'messages',
  'check-transcript': 'messages',
  'answer-chaser': 'messages',
  'set-aside-follow-up': 'messages',
  'add-point': 'messages',
  'accept-at-stage-one': 'steps',
  'record-service-request': 'steps',
  'hand-over': 'steps',
  'confirm-hand-over': 'steps',
  'return-hand-over': 'steps',
  signpost: 'steps',
  decline: 'steps',
  'thank-for-feedback': 'steps',
  allocate: 'steps',
  acknowledge: 'steps',
  'acknowledge-and-respond': 'steps',
  'ask-contribution': 'steps',
  'record-contribution': 'steps',
  extend: 'steps',
  respond: 'steps',
  'answer-service-request': 'steps',
  'record-fixed-answer': 'steps',
  'record-choice': 'steps',
  approve: 'steps',
  release: 'steps',
  'return-proposal': 'steps',
  'accept-at-stage-two': 'steps',
  'decline-stage-two': 'steps',
  'escalate-unanswered': 'steps',
  'answer-now': 'steps',
  withdraw: 'steps',
  'undo-withdrawal': 'steps',
  close: 'steps',
  'record-contact': 'writing',
  'ask-clarification': 'writing',
  'amend-definition': 'writing',
  'record-offer-answer': 'writing',
  'agree-updates': 'writing',
  'send-update': 'writing',
  'word-apology': 'writing',
  'reached-another-way': 'writing',
  'record-posted': 'writing',
  'promise-remedy': 'putting-right',
  'record-remedy-done': 'putting-right',
  'change-remedy-date': 'putting-right',
  'record-remedy-undeliverable': 'putting-right',
  'record-answer-to-done': 'putting-right',
  'start-hazard': 'putting-right',
  'record-hazard-step': 'putting-right',
  'correct-person': 'people',
  'correct-email': 'people',
  'record-representative': 'people',
  'verify-authority': 'people',
  'refuse-authority': 'people',
  'record-adjustments': 'people',
  'record-group': 'people',
  'record-bereavement': 'people',
  'record-conflict': 'people',
  'remove-conflict': 'people',
  'raise-discrimination': 'record',
  'record-consultation': 'record',
  'rule-out-discrimination': 'record',
  'record-discrimination-reported': 'record',
  'record-crm-reference': 'record',
  restrict: 'record',
  'lift-restriction': 'record',
};

const afterTheFirstAnswer: readonly OfficerCommand[] = ['accept-at-stage-two', 'decline-stage-two'];
/** What decides where a case belongs, and who looks into it, is mostly settled when it is answered. */
const beforeTheAnswer: readonly OfficerCommand[] = [
  'hand-over',
  'signpost',
  'allocate',
  'ask-contribution',
  'record-conflict',
  'start-hazard',
  'withdraw',
];
/** What is left of them once we look into it is about a part. */
const aboutAPart: readonly OfficerCommand[] = ['hand-over', 'signpost'];
/** Where a case came in already as what it is. */
const beforeTheAcknowledgement: readonly OfficerCommand[] = [
  'accept-at-stage-one',
  'record-service-request',
  'decline',
  'thank-for-feedback',
];

/** Where an action stands at this stage: what nobody asked for, or what is long settled, does not come first. */
export function groupIn(state: CaseState, action: OfficerCommand): ActionGroup {
  if (afterTheFirstAnswer.includes(action)) return openFollowUp(state, 'dissatisfaction') ? 'steps' : 'not-satisfied';
  const answered = state.stage === 'answered' || state.stage === 'closed';
  if (answered && beforeTheAnswer.includes(action)) return 'seldom';
  if (state.stage === 'acknowledged' && aboutAPart.includes(action)) return 'seldom';
  if (state.stage === 'accepted' && beforeTheAcknowledgement.includes(action)) return 'seldom';
  return groupOf[action];
}

/** What could be expected next at each stage: only of that the page says why it cannot be done now. */
const expected: Readonly<Record<CaseState['stage'], readonly OfficerCommand[]>> = {
  received: ['accept-at-stage-one', 'acknowledge', 'allocate', 'decline'],
  accepted: ['allocate', 'acknowledge', 'acknowledge-and-respond', 'extend', 'respond'],
  acknowledged: ['extend', 'respond', 'close'],
  'service-request': ['answer-service-request', 'record-fixed-answer', 'accept-at-stage-one', 'close'],
  'another-route': ['confirm-hand-over', 'accept-at-stage-one', 'close'],
  answered: ['accept-at-stage-two', 'record-answer-to-done', 'close'],
  closed: ['accept-at-stage-two', 'undo-withdrawal'],
};

export function isExpected(state: CaseState, action: OfficerCommand): boolean {
  return expected[state.stage].includes(action) || (state.proposal !== undefined && (action === 'approve' || action === 'release'));
}
