import type { Reference } from '../../domain/cases/actor.ts';
import { parseItem } from './codec.ts';
import { scheduleKey } from './keys.ts';
import { getItem, putItem, type Table } from './table.ts';

/** The schedule that was last made for the case. */
export async function plannedSchedule(table: Table, reference: Reference): Promise<string | undefined> {
  const [item, { storedSchedule }] = await Promise.all([
    getItem(table, scheduleKey(reference)),
    import('../../contracts/stored/pointers.ts'),
  ]);
  return item && parseItem(storedSchedule, item).name;
}

/** Without a name the item stays, empty: nothing in the table is ever deleted. */
export async function rememberSchedule(table: Table, reference: Reference, name: string | undefined): Promise<void> {
  await putItem(table, { ...scheduleKey(reference), name });
}
