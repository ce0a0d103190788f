import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { afterAll, describe, expect, test } from 'vitest';
import { createPersonKey } from '../../../functions/adapters/identity/person-keys.ts';
import { createAnswerItems } from '../../../functions/adapters/table/answers.ts';
import { createDoorCounts } from '../../../functions/adapters/table/at-the-door.ts';
import { createStatusPageStore } from '../../../functions/adapters/table/status-page.ts';
import type { AnswerItems, DoorCounts } from '../../../functions/app/ports.ts';
import { writtenDate } from '../../../functions/domain/calendar/local-date.ts';
import { moment as at } from '../../support/case-story.ts';
import { type ComplaintsTable, complaintsTable } from '../../support/complaints-table.ts';
import { tableDefinition } from '../../support/door.ts';
import { memoryAnswerItems } from '../../support/memory-answer-items.ts';
import { memoryDoorCounts } from '../../support/memory-door-counts.ts';

const opened: ComplaintsTable[] = [];
async function emptyTable(): Promise<ComplaintsTable> {
  const table = await complaintsTable(`form${opened.length}`);
  opened.push(table);
  return table;
}
afterAll(() => {
  for (const { client } of opened) client.destroy();
});

async function everyItem({ client, tableName }: ComplaintsTable) {
  const { Items } = await client.send(new ScanCommand({ TableName: tableName }));
  return (Items ?? []).map((item) => unmarshall(item));
}

describe.each<[string, () => Promise<AnswerItems>]>([
  ['in memory', async () => memoryAnswerItems()],
  ['in DynamoDB', async () => createAnswerItems(await emptyTable())],
])('answers that were not sent %s', (_, create) => {
  const until = at('2026-12-18T11:00:00Z');

  test('are what was kept last, under their own hash', async () => {
    const items = await create();
    await items.keep('hash-1', { sealed: 'one', until: at('2026-12-18T10:00:00Z') });
    await items.keep('hash-1', { sealed: 'two', until });
    expect(await items.find('hash-1')).toEqual({ sealed: 'two', until });
    expect(await items.find('hash-2')).toBeUndefined();
  });

  test('are over at their time, the earliest first', async () => {
    const items = await create();
    await items.keep('late', { sealed: 'one', until: at('2026-12-18T12:00:00Z') });
    await items.keep('due', { sealed: 'two', until });
    await items.keep('early', { sealed: 'three', until: at('2026-12-18T10:00:00Z') });
    expect(await items.over(until, 10)).toEqual(['early', 'due']);
    expect(await items.over(until, 1)).toEqual(['early']);
  });

  test('leave nothing when they are cleared, but not where they were kept again meanwhile', async () => {
    const items = await create();
    await items.keep('hash', { sealed: 'one', until });
    await items.clear('hash', at('2026-12-18T10:59:59Z'));
    expect(await items.find('hash')).toEqual({ sealed: 'one', until });
    await items.clear('hash', until);
    expect(await items.find('hash')).toBeUndefined();
    await items.keep('hash', { sealed: 'two', until });
    await items.clear('hash');
    expect([await items.find('hash'), await items.over(at('2028-01-01T00:00:00Z'), 10)]).toEqual([undefined, []]);
  });
});

test('answers that were cleared leave a key in the table and nothing else', async () => {
  const table = await emptyTable();
  const items = createAnswerItems(table);
  await items.keep('hash', { sealed: 'one', until: at('2026-12-18T11:00:00Z') });
  await items.clear('hash');
  expect(await everyItem(table)).toEqual([{ pk: 'ANSWERS#hash', sk: 'ANSWERS' }]);
});

const personKey = createPersonKey({ current: new Uint8Array(32).fill(1) });

describe.each<[string, () => Promise<DoorCounts>]>([
  ['in memory', async () => memoryDoorCounts()],
  ['in DynamoDB', async () => createDoorCounts(await emptyTable(), personKey)],
])('who comes to the door %s', (_, create) => {
  test('is counted by the hour and by the day, each address and network for itself', async () => {
    const door = await create();
    const count = (who: string, time: string, of: 'email' | 'network' = 'email') => door.count(of, who, at(time));
    expect(await count('rosa@resident.example', '2026-12-18T09:10:00Z')).toEqual({ hour: 1, day: 1 });
    expect(await count('rosa@resident.example', '2026-12-18T09:59:59Z')).toEqual({ hour: 2, day: 2 });
    expect(await count('rosa@resident.example', '2026-12-18T10:00:00Z')).toEqual({ hour: 1, day: 3 });
    expect(await count('rosa@resident.example', '2026-12-19T10:00:00Z')).toEqual({ hour: 1, day: 1 });
    expect(await count('ken@resident.example', '2026-12-18T09:10:00Z')).toEqual({ hour: 1, day: 1 });
    expect(await count('192.0.2.0/24', '2026-12-18T09:10:00Z', 'network')).toEqual({ hour: 1, day: 1 });
  });

  test('is counted once for each, however many come at once', async () => {
    const door = await create();
    const counts = await Promise.all(Array.from({ length: 10 }, () => door.count('network', '192.0.2.0/24', at('2026-12-18T09:00:00Z'))));
    expect(counts.map(({ day }) => day).toSorted((one, other) => one - other)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });
});

test('what is counted has the attribute by which the template’s table lets it go, a week after its own day', async () => {
  const table = await emptyTable();
  await createDoorCounts(table, personKey).count('email', 'rosa@resident.example', at('2026-12-18T23:30:00Z'));
  const statusPage = createStatusPageStore(table, ({ kind, value }) => personKey(kind, value));
  await statusPage.countAsk({ by: 'network', value: '192.0.2.0/24', at: at('2026-12-18T23:30:00Z') }, 2);
  await statusPage.countUnanswered(writtenDate('2026-12-18'));
  const { AttributeName, Enabled } = JSON.parse(await tableDefinition()).TimeToLiveSpecification;
  const items = await everyItem(table);
  expect([Enabled, items.length]).toEqual([true, 3]);
  for (const item of items) expect(new Date(item[AttributeName] * 1_000).toISOString()).toBe('2026-12-25T00:00:00.000Z');
});

test('whoever reads the table learns neither address nor network', async () => {
  const table = await emptyTable();
  const door = createDoorCounts(table, personKey);
  await door.count('email', 'rosa@resident.example', at('2026-12-18T09:00:00Z'));
  await door.count('network', '192.0.2.0/24', at('2026-12-18T09:00:00Z'));
  expect(JSON.stringify(await everyItem(table))).not.toMatch(/rosa|192\.0/);
});
