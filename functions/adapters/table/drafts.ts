import type { DraftStore } from '../../app/ports.ts';
import type { Instant } from '../../domain/calendar/local-date.ts';
import type { Draft, DraftKey } from '../../domain/desk/draft.ts';
import { parseItem } from './codec.ts';
import { draftIn, draftKey, inDrafts, pendingIndex, pendingUntil } from './keys.ts';
import { getItem, putItem, queryFirst, type Table } from './table.ts';

/** What officers typed and did not send. Nothing in the table is ever deleted: what is cleared is an item without a word in it. */
export function createDraftStore(table: Table): DraftStore {
  return {
    find: (key) => find(table, key),
    keep: (key, draft) => keep(table, key, draft),
    clear: (key, ifOverBy) => clear(table, key, ifOverBy),
    over: (now, most) => over(table, now, most),
  };
}

async function find(table: Table, key: DraftKey): Promise<Draft | undefined> {
  const item = await getItem(table, draftKey(key));
  if (!item || !('fields' in item)) return undefined;
  const { storedDraft } = await import('../../contracts/stored/draft.ts');
  return parseItem(storedDraft, item);
}

async function keep(table: Table, key: DraftKey, draft: Draft): Promise<void> {
  await putItem(table, { ...draftKey(key), ...draft, ...inDrafts(draftKey(key), draft.until) });
}

async function clear(table: Table, key: DraftKey, ifOverBy?: Instant): Promise<void> {
  await putItem(table, draftKey(key), ifOverBy && { text: '#until <= :now', values: { ':now': ifOverBy } });
}

async function over(table: Table, now: Instant, most: number): Promise<readonly DraftKey[]> {
  const items = await queryFirst(
    table,
    { text: '#pending = :draft AND #pendingBy < :until', values: { ':draft': 'draft', ':until': pendingUntil(now) } },
    pendingIndex,
    most,
  );
  if (items.length === 0) return [];
  const { storedDraftKey } = await import('../../contracts/stored/draft.ts');
  return items.map(({ pk, sk }) => storedDraftKey.parse(draftIn({ pk, sk })));
}
