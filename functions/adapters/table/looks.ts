import { storedLook } from '../../contracts/stored/look.ts';
import { type Instant, londonDateOf } from '../../domain/calendar/local-date.ts';
import type { Officer, Reference } from '../../domain/cases/actor.ts';
import type { Look } from '../../domain/staff/look.ts';
import { parseItem } from './codec.ts';
import { lookedPartition, lookKey } from './keys.ts';
import { queryItems, type Table, updateItem } from './table.ts';

/** One item for each officer, case and day: a machine's write beside the case, which moves no version (decision 3). */
export async function noteLook(table: Table, reference: Reference, by: Officer, at: Instant): Promise<void> {
  const on = londonDateOf(at);
  await updateItem(table, lookKey(reference, on, by.subject), {
    text: 'SET #on = :on, #by = :by, #first = if_not_exists(#first, :at), #last = :at, #times = if_not_exists(#times, :none) + :one',
    values: { ':on': on, ':by': by, ':at': at, ':none': 0, ':one': 1 },
  });
}

export async function looks(table: Table, reference: Reference): Promise<readonly Look[]> {
  const items = await queryItems(table, { text: '#pk = :looked', values: { ':looked': lookedPartition(reference) } });
  return items.map((item) => parseItem(storedLook, item));
}
