import {
  BatchGetItemCommand,
  DynamoDBClient,
  GetItemCommand,
  TransactionCanceledException,
  TransactionConflictException,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, test } from 'vitest';
import { createCaseStore } from '../../../functions/adapters/table/case-store.ts';
import { toAttributes } from '../../../functions/adapters/table/codec.ts';
import { contactKey } from '../../../functions/adapters/table/keys.ts';
import { at, contact, notice, openingChange, reference } from './examples.ts';

// Faults that DynamoDB Local does not make by itself. What the answers mean is the business of the contract, not of this file.

const client = new DynamoDBClient({ region: 'eu-west-2' });
const dynamoDb = mockClient(client);
const store = createCaseStore({ client, tableName: 'complaints', personKey: ({ kind }) => kind });

/** A transaction of the opening change, cancelled for these reasons: state, event, contact, link, notice, pointers. */
const cancelled = (...codes: string[]) =>
  new TransactionCanceledException({ message: 'cancelled', $metadata: {}, CancellationReasons: codes.map((Code) => ({ Code })) });
const attempts = () => dynamoDb.commandCalls(TransactWriteItemsCommand).length;

beforeEach(() => dynamoDb.reset());

describe('a transaction', () => {
  test('that met another one is sent again until it goes through', async () => {
    dynamoDb
      .on(TransactWriteItemsCommand)
      .rejectsOnce(cancelled('TransactionConflict', 'None', 'None'))
      .rejectsOnce(cancelled('None', 'None', 'TransactionConflict'))
      .resolves({});
    expect(await store.save(openingChange(reference))).toBe('saved');
    expect(attempts()).toBe(3);
  });

  test.each(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded'])(
    'that ends in %s every time is a fault after six tries, never an answer',
    async (code) => {
      dynamoDb.on(TransactWriteItemsCommand).rejects(cancelled(code, 'None'));
      await expect(store.save(openingChange(reference))).rejects.toThrow(TransactionCanceledException);
      expect(attempts()).toBe(6);
    },
  );

  test('whose guard failed is an answer at once, even where another item met a conflict', async () => {
    dynamoDb.on(TransactWriteItemsCommand).rejects(cancelled('TransactionConflict', 'None', 'ConditionalCheckFailed'));
    expect(await store.save(openingChange(reference))).toBe('already-received');
    expect(attempts()).toBe(1);
  });

  test('in which both guards failed speaks of the contact: it can be answered for ever', async () => {
    dynamoDb.on(TransactWriteItemsCommand).rejects(cancelled('ConditionalCheckFailed', 'ConditionalCheckFailed', 'ConditionalCheckFailed'));
    expect(await store.save(openingChange(reference))).toBe('already-received');
  });

  test('that DynamoDB refuses for any other reason is a fault at once', async () => {
    dynamoDb.on(TransactWriteItemsCommand).rejects(cancelled('ValidationError', 'None'));
    await expect(store.save(openingChange(reference))).rejects.toThrow(TransactionCanceledException);
    expect(attempts()).toBe(1);
  });

  test('of an alert whose notice exists without it is a fault, or the alert would be silent for ever', async () => {
    dynamoDb.on(TransactWriteItemsCommand).rejects(cancelled('None', 'ConditionalCheckFailed'));
    const alert = { deadline: 'triage', kind: 'due', on: openingChange(reference).state.receivedOn } as const;
    await expect(store.speakAlert(reference, alert, [notice()], at('2026-12-18T09:00'))).rejects.toThrow('notice-id-taken');
  });
});

test('a single write that met a transaction is sent again', async () => {
  dynamoDb
    .on(UpdateItemCommand)
    .rejectsOnce(new TransactionConflictException({ message: 'conflict', $metadata: {} }))
    .resolves({ Attributes: toAttributes({ pk: 'COUNTER#2026', sk: 'COUNTER', drawn: 7 }) });
  expect(await store.drawReference('LBC', 2026)).toBe('LBC-2026-000007');
});

describe('reading a batch', () => {
  const keys = ['one', 'two', 'three'].map((id) => ({ channel: 'web' as const, id }));
  const found = (id: string) => toAttributes(contactKey({ channel: 'web', id }));
  const asked = () =>
    dynamoDb.commandCalls(BatchGetItemCommand).map(({ args: [{ input }] }) => input.RequestItems?.['complaints']?.Keys?.length);

  test('asks again for what was left out', async () => {
    const left = { complaints: { Keys: [found('two'), found('three')], ConsistentRead: true } };
    dynamoDb
      .on(BatchGetItemCommand)
      .resolvesOnce({ Responses: { complaints: [found('one')] }, UnprocessedKeys: left })
      .resolves({ Responses: { complaints: [found('three')] }, UnprocessedKeys: {} });
    expect(await store.unknownContacts(keys)).toEqual([{ channel: 'web', id: 'two' }]);
    expect(asked()).toEqual([3, 2]);
  });

  test('is a fault when it never ends: what was not read is not unknown', async () => {
    dynamoDb.on(BatchGetItemCommand).resolves({ UnprocessedKeys: { complaints: { Keys: [found('one')] } } });
    await expect(store.unknownContacts(keys)).rejects.toThrow('batch-unfinished');
  });
});

describe('an item that cannot be read', () => {
  test('is a fault that names its key and the fields, and nothing that stands in it', async () => {
    const broken = { ...contact(), receivedAt: '18 December', from: { name: 7 } };
    dynamoDb.on(GetItemCommand).resolves({ Item: toAttributes({ ...contactKey(contact()), contact: broken, standing: { kind: 'held' } }) });
    const fault: Error = await store.findContact(contact()).then(
      () => expect.unreachable(),
      (error: Error) => error,
    );
    expect(fault.message).toBe('item-unreadable: CONTACT of CONTACT#web#token-1: contact.receivedAt, contact.from.name');
  });
});
