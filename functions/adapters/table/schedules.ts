import * as z from 'zod/mini';
import type { Reference } from '../../domain/cases/actor.ts';
import { parseItem } from './codec.ts';
import { scheduleKey } from './keys.ts';
import { getItem, putItem, type Table } from './table.ts';

const scheduleItem = z.object({ name: z.optional(z.string()) });

/** The schedule that was last made for the case. */
export async function plannedSchedule(table: Table, reference: Reference): Promise<string | undefined> {
  const item = await getItem(table, scheduleKey(reference));
  return item && parseItem(scheduleItem, item).name;
}

/** Without a name the item stays, empty: nothing in the table is ever deleted. */
export async function rememberSchedule(table: Table, reference: Reference, name: string | undefined): Promise<void> {
  await putItem(table, { ...scheduleKey(reference), name });
}
