import type { FrontDeskStore } from '../../app/ports.ts';
import type { PolicyCopy, Signpost } from '../../domain/registers/front-desk.ts';
import { parseItem } from './codec.ts';
import { copyPrefix, frontDeskPartition, policyCopyKey, signpostKey, signpostPrefix } from './keys.ts';
import { ifAbsent, putItem, queryItems, type Table } from './table.ts';

/** Some hundreds of items a year. The shapes are loaded by whoever reads them. */
export function createFrontDeskStore(table: Table): FrontDeskStore {
  return {
    keepSignpost: async (signpost) => void (await putItem(table, { ...signpostKey(signpost), ...signpost }, ifAbsent)),
    signposts: () => signposts(table),
    keepCopy: async (copy) => void (await putItem(table, { ...policyCopyKey(copy), ...copy }, ifAbsent)),
    copies: () => copies(table),
    recordPosted: (copy) => recordPosted(table, copy),
  };
}

async function signposts(table: Table): Promise<readonly Signpost[]> {
  const [items, { storedSignpost }] = await Promise.all([ofKind(table, signpostPrefix), import('../../contracts/stored/front-desk.ts')]);
  return items.map((item) => parseItem(storedSignpost, item)).reverse();
}

async function copies(table: Table): Promise<readonly PolicyCopy[]> {
  const [items, { storedPolicyCopy }] = await Promise.all([ofKind(table, copyPrefix), import('../../contracts/stored/front-desk.ts')]);
  return items.map((item) => parseItem(storedPolicyCopy, item));
}

/** The whole item is written anew, so that no address stays behind. */
async function recordPosted(table: Table, copy: PolicyCopy): Promise<'recorded' | 'overtaken'> {
  const stillToPost = { text: '#standing.#kind = :toPost', values: { ':toPost': 'to-post' } };
  return (await putItem(table, { ...policyCopyKey(copy), ...copy }, stillToPost)) === 'written' ? 'recorded' : 'overtaken';
}

function ofKind(table: Table, prefix: string) {
  return queryItems(table, {
    text: '#pk = :desk AND begins_with(#sk, :kind)',
    values: { ':desk': frontDeskPartition, ':kind': prefix },
  });
}
