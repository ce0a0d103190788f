import { inShort } from '../calendar/local-date.ts';
import type { CaseState } from '../cases/case.ts';
import { mayBeForAnother } from '../cases/people/answered.ts';
import { isUntold, waitsToTell } from '../cases/turning-away/turning-away.ts';
import type { Rules } from '../policy/rules.ts';
import type { Deadline } from './deadline.ts';
import { counted, open } from './one-deadline.ts';

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
  if (isUntold(state) || waitsToTell(state.handOvers)) return true;
  return stage === 'received' || stage === 'accepted' || stage === 'acknowledged' || (stage === 'service-request' && !state.answeredOn);
}

/**
 * The day on which we said that we would look again at what was agreed. Recording what is agreed then, the same or another, moves or ends it. A case
 * that is closed writes to nobody, so its review waits until it is open again.
 */
export function ofAgreedAdjustments({ people, stage }: CaseState, rules: Rules): readonly Deadline[] {
  const { agreedOn, reviewOn } = people?.agreed ?? {};
  if (!agreedOn || !reviewOn || stage === 'closed') return [];
  const explanation = `on ${inShort(agreedOn)} we agreed to look at it again on ${inShort(reviewOn)}`;
  const source = 'policy section 4: reasonable adjustments; what was agreed with them';
  return [open({ kind: 'review-adjustments', from: agreedOn, due: reviewOn, explanation, source }, agreedOn, rules)];
}
