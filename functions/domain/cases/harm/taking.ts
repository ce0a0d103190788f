import type { CaseState } from '../case.ts';
import { type Facts, isRefusal } from '../decision.ts';
import { readyToTakeHarm } from './ready.ts';

export function takeHarm(state: CaseState): Facts {
  const ready = readyToTakeHarm(state);
  return isRefusal(ready) ? ready : [{ type: 'harm-taken' }];
}
