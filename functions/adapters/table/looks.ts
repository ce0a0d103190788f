import { type Instant, londonClockOf, londonDateOf } from '../../domain/calendar/local-date.ts';
import type { Officer } from '../../domain/cases/actor.ts';
import type { Look, LookedAt } from '../../domain/staff/look.ts';
import { parseItem } from './codec.ts';
import { lookedPartition, lookKey } from './keys.ts';
import { queryItems, type Table, updateItem } from './table.ts';

/** One item for each officer, case and day: a machine's write beside the case, which moves no version (decision 3). */
export async function noteLook(table: Table, what: LookedAt, by: Officer, at: Instant): Promise<void> {
  const on = londonDateOf(at);
  await updateItem(table, lookKey(what, on, by.subject), {
    text: 'SET #on = :on, #by = :by, #first = if_not_exists(#first, :at), #last = :at ADD #hours :hour',
    values: { ':on': on, ':by': by, ':at': at, ':hour': new Set([londonClockOf(at).slice(0, 2)]) },
  });
}

export async function looks(table: Table, what: LookedAt): Promise<readonly Look[]> {
  const [items, { storedLook }] = await Promise.all([
    queryItems(table, { text: '#pk = :looked', values: { ':looked': lookedPartition(what) } }),
    import('../../contracts/stored/look.ts'),
  ]);
  return items.map((item) => {
    const { times = 0, hours, ...look } = parseItem(storedLook, item);
    return { ...look, visits: times + (hours?.size ?? 0) };
  });
}
