import type { CaseState } from '../case.ts';
import { type CommandOf, type Facts, isRefusal, refuse, type Setting } from '../decision.ts';
import type { EventOf } from '../event.ts';
import { faultIn, longestKept } from '../wording.ts';
import { readyToLiftRestriction } from './ready.ts';

/** By a person, with a reason: triage only hints at it (duty D3). */
export function restrict(_state: CaseState, { ground, groups, because }: CommandOf<'restrict'>, { today }: Setting): Facts {
  if (groups.length === 0) return refuse('Choose who may see the case: somebody must be able to deal with it.');
  const fault = faultIn(because, longestKept, 'Say why only they may see the case.');
  return fault ?? [{ type: 'restricted', on: today, ground, groups: [...new Set(groups)], because: because.trim() }];
}

export function liftRestriction(state: CaseState, { because }: CommandOf<'lift-restriction'>, { today }: Setting): Facts {
  const ready = readyToLiftRestriction(state);
  if (isRefusal(ready)) return ready;
  const fault = faultIn(because, longestKept, 'Say why everybody who deals with complaints may see the case again.');
  return fault ?? [{ type: 'restriction-lifted', on: today, because: because.trim() }];
}

export function restricted<State extends CaseState>(state: State, { on, ground, groups }: EventOf<'restricted'>): State {
  return { ...state, restricted: { since: on, ground, groups } };
}

export function restrictionLifted<State extends CaseState>(state: State): State {
  return { ...state, restricted: undefined };
}
