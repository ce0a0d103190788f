import type { CaseStore } from '../../app/ports.ts';
import { withAdditions } from '../../domain/calendar/additions.ts';
import { englandAndWales } from '../../domain/calendar/england-and-wales.ts';
import type { Rules } from '../../domain/policy/rules.ts';
import { policy } from './world.ts';

/** A bank holiday that was approved counts in every running function a minute later at most. */
const freshForMilliseconds = 60_000;

/**
 * The same with the rules that hold now, bank holidays proclaimed late among them (decision 16): to be asked for in every run of a function. What is
 * not known is not guessed: a list that cannot be read is a fault, like a case that cannot.
 */
export function underTheRules<Deps extends { readonly store: { readonly calendar: Pick<CaseStore['calendar'], 'additions'> } }>(
  deps: Deps,
): () => Promise<Deps & { readonly rules: Rules }> {
  let last: { readonly readAt: number; readonly rules: Rules } | undefined;
  return async () => {
    const now = Date.now();
    if (!last || now - last.readAt >= freshForMilliseconds || now < last.readAt) {
      const calendar = withAdditions(englandAndWales, await deps.store.calendar.additions());
      last = { readAt: now, rules: { policy, calendar } };
    }
    return { ...deps, rules: last.rules };
  };
}
