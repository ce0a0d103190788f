import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import * as fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { createWordIndex } from '../../../functions/adapters/table/words.ts';
import type { WordIndex } from '../../../functions/app/ports.ts';
import type { Reference } from '../../../functions/domain/cases/actor.ts';
import { type ComplaintsTable, complaintsTable } from '../../support/complaints-table.ts';
import { memoryWordIndex } from '../../support/memory-word-index.ts';
import { other, reference } from './examples.ts';

const key = (byte: number) => new Uint8Array(32).fill(byte);
const opened: ComplaintsTable[] = [];
async function emptyTable(): Promise<ComplaintsTable> {
  const table = await complaintsTable(`words${opened.length}`);
  opened.push(table);
  return table;
}
afterAll(() => {
  for (const { client } of opened) client.destroy();
});
const numbered = (number: number) => `LBC-2026-${String(number).padStart(6, '0')}` as Reference;

describe.each<[string, () => Promise<WordIndex>]>([
  ['in memory', async () => memoryWordIndex()],
  ['in DynamoDB', async () => createWordIndex({ ...(await emptyTable()), keys: { current: key(1) } })],
])('words by which cases are found %s', (_, create) => {
  test('find the cases that have all of them, the newest first', async () => {
    const index = await create();
    await index.keep(reference, ['bin', 'missed', 'rosa']);
    await index.keep(other, ['bin', 'cracked', 'rosa']);
    expect(await index.find(['rosa', 'bin'], 50)).toEqual({ references: [other, reference], more: false });
    expect(await index.find(['bin', 'cracked'], 50)).toEqual({ references: [other], more: false });
    expect(await index.find(['cracked', 'missed'], 50)).toEqual({ references: [], more: false });
    expect(await index.find(['bi'], 50)).toEqual({ references: [], more: false });
    expect(await index.find([], 50)).toEqual({ references: [], more: false });
  });

  test('find a case no more by what it has lost, and again by what came back', async () => {
    const index = await create();
    await index.keep(reference, ['bin', 'neighbour']);
    await index.keep(reference, ['bin']);
    expect((await index.find(['neighbour'], 50)).references).toEqual([]);
    expect((await index.find(['bin'], 50)).references).toEqual([reference]);
    await index.keep(reference, []);
    expect((await index.find(['bin'], 50)).references).toEqual([]);
    await index.keep(reference, ['neighbour']);
    expect((await index.find(['neighbour'], 50)).references).toEqual([reference]);
  });

  test('say when there are more than were asked for', async () => {
    const index = await create();
    for (let number = 1; number <= 4; number += 1) await index.keep(numbered(number), ['bin']);
    expect(await index.find(['bin'], 3)).toEqual({ references: [numbered(4), numbered(3), numbered(2)], more: true });
  });

  test('hold whatever stands in a long case', async () => {
    const index = await create();
    const words = Array.from({ length: 400 }, (_, number) => `word${number}`);
    await index.keep(reference, words);
    expect((await index.find(['word0', 'word399'], 50)).references).toEqual([reference]);
  });
});

describe('words in the table', () => {
  async function everyItem({ client, tableName }: ComplaintsTable) {
    const { Items } = await client.send(new ScanCommand({ TableName: tableName }));
    return (Items ?? []).map((item) => unmarshall(item));
  }

  test('cannot be read from what is stored', async () => {
    const table = await emptyTable();
    await createWordIndex({ ...table, keys: { current: key(1) } }).keep(reference, ['rosa', 'example']);
    const items = await everyItem(table);
    expect(items.map(({ sk }) => sk).toSorted()).toEqual([`CASE#${reference}`, `CASE#${reference}`, 'WORDS']);
    expect(JSON.stringify(items)).not.toMatch(/rosa|example|cm9zYQ/);
  });

  test('are written once: looking again at a case that has not changed writes nothing', async () => {
    const table = await emptyTable();
    const sent: string[] = [];
    table.client.middlewareStack.add(
      (next, context) => async (args) => {
        sent.push(context.commandName ?? '');
        return next(args);
      },
      { step: 'initialize' },
    );
    const index = createWordIndex({ ...table, keys: { current: key(1) } });
    await index.keep(reference, ['bin', 'rosa']);
    sent.length = 0;
    await index.keep(reference, ['rosa', 'bin']);
    expect(sent).toEqual(['GetItemCommand']);
  });

  test('are found after the secret was rotated, and written anew with the next change', async () => {
    const table = await emptyTable();
    await createWordIndex({ ...table, keys: { current: key(1) } }).keep(reference, ['bin']);
    const rotated = createWordIndex({ ...table, keys: { current: key(2), previous: key(1) } });
    await rotated.keep(other, ['bin']);
    expect((await rotated.find(['bin'], 50)).references).toEqual([other, reference]);
    await rotated.keep(reference, ['bin']);
    const later = createWordIndex({ ...table, keys: { current: key(2) } });
    expect((await later.find(['bin'], 50)).references).toEqual([other, reference]);
  });

  test('find what any set of cases holds', async () => {
    const table = await emptyTable();
    const index = createWordIndex({ ...table, keys: { current: key(1) } });
    const word = fc.constantFrom('bin', 'rosa', 'lid', 'road');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.uniqueArray(word), { minLength: 1, maxLength: 4 }),
        fc.uniqueArray(word, { minLength: 1 }),
        async (cases, asked) => {
          for (const [number, words] of cases.entries()) await index.keep(numbered(number + 1), words);
          for (let number = cases.length; number < 4; number += 1) await index.keep(numbered(number + 1), []);
          const having = cases.flatMap((words, number) => (asked.every((one) => words.includes(one)) ? [numbered(number + 1)] : []));
          expect((await index.find(asked, 50)).references).toEqual(having.toReversed());
        },
      ),
      { numRuns: 8 },
    );
  });
});
