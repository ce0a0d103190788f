import type { Month } from '../../domain/calendar/month.ts';
import type { Reference } from '../../domain/cases/actor.ts';
import type { CountedDecision } from '../../domain/reporting/counted-decision.ts';
import { parseItem } from './codec.ts';
import { countedDecisionKey, decidedPartition, isTakenBack } from './keys.ts';
import { queryItems, type Table, type Write } from './table.ts';

/** Takes the place of what was counted for the case before. The snapshot's guard guards it too: they are written together. */
export function counted(reference: Reference, decision: CountedDecision): Write {
  return { what: 'counted', item: { ...countedDecisionKey(reference, decision.receivedIn), ...decision } };
}

/** The counted decisions on what came in a month: some hundreds, each far smaller than 1 KB. */
export async function countedDecisions(table: Table, month: Month): Promise<readonly CountedDecision[]> {
  const [items, { storedCountedDecision }] = await Promise.all([
    queryItems(table, { text: '#pk = :pk', values: { ':pk': decidedPartition(month) } }),
    import('../../contracts/stored/counted-decision.ts'),
  ]);
  return items.filter((item) => !isTakenBack(item)).map((item) => parseItem(storedCountedDecision, item));
}
