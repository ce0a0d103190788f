import { inShort } from '../calendar/local-date.ts';
import { openContributions } from '../cases/allocation/ready.ts';
import type { CaseState } from '../cases/case.ts';
import type { Rules } from '../policy/rules.ts';
import type { Deadline } from './deadline.ts';
import { open } from './one-deadline.ts';

/** What other services owe the answer, each by its own day. */
export function ofContributions(state: CaseState, rules: Rules): readonly Deadline[] {
  return openContributions(state).map(({ number, due, askedOn }) => {
    const explanation = `on ${inShort(askedOn)} another service was asked for its part by ${inShort(due)}`;
    const source = 'policy section 5: the lead service co-ordinates a single response';
    return open({ kind: 'contribution', about: number, from: askedOn, due, explanation, source }, askedOn, rules);
  });
}
