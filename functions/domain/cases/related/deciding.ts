import type { CaseState } from '../case.ts';
import { type CommandOf, type Facts, isRefusal } from '../decision.ts';
import { faultIn, longestPoint } from '../wording.ts';
import { readyToAddPoint } from './ready.ts';

/** A related issue joins what is looked into at stage one; the person is told, and the date of the response stays (both Codes 6.8). */
export function addPoint(state: CaseState, { words, ombudsman }: CommandOf<'add-point'>): Facts {
  const ready = readyToAddPoint(state);
  if (isRefusal(ready)) return ready;
  const fault = faultIn(words, longestPoint, 'Say what the new issue is: the person reads it, and the response answers it.');
  return fault ?? [{ type: 'issue-joined', words: words.trim(), ombudsman }];
}
