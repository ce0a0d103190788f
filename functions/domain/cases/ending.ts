import type { CaseState } from './case.ts';
import { type CommandOf, type Facts, isRefusal, type Setting } from './decision.ts';
import { readyToClose } from './ready.ts';
import { faultIn, longestKept } from './wording.ts';

/** Answered is not closed: an officer says why nothing is left to do (duty D27). */
export function close(state: CaseState, { reason }: CommandOf<'close'>, setting: Setting): Facts {
  const { today } = setting;
  const ready = readyToClose(state, setting);
  if (isRefusal(ready)) return ready;
  const fault = faultIn(reason, longestKept, 'Say why the case can be closed.');
  return fault ?? [{ type: 'closed', on: today, reason: reason.trim() }];
}
