import type { CaseState } from '../case.ts';
import type { Refusal } from '../command.ts';
import { refuse } from '../decision.ts';

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
