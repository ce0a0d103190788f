import { mayMeanHarm } from '../../notices/possible-harm.ts';
import type { CaseState } from '../case.ts';
import { type CommandOf, type Facts, isRefusal, type Setting } from '../decision.ts';
import { flagsOf } from '../flags.ts';
import { faultIn, faultInOptional, ifWritten, longestKept } from '../wording.ts';
import { readyToUndoWithdrawal, readyToWithdraw } from './ready.ts';

/** The person's own decision, confirmed to them in writing. A concern about harm outlives it: somebody says what was done about it (duty D26). */
export function withdraw(state: CaseState, { howWeKnow, harmDealtWith }: CommandOf<'withdraw'>, { today }: Setting): Facts {
  const ready = readyToWithdraw(state);
  if (isRefusal(ready)) return ready;
  const fault =
    faultIn(howWeKnow, longestKept, 'Say how we know that the person withdrew: when they told us, whom, and how.') ??
    (mayMeanHarm(flagsOf(state))
      ? faultIn(harmDealtWith ?? '', longestKept, 'Say what was done about the possible harm: withdrawing never ends that.')
      : faultInOptional(harmDealtWith, longestKept));
  return fault ?? [{ type: 'withdrawn', on: today, howWeKnow: howWeKnow.trim(), harmDealtWith: ifWritten(harmDealtWith) }];
}

/** They want it looked into after all. Nothing starts anew: its dates are those it had (duty D26). */
export function undoWithdrawal(state: CaseState, { howWeKnow }: CommandOf<'undo-withdrawal'>, { today }: Setting): Facts {
  const ready = readyToUndoWithdrawal(state);
  if (isRefusal(ready)) return ready;
  const fault = faultIn(howWeKnow, longestKept, 'Say how we know that they want us to carry on: when they told us, whom, and how.');
  return fault ?? [{ type: 'withdrawal-undone', on: today, howWeKnow: howWeKnow.trim() }];
}
