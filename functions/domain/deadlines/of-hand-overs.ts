import type { CaseState } from '../cases/case.ts';
import type { Rules } from '../policy/rules.ts';
import type { Deadline } from './deadline.ts';
import { counted, met } from './one-deadline.ts';

/** One for each, from the day on which it was handed over; whoever did that hears of it. Also in a closed case: the matter is with us until the other team has it (duty D12). */
export function ofHandOvers({ handOvers = [] }: CaseState, rules: Rules): readonly Deadline[] {
  return handOvers.map(({ number, on, keeper, confirmedOn }) => {
    const waiting = { ...counted('hand-over', on, rules.policy.handOver, rules), about: number, ...(keeper && { keeper }) };
    return confirmedOn ? met(waiting, confirmedOn) : waiting;
  });
}
