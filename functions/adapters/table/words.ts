import { createHmac } from 'node:crypto';
import * as z from 'zod/mini';
import type { WordIndex } from '../../app/ports.ts';
import { storedReference } from '../../contracts/stored/values.ts';
import type { Reference } from '../../domain/cases/actor.ts';
import type { Keys } from '../secrets/secrets.ts';
import { type Item, parseItem } from './codec.ts';
import { referenceIn, wordKey, wordPartition, wordsOfCaseKey } from './keys.ts';
import { getItem, getItems, putItem, putItems, queryNewest, type Table } from './table.ts';

/** Bytes of a word's keyed hash: 80 bits, so that two words of a language never meet. */
const hashBytes = 10;

/** Cases read of one word, the newest first. A word that more cases have is checked one by one for those that a rarer word found. */
const mostOfAWord = 1_000;

const keptWords = z.object({ words: z.array(z.string()) });
const hit = z.object({ gone: z.optional(z.literal(true)) });

/**
 * Words by which cases are found: one item for each word of each case, and one for each case that says which words it has. Nothing in the table is ever
 * deleted: a word that a case has no longer is marked `gone`. What a word is cannot be read from any of them (decision 36).
 */
export function createWordIndex({ keys, ...table }: Table & { readonly keys: Keys }): WordIndex {
  return {
    async keep(reference, words) {
      const kept = await getItem(table, wordsOfCaseKey(reference));
      const before = kept ? parseItem(keptWords, kept).words : [];
      const now = words.map((word) => hashOf(word, keys.current));
      const known = new Set(before);
      const current = new Set(now);
      const added = now.filter((word) => !known.has(word));
      const gone = before.filter((word) => !current.has(word));
      if (added.length + gone.length === 0) return;
      // The list last: what fails before it is done again.
      await putItems(table, [
        ...added.map((word) => wordKey(word, reference)),
        ...gone.map((word) => ({ ...wordKey(word, reference), gone: true })),
      ]);
      await putItem(table, { ...wordsOfCaseKey(reference), words: now });
    },
    async find(words, most) {
      // After a rotation of the secret, cases that have not changed since are found under the key before (ADR 3).
      const found = await Promise.all(
        [keys.current, keys.previous]
          .filter((key) => key !== undefined)
          .map((key) =>
            findBy(
              table,
              words.map((word) => hashOf(word, key)),
            ),
          ),
      );
      const references = [...new Set(found.flatMap((one) => one.references))].toSorted().toReversed();
      return { references: references.slice(0, most), more: references.length > most || found.some(({ cut }) => cut) };
    },
  };
}

function hashOf(word: string, key: Uint8Array): string {
  return createHmac('sha256', key).update(word).digest().subarray(0, hashBytes).toString('base64url');
}

/** The cases that have all of these words. `cut`: every word has more cases than were read, and there may be older ones. */
async function findBy(
  table: Table,
  words: readonly string[],
): Promise<{ readonly references: readonly Reference[]; readonly cut: boolean }> {
  const lists = await Promise.all(words.map((word) => casesWith(table, word)));
  const [rarest, ...others] = lists.toSorted((one, other) => one.items - other.items);
  if (!rarest) return { references: [], cut: false };
  let references = rarest.references;
  for (const other of others) references = other.cut ? await having(table, other.word, references) : both(references, other.references);
  return { references, cut: rarest.cut };
}

async function casesWith(table: Table, word: string) {
  const items = await queryNewest(table, { text: '#pk = :word', values: { ':word': wordPartition(word) } }, undefined, mostOfAWord);
  return { word, items: items.length, references: present(items), cut: items.length === mostOfAWord };
}

function both(some: readonly Reference[], others: readonly Reference[]): readonly Reference[] {
  const known = new Set(others);
  return some.filter((reference) => known.has(reference));
}

async function having(table: Table, word: string, references: readonly Reference[]): Promise<readonly Reference[]> {
  const items = await getItems(
    table,
    references.map((reference) => wordKey(word, reference)),
  );
  return both(references, present(items));
}

function present(items: readonly Item[]): readonly Reference[] {
  return items.filter((item) => !parseItem(hit, item).gone).map(({ sk }) => z.parse(storedReference, referenceIn(sk)));
}
