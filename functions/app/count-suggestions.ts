import type { Month } from '../domain/calendar/month.ts';
import { type DecisionsByRoute, decisionsByRoute } from '../domain/reporting/decisions-by-route.ts';
import type { CaseStore } from './ports.ts';

/** How often people changed what triage suggested for the messages that came in these months. */
export async function countSuggestions(
  { store }: { store: Pick<CaseStore, 'countedDecisions'> },
  months: readonly Month[],
): Promise<DecisionsByRoute> {
  const counted = await Promise.all(months.map((month) => store.countedDecisions(month)));
  return decisionsByRoute(counted.flat());
}
