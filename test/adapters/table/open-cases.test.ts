import { BatchWriteItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createCaseStore } from '../../../functions/adapters/table/case-store.ts';
import { toItem } from '../../../functions/adapters/table/codec.ts';
import { inQueue, stateKey } from '../../../functions/adapters/table/keys.ts';
import type { CaseStore } from '../../../functions/app/ports.ts';
import { addDays } from '../../../functions/domain/calendar/local-date.ts';
import type { Reference } from '../../../functions/domain/cases/actor.ts';
import type { QueueEntry } from '../../../functions/domain/desk/queue-entry.ts';
import { type ComplaintsTable, complaintsTable } from '../../support/complaints-table.ts';
import { contact, date, openingChange, queueEntry } from './examples.ts';

// How a queue of many is read, as only the real table shows it. What every store says of its queue stands in the contract.

/** Three parts: one with a beginning and an end. */
const many = 751;
const numbered = (number: number) => `LBC-2025-${String(number).padStart(6, '0')}` as Reference;
/** A fifth has no date. */
const dueOf = (number: number) => (number % 5 ? addDays(date('2026-12-01'), number % 60) : undefined);
const entries = Array.from({ length: many }, (_, number) => queueEntry(numbered(number), dueOf(number)));

let table: ComplaintsTable;
let asked: number;
const newStore = () => createCaseStore({ ...table, personKey: ({ kind }) => kind });
const byReference = (queue: readonly QueueEntry[]) => queue.toSorted((one, other) => (one.reference < other.reference ? -1 : 1));

async function put(some: readonly QueueEntry[]): Promise<void> {
  const requests = some.map((entry) => {
    const Item = toItem({ ...stateKey(entry.reference), ...inQueue(entry.reference, entry.nextDue?.on), queue: JSON.stringify(entry) });
    return { PutRequest: { Item } };
  });
  await table.client.send(new BatchWriteItemCommand({ RequestItems: { [table.tableName]: requests } }));
}

beforeAll(async () => {
  table = await complaintsTable('opencases');
  for (let start = 0; start < many; start += 25) await put(entries.slice(start, start + 25));
  table.client.middlewareStack.add(
    (next) => (args) => {
      asked += 1;
      return next(args);
    },
    { step: 'initialize' },
  );
});
afterAll(() => table.client.destroy());

describe('a queue of many hundreds', () => {
  let store: CaseStore;
  let first: readonly QueueEntry[];
  beforeEach(async () => {
    store = newStore();
    asked = 0;
    first = await store.openCases();
  });

  test('is read by one request at first, then in three parts at once, with the same answer', async () => {
    expect(byReference(first)).toEqual(entries);
    expect(asked).toBe(1);
    expect(await store.openCases()).toEqual(first);
    expect(asked).toBe(1 + 3);
  });

  test('shows what has come, gone elsewhere or changed since it was cut', async () => {
    const last = first.at(-1)?.reference;
    const moved = queueEntry(last ?? numbered(0), '2026-12-02', { unread: 3 });
    await put([moved]);
    await store.save(
      openingChange(numbered(many), { contact: contact({ id: 'token-new' }), queue: queueEntry(numbered(many), '2027-06-01') }),
    );
    const now = await store.openCases();
    expect(now).toEqual(await newStore().openCases());
    expect(now.filter(({ reference }) => reference === moved.reference)).toEqual([moved]);
    expect(now.at(-1)?.reference).toBe(numbered(many));
  });

  test('is read as far as a date by one request', async () => {
    const due = await store.openCases(date('2026-12-05'));
    expect(due).toEqual(first.filter(({ nextDue }) => nextDue === undefined || nextDue.on <= '2026-12-05'));
    expect(asked).toBe(2);
  });
});
