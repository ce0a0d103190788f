import type { CaseState } from '../cases/case.ts';
import { mayBeForAnother } from '../cases/people/answered.ts';
import { isUntold } from '../cases/turning-away/turning-away.ts';
import type { Rules } from '../policy/rules.ts';
import type { Deadline } from './deadline.ts';
import { counted } from './one-deadline.ts';

/**
 * Whom we answer is settled: first by recording who speaks for whom, then by seeing their authority. The complaint's own clocks run on meanwhile
 * (duty D18). Once it is answered, nothing waits for it.
 */
export function ofAuthority(state: CaseState, rules: Rules): readonly Deadline[] {
  if (!owesThemALetter(state)) return [];
  const { representative } = state.people ?? {};
  if (representative?.authority.state === 'awaited')
    return [counted('verify-authority', representative.since, rules.policy.authorityAwaited, rules)];
  if (!mayBeForAnother(state)) return [];
  return [counted('verify-authority', state.receivedOn, rules.policy.settleWhoIsAnswered, rules)];
}

function owesThemALetter(state: CaseState): boolean {
  const { stage } = state;
  if (isUntold(state)) return true;
  return stage === 'received' || stage === 'accepted' || stage === 'acknowledged' || (stage === 'service-request' && !state.answeredOn);
}
