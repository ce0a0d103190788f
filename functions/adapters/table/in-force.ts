import type { InForce } from '../../app/ports.ts';
import { additionsOf } from './calendar.ts';
import type { Item } from './codec.ts';
import { holidayListKey, type Key, rotaKey, wordingKey } from './keys.ts';
import { rotaOf } from './rota.ts';
import { getItems, type Table } from './table.ts';
import { wordingOf } from './wording.ts';

/** One request where each would be one: whatever runs asks for these before anything else. */
export async function inForce(table: Table): Promise<InForce> {
  const items = await getItems(table, [holidayListKey, wordingKey, rotaKey]);
  const at = ({ pk, sk }: Key): Item | undefined => items.find((item) => item.pk === pk && item.sk === sk);
  const [additions, { wording }, { rota }] = await Promise.all([
    additionsOf(at(holidayListKey)),
    wordingOf(at(wordingKey)),
    rotaOf(at(rotaKey)),
  ]);
  return { additions, wording, rota };
}
