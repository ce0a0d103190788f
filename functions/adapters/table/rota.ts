import type { RotaKept, RotaStore } from '../../app/ports.ts';
import type { RotaChange } from '../../domain/registers/rota.ts';
import { type Item, parseItem } from './codec.ts';
import { rotaChangeKey, rotaChangePrefix, rotaKey, rotaPartition } from './keys.ts';
import { getItem, ifAbsent, queryItems, type Table, writeTogether } from './table.ts';

/** Who is on call. The shapes are loaded for the first shift: where nobody ever was, no function builds them. */
export function createRotaStore(table: Table): RotaStore {
  return {
    current: async () => rotaOf(await getItem(table, rotaKey)),
    changes: () => changes(table),
    change: (change) => write(table, change),
  };
}

export async function rotaOf(item: Item | undefined): Promise<RotaKept> {
  if (!item) return { number: 0, rota: [] };
  const { storedRota } = await import('../../contracts/stored/rota.ts');
  return parseItem(storedRota, item);
}

async function changes(table: Table): Promise<readonly RotaChange[]> {
  const [items, { storedRotaChange }] = await Promise.all([
    queryItems(table, {
      text: '#pk = :rota AND begins_with(#sk, :change)',
      values: { ':rota': rotaPartition, ':change': rotaChangePrefix },
    }),
    import('../../contracts/stored/rota.ts'),
  ]);
  return items.map((item) => parseItem(storedRotaChange, item));
}

async function write(table: Table, change: RotaChange): Promise<'changed' | 'overtaken'> {
  const { number, rota } = change;
  const condition = number === 1 ? ifAbsent : { text: '#number = :before', values: { ':before': number - 1 } };
  const written = await writeTogether(table, [
    { what: 'rota', item: { ...rotaKey, number, rota }, condition },
    { what: 'change', item: { ...rotaChangeKey(number), ...change }, condition: ifAbsent },
  ]);
  return written === 'written' ? 'changed' : 'overtaken';
}
