import type { CaseStore } from '../../app/ports.ts';
import { withAdditions } from '../../domain/calendar/additions.ts';
import { englandAndWales } from '../../domain/calendar/england-and-wales.ts';
import type { Wording } from '../../domain/notices/wording/open-pieces.ts';
import type { Rules } from '../../domain/policy/rules.ts';
import type { Rota } from '../../domain/registers/rota.ts';
import { policy } from './world.ts';

/** A bank holiday that was approved, or wording that was changed, counts in every running function a minute later at most. */
const freshForMilliseconds = 60_000;

type Known = { readonly rules: Rules; readonly wording: Wording; readonly rota: Rota };

/**
 * The same with the rules that hold now, bank holidays proclaimed late among them (decision 16), the wording of letters, and who is on call: to be asked for in every run of a function. What is
 * not known is not guessed: a list that cannot be read is a fault, like a case that cannot.
 */
export function underTheRules<Deps extends { readonly store: Pick<CaseStore, 'inForce'> }>(deps: Deps): () => Promise<Deps & Known> {
  let last: (Known & { readonly readAt: number }) | undefined;
  return async () => {
    const now = Date.now();
    if (!last || now - last.readAt >= freshForMilliseconds || now < last.readAt) {
      const { additions, wording, rota } = await deps.store.inForce();
      last = { readAt: now, rules: { policy, calendar: withAdditions(englandAndWales, additions) }, wording, rota };
    }
    return { ...deps, rules: last.rules, wording: last.wording, rota: last.rota };
  };
}
