import type { Reference } from '../../domain/cases/actor.ts';
import { referenceOf } from '../../domain/intake/references-in.ts';
import { parseItem } from './codec.ts';
import { counterKey } from './keys.ts';
import { StoreFault } from './store-fault.ts';
import { type Table, updateItem } from './table.ts';

/** One atomic addition: two draws never give the same number, and one whose answer was lost leaves a gap. */
export async function drawReference(table: Table, prefix: string, year: number): Promise<Reference> {
  const [counted, { storedCounter }] = await Promise.all([
    updateItem(table, counterKey(year), { text: 'ADD #drawn :one', values: { ':one': 1 } }),
    import('../../contracts/stored/pointers.ts'),
  ]);
  if (counted === 'refused') throw new StoreFault('counter-refused', String(year));
  const drawn = `${prefix}-${year}-${String(parseItem(storedCounter, counted).drawn).padStart(6, '0')}`;
  const reference = referenceOf(drawn);
  if (!reference) throw new StoreFault('counter-refused', drawn);
  return reference;
}
