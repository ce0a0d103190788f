import type { Month } from '../domain/calendar/month.ts';
import type { Officer } from '../domain/cases/actor.ts';
import { type DecisionsByRoute, decisionsByRoute } from '../domain/reporting/decisions-by-route.ts';
import { type AuthorityDeps, mayNotUse } from './desk-authority.ts';
import type { CaseStore } from './ports.ts';

/** How often people changed what triage suggested for the messages that came in these months; undefined for whoever may not read it. */
export async function countSuggestions(
  deps: AuthorityDeps & { readonly store: Pick<CaseStore, 'countedDecisions'> },
  by: Officer,
  months: readonly Month[],
): Promise<DecisionsByRoute | undefined> {
  if ((await mayNotUse(deps, by, 'suggestions')) !== undefined) return undefined;
  const counted = await Promise.all(months.map((month) => deps.store.countedDecisions(month)));
  return decisionsByRoute(counted.flat());
}
