import { londonDateOf } from '../../calendar/local-date.ts';
import { actsAsHead } from '../allocation/the-head.ts';
import type { CaseState } from '../case.ts';
import { type CommandOf, type Facts, isRefusal, type Setting } from '../decision.ts';
import type { EventOf } from '../event.ts';
import { faultIn, longestKept } from '../wording.ts';
import { mayNotAdvise, mayNotJudge } from './looking-into-it.ts';
import { readyToRuleOut } from './ready.ts';

/**
 * Triage suspected it by words that meant something else: the consultation ends with a reason on record, by whoever may advise or the Head (duty
 * D30). Whoever suspects it again raises it again, and so does a later message that speaks of it.
 */
export function ruleOutDiscrimination(state: CaseState, { because }: CommandOf<'rule-out-discrimination'>, setting: Setting): Facts {
  const ready = readyToRuleOut(state);
  if (isRefusal(ready)) return ready;
  const fault =
    (actsAsHead(state, setting) ? mayNotJudge(state, setting) : mayNotAdvise(state, ready, setting)) ??
    faultIn(because, longestKept, 'Say why there is no concern of discrimination: it is kept in the record.');
  return fault ?? [{ type: 'discrimination-ruled-out', on: setting.today, because: because.trim() }];
}

export function discriminationRuledOut(state: CaseState, { at, by }: EventOf<'discrimination-ruled-out'>): CaseState {
  const { discrimination } = state;
  if (!discrimination || by.kind !== 'officer') return state;
  const { subject, name } = by;
  return {
    ...state,
    discrimination: undefined,
    discriminationRuledOut: { since: discrimination.since, on: londonDateOf(at), subject, name },
  };
}
