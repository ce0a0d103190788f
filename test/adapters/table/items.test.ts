import { type AttributeValue, QueryCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { createCaseStore } from '../../../functions/adapters/table/case-store.ts';
import { eventKey, inQueue, queueUntil } from '../../../functions/adapters/table/keys.ts';
import { personDetails } from '../../../functions/adapters/table/person-details.ts';
import type { CaseStore } from '../../../functions/app/ports.ts';
import { addDays, type Instant } from '../../../functions/domain/calendar/local-date.ts';
import type { Reference } from '../../../functions/domain/cases/actor.ts';
import { type ComplaintsTable, complaintsTable } from '../../support/complaints-table.ts';
import { at, contact, date, decision, nextChange, notice, openingChange, queueEntry, read, received, reference } from './examples.ts';

// What only the real table shows: which items there are, what an index holds, how many requests are made, and what is too large.

const personKey = ({ kind, value }: { kind: string; value: string }) => Buffer.from(`${kind} ${value}`).toString('hex');
const opened: ComplaintsTable[] = [];
let table: ComplaintsTable;
let store: CaseStore;
let commands: string[];

beforeEach(async () => {
  table = await complaintsTable(`items${opened.length}`);
  opened.push(table);
  store = createCaseStore({ ...table, personKey });
  commands = [];
  table.client.middlewareStack.add(
    (next, context) => (args) => {
      commands.push(context.commandName ?? '');
      return next(args);
    },
    { step: 'initialize' },
  );
});
afterAll(() => {
  for (const { client } of opened) client.destroy();
});

async function everyItem(): Promise<Record<string, unknown>[]> {
  const { Items } = await table.client.send(new ScanCommand({ TableName: table.tableName }));
  return (Items ?? []).map((item: Record<string, AttributeValue>) => unmarshall(item));
}

async function everyKey(): Promise<string[]> {
  return (await everyItem()).map(({ pk, sk }) => `${pk} ${sk}`).toSorted();
}

describe('opening a complaint', () => {
  test('costs one read, one counter draw and one transaction (decision 7)', async () => {
    await store.findContact(contact());
    const drawn = await store.drawReference('LBC', 2026);
    await store.save(openingChange(drawn));
    expect(commands).toEqual(['GetItemCommand', 'UpdateItemCommand', 'TransactWriteItemsCommand']);
  });

  test('writes its items and no others', async () => {
    await store.save(openingChange(reference));
    const pointer = (kind: 'email' | 'telephone', value: string) => `PERSON#${personKey({ kind, value })} CASE#${reference}`;
    expect(await everyKey()).toEqual(
      [
        `CASE#${reference} CONTACT#2026-12-18T09:00:00.000Z#web#token-1`,
        `CASE#${reference} EVENT#000001`,
        `CASE#${reference} NOTICE#0001-receipt`,
        `CASE#${reference} STATE`,
        'CONTACT#web#token-1 CONTACT',
        pointer('email', 'rowan@example.org'),
        pointer('telephone', '+442079460018'),
      ].toSorted(),
    );
  });

  test('keeps the snapshot and the entry of the queue as text', async () => {
    const { state, queue } = openingChange(reference);
    await store.save(openingChange(reference));
    const item = (await everyItem()).find(({ sk }) => sk === 'STATE');
    expect(item).toMatchObject({ state: JSON.stringify(state), queue: JSON.stringify(queue) });
  });

  test('keeps of its words a sample of hashes from which none can be read', async () => {
    const text = 'Nobody has emptied the brown bin in front of our house since the first week of November, and we rang twice.';
    await store.save(openingChange(reference, { contact: contact({ text }) }));
    const said = (await everyItem()).find(({ pk }) => String(pk).startsWith('SAID'));
    expect(said).toMatchObject({ pk: 'SAID#2026-12-14', sk: 'web#token-1', channel: 'web', id: 'token-1' });
    expect(Object.keys(said ?? {}).toSorted()).toEqual(['channel', 'id', 'pk', 'sample', 'sk']);
    expect(said?.['sample']).toEqual(expect.arrayContaining([expect.stringMatching(/^.{8}$/)]));
  });

  test('and deciding its route adds one item to the count, in which nobody is named', async () => {
    await store.save(openingChange(reference));
    const before = await everyKey();
    await store.save(nextChange(reference, 2, { decision: decision() }));
    const added = (await everyItem()).filter(({ pk, sk }) => !before.includes(`${pk} ${sk}`) && !String(sk).startsWith('EVENT'));
    expect(added).toEqual([{ pk: 'DECIDED#2026-12', sk: `CASE#${reference}`, ...decision() }]);
  });

  test('points from whoever writes later, and leaves the same person’s pointers alone', async () => {
    await store.save(openingChange(reference));
    const before = await everyKey();
    const from = { email: 'Advocate@Example.org' };
    await store.save(nextChange(reference, 2, { contact: contact({ id: 'token-2', from }) }));
    const added = (await everyKey()).filter((key) => !before.includes(key) && key.startsWith('PERSON'));
    expect(added).toEqual([`PERSON#${personKey({ kind: 'email', value: 'advocate@example.org' })} CASE#${reference}`]);
  });

  test('points from a corrected address too', async () => {
    await store.save(openingChange(reference));
    const email = 'rowan.corrected@example.org';
    const state = { ...received(reference, 2), complainant: { ...contact().from, email } };
    const corrected = { ...read('correct'), type: 'email-corrected', email } as const;
    await store.save(nextChange(reference, 2, { state, events: [corrected] }));
    expect(await everyKey()).toContain(`PERSON#${personKey({ kind: 'email', value: email })} CASE#${reference}`);
  });

  test('counts receipts without naming the address in any item', async () => {
    await store.countReceipt('Rowan@Example.org', date('2026-12-18'), { owner: reference, noticeId: '0001-receipt' }, 5);
    const [item, ...others] = await everyItem();
    expect(others).toEqual([]);
    expect(item).toMatchObject({ pk: `RECEIPTS#${personKey({ kind: 'email', value: 'rowan@example.org' })}`, sk: 'RECEIPTS#2026-12-18' });
    expect(Object.keys(item ?? {}).toSorted()).toEqual(['pk', 'receipts', 'sk']);
    expect(item?.['receipts']).toEqual(new Set([`${reference}/0001-receipt`]));
  });

  test('writes no pointer for someone who left nothing', async () => {
    const anonymous = openingChange(reference);
    await store.save({ ...anonymous, state: { ...anonymous.state, complainant: {} }, contact: contact({ from: {} }) });
    expect((await everyKey()).filter((key) => key.startsWith('PERSON'))).toEqual([]);
  });
});

test('the queue’s index holds what a queue shows and nothing else', async () => {
  await store.save(openingChange(reference));
  await store.keepContact(contact({ id: 'held', hold: 'unreadable' }), 'held');
  const rows = async (partition: string) => {
    const { Items } = await table.client.send(
      new QueryCommand({
        TableName: table.tableName,
        IndexName: 'open',
        KeyConditionExpression: '#open = :open',
        ExpressionAttributeNames: { '#open': 'open' },
        ExpressionAttributeValues: { ':open': { S: partition } },
      }),
    );
    return (Items ?? []).map((item) => Object.keys(item).toSorted());
  };
  expect(await rows('open')).toEqual([['open', 'openBy', 'pk', 'queue', 'sk']]);
  expect(await rows('held')).toEqual([['open', 'openBy', 'pk', 'sk']]);
});

describe('long cases', () => {
  const longText = 'Ä'.repeat(32_000);

  test('are read to their last page', async () => {
    await store.save(openingChange(reference, { contact: contact({ text: longText }) }));
    const letter = { subject: 'Long', blocks: [{ paragraph: longText }] };
    for (let number = 2; number <= 21; number += 1) {
      const reply = contact({
        channel: 'email',
        id: `ses-${number}`,
        text: longText,
        receivedAt: `2026-12-19T08:00:${number + 10}.000Z` as Instant,
      });
      await store.save(
        nextChange(reference, number, { contact: reply, notices: [notice({ id: `${String(number).padStart(4, '0')}-response`, letter })] }),
      );
    }
    commands.length = 0;
    const file = await store.loadFile(reference);
    expect(file?.events).toHaveLength(21);
    expect(file?.notices).toHaveLength(21);
    expect(file?.contacts.map(({ text }) => text.length)).toEqual(Array.from({ length: 21 }, () => 32_000));
    expect(commands.filter((command) => command === 'QueryCommand').length).toBeGreaterThan(1);
  });

  test('of an item that no table could hold are refused by name and size', async () => {
    const letter = { subject: 'Too long', blocks: Array.from({ length: 7 }, () => ({ paragraph: longText })) };
    await expect(store.save(openingChange(reference, { notices: [notice({ letter })] }))).rejects.toThrow(
      'item-too-large: NOTICE#0001-receipt',
    );
    expect(await everyKey()).toEqual([]);
  });

  test('of more than a transaction holds are refused whole', async () => {
    const notices = Array.from({ length: 100 }, (_, number) => notice({ id: `${number}-receipt` }));
    await expect(store.save(openingChange(reference, { notices }))).rejects.toThrow('transaction-too-large: 106 items');
    expect(await everyKey()).toEqual([]);
  });
});

describe('keys', () => {
  test('sort events by their number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999 }), fc.integer({ min: 1, max: 999_999 }), (one, two) => {
        expect(eventKey(reference, one).sk < eventKey(reference, two).sk).toBe(one < two);
      }),
    );
  });

  test('let the queue be cut after any date, whatever the reference', () => {
    const days = fc.integer({ min: 0, max: 2000 }).map((day) => addDays(date('2026-01-01'), day));
    fc.assert(
      fc.property(days, days, fc.integer({ min: 1, max: 999_999_999 }), (due, dueBy, number) => {
        const of = `LBC-2026-${number}` as Reference;
        expect(inQueue(of, due).openBy < queueUntil(dueBy)).toBe(due <= dueBy);
        expect(inQueue(of, undefined).openBy < queueUntil(dueBy)).toBe(true);
      }),
    );
  });
});

describe('the details by which a person’s cases are found', () => {
  const detailsOf = async (email?: string, telephone?: string) => (await personDetails([{ email, telephone }])).map(({ value }) => value);

  test.each([
    ['Rowan@Example.ORG', 'rowan@example.org'],
    ['  rowan@example.org ', 'rowan@example.org'],
  ])('take %j as %s', async (email, value) => {
    expect(await detailsOf(email)).toEqual([value]);
  });

  test.each([
    ['020 7946 0018', '+442079460018'],
    ['(0)20 7946-0018', '+442079460018'],
    ['+44 (0)20 7946 0018', '+442079460018'],
    ['0044 20 7946 0018', '+442079460018'],
    ['07700 900123', '+447700900123'],
    ['+48 22 123 45 67', '+48221234567'],
  ])('take the number %s as %s', async (telephone, value) => {
    expect(await detailsOf(undefined, telephone)).toEqual([value]);
  });

  test.each([
    ['not an address', '999'],
    ['', ''],
    ['two words@example.org', 'ring my daughter'],
  ])('leave out %j and %j, which name nobody', async (email, telephone) => {
    expect(await detailsOf(email, telephone)).toEqual([]);
  });

  test('are the same for the same number written twice', async () => {
    expect(await personDetails([{ telephone: '020 7946 0018' }, { telephone: '+442079460018' }])).toHaveLength(1);
  });
});

test('closing a case takes it out of the index', async () => {
  await store.save(openingChange(reference, { queue: queueEntry(reference, '2026-12-29') }));
  await store.save(nextChange(reference, 2, { queue: undefined }));
  const state = (await everyItem()).find(({ sk }) => sk === 'STATE');
  expect(Object.keys(state ?? {}).toSorted()).toEqual(['pk', 'sk', 'state', 'version']);
});

test('a notice that was settled leaves the index of what is pending', async () => {
  await store.save(openingChange(reference));
  await store.settleNotice(reference, '0001-receipt', { kind: 'accepted', sesMessageId: 'ses-out-1', at: at('2026-12-18T09:01') });
  const stored = (await everyItem()).find(({ sk }) => sk === 'NOTICE#0001-receipt');
  expect(stored).not.toHaveProperty('pending');
  expect(stored).not.toHaveProperty('pendingBy');
});
