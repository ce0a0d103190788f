import type { CaseState } from '../cases/case.ts';
import type { Rules } from '../policy/rules.ts';
import type { Deadline } from './deadline.ts';
import { counted } from './one-deadline.ts';

/** Also in a closed case: the letter may be the one that closed it (duty D24). */
export function ofUndeliveredLetter(state: CaseState, rules: Rules): readonly Deadline[] {
  return state.undelivered ? [counted('reach-another-way', state.undelivered.since, rules.policy.reachAnotherWay, rules)] : [];
}

/** Also in a closed case, as above; one deadline for all of them, from the oldest. A letter in an agreed format waits for nothing but us (duty D7). */
export function ofLettersToPost(state: CaseState, rules: Rules): readonly Deadline[] {
  const { postLetter, agreedFormat } = rules.policy;
  const due = (state.toPost ?? []).map(({ since, format }) => counted('post-letter', since, format ? agreedFormat : postLetter, rules));
  return due.toSorted((one, other) => ((one.due ?? '') < (other.due ?? '') ? -1 : 1)).slice(0, 1);
}
