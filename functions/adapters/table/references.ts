import * as z from 'zod/mini';
import { storedReference } from '../../contracts/stored/values.ts';
import type { Reference } from '../../domain/cases/actor.ts';
import { parseItem } from './codec.ts';
import { counterKey } from './keys.ts';
import { StoreFault } from './store-fault.ts';
import { type Table, updateItem } from './table.ts';

const counterItem = z.object({ drawn: z.int().check(z.positive()) });

/** One atomic addition: two draws never give the same number, and one whose answer was lost leaves a gap. */
export async function drawReference(table: Table, prefix: string, year: number): Promise<Reference> {
  const counted = await updateItem(table, counterKey(year), { text: 'ADD #drawn :one', values: { ':one': 1 } });
  if (counted === 'refused') throw new StoreFault('counter-refused', String(year));
  return storedReference.parse(`${prefix}-${year}-${String(parseItem(counterItem, counted).drawn).padStart(6, '0')}`);
}
