import type { CaseState } from '../cases/case.ts';
import type { Rules } from '../policy/rules.ts';
import type { Deadline } from './deadline.ts';
import { counted, met } from './one-deadline.ts';

/** The advice that comes before the answer, and the report of what is found; also of a closed case, since it is owed all the same (duty D30). */
export function ofDiscrimination(state: CaseState, rules: Rules): readonly Deadline[] {
  const { discrimination, discriminationRuledOut: ruledOut } = state;
  if (ruledOut) return [met(counted('equality-advice', ruledOut.since, rules.policy.equalityAdvice, rules), ruledOut.on)];
  if (!discrimination) return [];
  const owed = discrimination.toReport?.[0];
  return [
    ...ofAdvice(state, rules),
    ...(owed ? [counted('report-discrimination', owed.since, rules.policy.reportDiscrimination, rules)] : []),
  ];
}

function ofAdvice({ discrimination, stage }: CaseState, rules: Rules): readonly Deadline[] {
  if (!discrimination) return [];
  const deadline = counted('equality-advice', discrimination.since, rules.policy.equalityAdvice, rules);
  if (discrimination.consulted) return [met(deadline, discrimination.consulted.on)];
  return stage === 'accepted' || stage === 'acknowledged' ? [deadline] : [];
}
