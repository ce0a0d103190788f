import type { CaseState, Command } from './case.ts';
import { isRefusal } from './decision.ts';
import {
  readyToAcceptAtStageOne,
  readyToAcknowledge,
  readyToAllocate,
  readyToAnswerServiceRequest,
  readyToClose,
  readyToExtend,
  readyToMarkRead,
  readyToReachAnotherWay,
  readyToRecordServiceRequest,
  readyToRespond,
  readyToSendAnotherWay,
  readyToWithdraw,
} from './ready.ts';

/** What an officer can ask of an opened case, in the order in which cases live. Messages are added at any time and are not listed. */
export type OfficerCommand = Exclude<Command['type'], 'receive' | 'add-correspondence' | 'record-undelivered'>;

export type PossibleCommand = { readonly type: OfficerCommand; readonly possible: boolean; readonly because?: string };

/** What an officer can do now, and why not the rest. What is possible may still be refused for what it says: an empty reason, a date gone by. */
export function possibleCommands(state: CaseState): readonly PossibleCommand[] {
  return guards.map(({ type, ready }) => {
    const answer = ready(state);
    return isRefusal(answer) ? { type, possible: false, because: answer.refused } : { type, possible: true };
  });
}

const guards: readonly { readonly type: OfficerCommand; readonly ready: (state: CaseState) => object }[] = [
  { type: 'mark-read', ready: readyToMarkRead },
  { type: 'reached-another-way', ready: readyToReachAnotherWay },
  { type: 'accept-at-stage-one', ready: readyToAcceptAtStageOne },
  { type: 'record-service-request', ready: readyToRecordServiceRequest },
  { type: 'send-another-way', ready: readyToSendAnotherWay },
  { type: 'allocate', ready: readyToAllocate },
  { type: 'acknowledge', ready: readyToAcknowledge },
  { type: 'extend', ready: readyToExtend },
  { type: 'respond', ready: readyToRespond },
  { type: 'answer-service-request', ready: readyToAnswerServiceRequest },
  { type: 'withdraw', ready: readyToWithdraw },
  { type: 'close', ready: readyToClose },
];
