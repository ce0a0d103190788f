import type { WordingKept, WordingStore } from '../../app/ports.ts';
import type { WordingChange } from '../../domain/notices/wording/changing.ts';
import { isOpenPiece, type Wording } from '../../domain/notices/wording/open-pieces.ts';
import { type Item, parseItem } from './codec.ts';
import { wordingChangeKey, wordingChangePrefix, wordingKey, wordingPartition } from './keys.ts';
import { getItem, ifAbsent, queryItems, type Table, writeTogether } from './table.ts';

/** What the complaints team changed in the letters. The shapes are loaded for the first change: where none was made, no function builds them. */
export function createWordingStore(table: Table): WordingStore {
  return {
    current: async () => wordingOf(await getItem(table, wordingKey)),
    changes: () => changes(table),
    change: (wording, change) => write(table, wording, change),
  };
}

export async function wordingOf(item: Item | undefined): Promise<WordingKept> {
  if (!item) return { number: 0, wording: {} };
  const { storedWording } = await import('../../contracts/stored/wording.ts');
  const { number, words } = parseItem(storedWording, item);
  return { number, wording: Object.fromEntries(Object.entries(words).filter(([name]) => isOpenPiece(name))) };
}

async function changes(table: Table): Promise<readonly WordingChange[]> {
  const [items, { storedWordingChange }] = await Promise.all([
    queryItems(table, {
      text: '#pk = :wording AND begins_with(#sk, :change)',
      values: { ':wording': wordingPartition, ':change': wordingChangePrefix },
    }),
    import('../../contracts/stored/wording.ts'),
  ]);
  // A piece that a later release no longer has is not shown.
  return items.filter(({ piece }) => typeof piece === 'string' && isOpenPiece(piece)).map((item) => parseItem(storedWordingChange, item));
}

async function write(table: Table, words: Wording, change: WordingChange): Promise<'changed' | 'overtaken'> {
  const { number } = change;
  const condition = number === 1 ? ifAbsent : { text: '#number = :before', values: { ':before': number - 1 } };
  const written = await writeTogether(table, [
    { what: 'wording', item: { ...wordingKey, number, words }, condition },
    { what: 'change', item: { ...wordingChangeKey(number), ...change }, condition: ifAbsent },
  ]);
  return written === 'written' ? 'changed' : 'overtaken';
}
