import * as z from 'zod/mini';
import type { DoorCounts } from '../../app/ports.ts';
import { type Instant, londonClockOf, londonDateOf } from '../../domain/calendar/local-date.ts';
import type { DoorCount } from '../../domain/intake/at-the-door.ts';
import { createPersonKey, type PersonKey } from '../identity/person-keys.ts';
import type { Keys } from '../secrets/secrets.ts';
import { tableClient } from './client.ts';
import { parseItem } from './codec.ts';
import { doorKey, expiring } from './keys.ts';
import { type Table, updateItem } from './table.ts';

export function connectDoorCounts(tableName: string, personKeys: Keys): DoorCounts {
  return createDoorCounts({ client: tableClient(), tableName }, createPersonKey(personKeys));
}

/** One item per address or network and London day, with a number for each hour: one atomic step counts both. */
export function createDoorCounts(table: Table, personKey: PersonKey): DoorCounts {
  return { count: (of, who, at) => count(table, personKey(of, who), at) };
}

async function count(table: Table, who: string, at: Instant): Promise<DoorCount> {
  const hour = `hour${londonClockOf(at).slice(0, 2)}`;
  const on = londonDateOf(at);
  const expires = expiring(on);
  const counted = await updateItem(table, doorKey(who, on), {
    text: `ADD #day :one, #${hour} :one ${expires.text}`,
    values: { ':one': 1, ...expires.values },
  });
  if (counted === 'refused') throw new Error('a count without a condition was refused');
  return parseItem(z.object({ hour: z.number(), day: z.number() }), { ...counted, hour: counted[hour] });
}
