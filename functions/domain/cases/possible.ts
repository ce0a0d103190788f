import type { CaseState, Command } from './case.ts';
import { isRefusal } from './decision.ts';
import {
  readyForStageTwo,
  readyToAcceptAtStageOne,
  readyToAcknowledge,
  readyToAllocate,
  readyToAnswerChaser,
  readyToAnswerServiceRequest,
  readyToApprove,
  readyToCheckTranscript,
  readyToClose,
  readyToConfirmCaller,
  readyToCorrectEmail,
  readyToExtend,
  readyToMarkRead,
  readyToReachAnotherWay,
  readyToRecordCallBack,
  readyToRecordPosted,
  readyToRecordServiceRequest,
  readyToRespond,
  readyToReturnProposal,
  readyToSendAnotherWay,
  readyToSetAsideFollowUp,
  readyToWithdraw,
} from './ready.ts';

/** What an officer can ask of an opened case. Messages are added at any time and are not listed. */
export type OfficerCommand = Exclude<
  Command['type'],
  'receive' | 'add-correspondence' | 'record-undelivered' | 'record-called-spam' | 'record-audio-deleted' | 'answer-question' | 'move-out'
>;

/** In the order in which cases live. */
export const officerCommands = [
  'mark-read',
  'reached-another-way',
  'confirm-caller',
  'record-call-back',
  'check-transcript',
  'record-posted',
  'answer-chaser',
  'approve',
  'return-proposal',
  'accept-at-stage-two',
  'decline-stage-two',
  'set-aside-follow-up',
  'correct-email',
  'accept-at-stage-one',
  'record-service-request',
  'send-another-way',
  'allocate',
  'acknowledge',
  'extend',
  'respond',
  'answer-service-request',
  'withdraw',
  'close',
] as const satisfies readonly OfficerCommand[];

export type PossibleCommand = { readonly type: OfficerCommand; readonly possible: boolean; readonly because?: string };

/** What an officer can do now, and why not the rest. What is possible may still be refused for what it says: an empty reason, a date gone by. */
export function possibleCommands(state: CaseState): readonly PossibleCommand[] {
  return officerCommands.map((type) => {
    const answer = guards[type](state);
    return isRefusal(answer) ? { type, possible: false, because: answer.refused } : { type, possible: true };
  });
}

const guards: Readonly<Record<OfficerCommand, (state: CaseState) => object>> = {
  'mark-read': readyToMarkRead,
  'reached-another-way': readyToReachAnotherWay,
  'confirm-caller': readyToConfirmCaller,
  'record-call-back': readyToRecordCallBack,
  'check-transcript': readyToCheckTranscript,
  'record-posted': readyToRecordPosted,
  'answer-chaser': readyToAnswerChaser,
  approve: readyToApprove,
  'return-proposal': readyToReturnProposal,
  'accept-at-stage-two': readyForStageTwo,
  'decline-stage-two': readyForStageTwo,
  'set-aside-follow-up': readyToSetAsideFollowUp,
  'correct-email': readyToCorrectEmail,
  'accept-at-stage-one': readyToAcceptAtStageOne,
  'record-service-request': readyToRecordServiceRequest,
  'send-another-way': readyToSendAnotherWay,
  allocate: readyToAllocate,
  acknowledge: readyToAcknowledge,
  extend: readyToExtend,
  respond: readyToRespond,
  'answer-service-request': readyToAnswerServiceRequest,
  withdraw: readyToWithdraw,
  close: readyToClose,
};
