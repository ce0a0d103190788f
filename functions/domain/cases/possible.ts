import {
  readyToAllocate,
  readyToAskContribution,
  readyToRecordConflict,
  readyToRecordContribution,
  readyToRemoveConflict,
} from './allocation/ready.ts';
import { readyToCheckTranscript, readyToConfirmCaller, readyToRecordCallBack } from './call/ready.ts';
import type { CaseState } from './case.ts';
import type { Command } from './command.ts';
import { readyToAnswerChaser, readyToMarkRead, readyToSetAsideFollowUp } from './conversation/ready.ts';
import { type Day, isRefusal } from './decision.ts';
import { readyToGiveAdvice, readyToRaiseDiscrimination, readyToRecordReported, readyToRuleOut } from './discrimination/ready.ts';
import { readyToTakeHarm } from './harm/ready.ts';
import { readyToRecordHazardStep, readyToStartHazard } from './hazard/ready.ts';
import {
  readyForQuickAnswer,
  readyToAgreeUpdates,
  readyToAmendDefinition,
  readyToAskClarification,
  readyToDecideOverdue,
  readyToEscalate,
  readyToRecordContact,
  readyToRecordOfferAnswer,
  readyToSendUpdate,
  readyToWordApology,
} from './in-touch/ready.ts';
import { readyToRecordPeople, readyToRefuseAuthority, readyToVerifyAuthority } from './people/ready.ts';
import { readyToCorrectEmail, readyToReachAnotherWay, readyToRecordPosted } from './reaching/ready.ts';
import {
  readyForStageTwo,
  readyToAcceptAtStageOne,
  readyToAcknowledge,
  readyToApprove,
  readyToClose,
  readyToDeclineStageTwo,
  readyToExtend,
  readyToRecordServiceRequest,
  readyToReturnProposal,
} from './ready.ts';
import { readyToAddPoint } from './related/ready.ts';
import { readyToRelease, readyToWriteResponse } from './releasing.ts';
import { readyForAnswer, readyToGiveUpRemedy, readyToPromise, readyWithOpenRemedy } from './remedies/ready.ts';
import { readyToAnswerServiceRequest, readyToRecordChoice, readyToRecordFixed } from './request/ready.ts';
import { readyToLiftRestriction, readyToRestrict } from './restricted/ready.ts';
import { waitsBefore } from './second-person.ts';
import { readyToConfirmHandOver, readyToDecline, readyToHandOver, readyToSignpost, readyToThank } from './turning-away/ready.ts';
import { readyToUndoWithdrawal, readyToWithdraw } from './withdrawal/ready.ts';

/** What an officer can ask of an opened case. Messages are added at any time and are not listed. */
export type OfficerCommand = Exclude<
  Command['type'],
  | 'receive'
  | 'revise-calendar'
  | 'add-correspondence'
  | 'record-undelivered'
  | 'record-called-spam'
  | 'tell-of-infected-files'
  | 'record-audio-deleted'
  | 'ask-whether-done'
  | 'ask-whether-fixed'
  | 'apologise-for-missing'
  | 'answer-question'
  | 'move-out'
>;

/** In the order in which cases live. */
export const officerCommands = [
  'take-harm',
  'mark-read',
  'reached-another-way',
  'confirm-caller',
  'record-call-back',
  'check-transcript',
  'record-posted',
  'confirm-hand-over',
  'return-hand-over',
  'record-hazard-step',
  'start-hazard',
  'answer-chaser',
  'approve',
  'release',
  'return-proposal',
  'accept-at-stage-two',
  'decline-stage-two',
  'set-aside-follow-up',
  'correct-email',
  'accept-at-stage-one',
  'record-service-request',
  'hand-over',
  'signpost',
  'decline',
  'thank-for-feedback',
  'allocate',
  'record-conflict',
  'remove-conflict',
  'acknowledge',
  'ask-contribution',
  'record-contribution',
  'record-contact',
  'ask-clarification',
  'acknowledge-and-respond',
  'amend-definition',
  'record-offer-answer',
  'extend',
  'agree-updates',
  'send-update',
  'word-apology',
  'escalate-unanswered',
  'answer-now',
  'respond',
  'answer-service-request',
  'promise-remedy',
  'record-remedy-done',
  'change-remedy-date',
  'record-remedy-undeliverable',
  'record-answer-to-done',
  'record-fixed-answer',
  'record-choice',
  'add-point',
  'verify-authority',
  'refuse-authority',
  'record-representative',
  'correct-person',
  'record-adjustments',
  'record-group',
  'record-bereavement',
  'raise-discrimination',
  'record-consultation',
  'rule-out-discrimination',
  'record-discrimination-reported',
  'record-crm-reference',
  'withdraw',
  'undo-withdrawal',
  'restrict',
  'lift-restriction',
  'close',
] as const satisfies readonly OfficerCommand[];

export type PossibleCommand = { readonly type: OfficerCommand; readonly possible: boolean; readonly because?: string };

/** What an officer can do now, and why not the rest. What is possible may still be refused for what it says: an empty reason, a date gone by. */
export function possibleCommands(state: CaseState, on: Day): readonly PossibleCommand[] {
  return officerCommands.map((type) => {
    const ready = guards[type](state, on);
    const answer = isRefusal(ready) ? ready : (waitsBefore(state, type) ?? ready);
    return isRefusal(answer) ? { type, possible: false, because: answer.refused } : { type, possible: true };
  });
}

const guards: Readonly<Record<OfficerCommand, (state: CaseState, on: Day) => object>> = {
  'verify-authority': readyToVerifyAuthority,
  'refuse-authority': readyToRefuseAuthority,
  'record-representative': readyToRecordPeople,
  'correct-person': readyToRecordPeople,
  'record-adjustments': readyToRecordPeople,
  'record-group': readyToRecordPeople,
  'record-bereavement': readyToRecordPeople,
  'raise-discrimination': readyToRaiseDiscrimination,
  'record-consultation': readyToGiveAdvice,
  'rule-out-discrimination': readyToRuleOut,
  'record-discrimination-reported': readyToRecordReported,
  'mark-read': readyToMarkRead,
  'reached-another-way': readyToReachAnotherWay,
  'confirm-caller': readyToConfirmCaller,
  'record-call-back': readyToRecordCallBack,
  'check-transcript': readyToCheckTranscript,
  'record-posted': readyToRecordPosted,
  'answer-chaser': readyToAnswerChaser,
  approve: readyToApprove,
  release: readyToRelease,
  'return-proposal': readyToReturnProposal,
  'accept-at-stage-two': readyForStageTwo,
  'decline-stage-two': readyToDeclineStageTwo,
  'set-aside-follow-up': readyToSetAsideFollowUp,
  'correct-email': readyToCorrectEmail,
  'accept-at-stage-one': readyToAcceptAtStageOne,
  'record-service-request': readyToRecordServiceRequest,
  'confirm-hand-over': readyToConfirmHandOver,
  'return-hand-over': readyToConfirmHandOver,
  'take-harm': readyToTakeHarm,
  'record-hazard-step': readyToRecordHazardStep,
  'start-hazard': readyToStartHazard,
  'hand-over': readyToHandOver,
  signpost: readyToSignpost,
  decline: readyToDecline,
  'thank-for-feedback': readyToThank,
  allocate: readyToAllocate,
  'record-conflict': readyToRecordConflict,
  'remove-conflict': readyToRemoveConflict,
  'ask-contribution': readyToAskContribution,
  'record-contribution': readyToRecordContribution,
  acknowledge: readyToAcknowledge,
  extend: readyToExtend,
  'record-contact': readyToRecordContact,
  'ask-clarification': readyToAskClarification,
  'acknowledge-and-respond': (state) => readyForQuickAnswer(state, readyToAcknowledge),
  'amend-definition': readyToAmendDefinition,
  'record-offer-answer': readyToRecordOfferAnswer,
  'agree-updates': readyToAgreeUpdates,
  'send-update': readyToSendUpdate,
  'word-apology': readyToWordApology,
  'escalate-unanswered': readyToEscalate,
  'answer-now': readyToDecideOverdue,
  respond: readyToWriteResponse,
  'answer-service-request': readyToAnswerServiceRequest,
  'promise-remedy': readyToPromise,
  'record-remedy-done': readyWithOpenRemedy,
  'change-remedy-date': readyWithOpenRemedy,
  'record-remedy-undeliverable': readyToGiveUpRemedy,
  'record-answer-to-done': readyForAnswer,
  'record-fixed-answer': readyToRecordFixed,
  'record-choice': readyToRecordChoice,
  'add-point': readyToAddPoint,
  'record-crm-reference': (state) => state,
  withdraw: readyToWithdraw,
  'undo-withdrawal': readyToUndoWithdrawal,
  restrict: readyToRestrict,
  'lift-restriction': readyToLiftRestriction,
  close: readyToClose,
};
