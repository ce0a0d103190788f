import type { Month } from '../../domain/calendar/month.ts';
import type { Reference } from '../../domain/cases/actor.ts';
import type { CountedRelease } from '../../domain/reporting/counted-release.ts';
import { parseItem } from './codec.ts';
import { countedReleaseKey, releasedPartition } from './keys.ts';
import { ifAbsent, queryItems, type Table, type Write } from './table.ts';

/** Written with the event that it counts. */
export function countedRelease(reference: Reference, release: CountedRelease): Write {
  return { what: 'released', item: { ...countedReleaseKey(reference, release), ...release }, condition: ifAbsent };
}

/** What the Head released in a month: a few items, if any. */
export async function countedReleases(table: Table, month: Month): Promise<readonly CountedRelease[]> {
  const [items, { storedCountedRelease }] = await Promise.all([
    queryItems(table, { text: '#pk = :pk', values: { ':pk': releasedPartition(month) } }),
    import('../../contracts/stored/counted-release.ts'),
  ]);
  return items.map((item) => parseItem(storedCountedRelease, item));
}
