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
  readyToRecordPosted,
  readyToRecordServiceRequest,
  readyToRespond,
  readyToSendAnotherWay,
  readyToWithdraw,
} from './ready.ts';

/** What an officer can ask of an opened case. Messages are added at any time and are not listed. */
export type OfficerCommand = Exclude<Command['type'], 'receive' | 'add-correspondence' | 'record-undelivered'>;

/** In the order in which cases live. */
export const officerCommands = [
  'mark-read',
  'reached-another-way',
  'record-posted',
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
  'record-posted': readyToRecordPosted,
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
