import {
  BatchGetItemCommand,
  BatchWriteItemCommand,
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  type KeysAndAttributes,
  PutItemCommand,
  QueryCommand,
  type QueryCommandInput,
  TransactionCanceledException,
  TransactWriteItemsCommand,
  UpdateItemCommand,
  type WriteRequest,
} from '@aws-sdk/client-dynamodb';
import { type Attributes, bytesOf, fromAttributes, type Item, toAttributes, toItem } from './codec.ts';
import type { Key } from './keys.ts';
import { patiently, pauseBefore } from './patience.ts';
import { StoreFault } from './store-fault.ts';

/** The table and how it is spoken to: DynamoDB's requests in this store's words. */
export type Table = { readonly client: DynamoDBClient; readonly tableName: string };

/** An expression over attributes. Names are written `#name` and stand for themselves; values are written `:name`. */
export type Expression = { readonly text: string; readonly values?: Readonly<Record<string, unknown>> };

export const ifAbsent: Expression = { text: 'attribute_not_exists(#pk)' };

/** `what` names the write, so that a failed condition can be told apart. */
export type Write = { readonly what: string; readonly item: Item; readonly condition?: Expression };

/** DynamoDB's limits of one transaction. */
const mostWrites = 100;
const largestTransactionBytes = 4_000_000;

/** Reads one item, consistently. */
export async function getItem({ client, tableName }: Table, key: Key): Promise<Item | undefined> {
  const { Item } = await client.send(new GetItemCommand({ TableName: tableName, Key: toAttributes(key), ConsistentRead: true }));
  return Item && fromAttributes(Item);
}

/** Reads a partition, page by page until its end; of an index where one is named, and then eventually consistent. */
export async function queryItems({ client, tableName }: Table, expression: Expression, index?: string): Promise<readonly Item[]> {
  const items: Item[] = [];
  let from: Attributes | undefined;
  do {
    const page = await client.send(
      new QueryCommand({
        TableName: tableName,
        IndexName: index,
        KeyConditionExpression: expression.text,
        ...namesAndValues(expression),
        ConsistentRead: index === undefined,
        ExclusiveStartKey: from,
      }),
    );
    items.push(...(page.Items ?? []).map(fromAttributes));
    from = page.LastEvaluatedKey;
  } while (from);
  return items;
}

/** The last items of a partition, or of an index's, in the order of its sort key, the last one first; eventually consistent. */
export function queryNewest(table: Table, expression: Expression, index: string | undefined, most: number): Promise<readonly Item[]> {
  return queryOnce(table, expression, { IndexName: index, Limit: most, ScanIndexForward: false });
}

/** The first items of an index's partition, in the order of its sort key: so many, or fewer where a page ends before; eventually consistent. */
export function queryFirst(table: Table, expression: Expression, index: string, most: number): Promise<readonly Item[]> {
  return queryOnce(table, expression, { IndexName: index, Limit: most });
}

/** One page and no more. */
async function queryOnce(
  { client, tableName }: Table,
  expression: Expression,
  asked: Pick<QueryCommandInput, 'IndexName' | 'Limit' | 'ScanIndexForward'>,
): Promise<readonly Item[]> {
  const { Items } = await client.send(
    new QueryCommand({ TableName: tableName, KeyConditionExpression: expression.text, ...namesAndValues(expression), ...asked }),
  );
  return (Items ?? []).map(fromAttributes);
}

const mostKeysInABatch = 100;
const mostRoundsOfABatch = 6;

/**
 * Reads many items by key, consistently, in no promised order; those that do not exist are left out. `keysOnly` reads nothing but their keys.
 * What DynamoDB leaves unprocessed is asked for again; throws `batch-unfinished` when it never answers.
 */
export async function getItems(table: Table, keys: readonly Key[], keysOnly = false): Promise<readonly Item[]> {
  const distinct = [...new Map(keys.map((key) => [`${key.pk} ${key.sk}`, key])).values()];
  const items: Item[] = [];
  for (let start = 0; start < distinct.length; start += mostKeysInABatch) {
    items.push(...(await getBatch(table, distinct.slice(start, start + mostKeysInABatch), keysOnly)));
  }
  return items;
}

async function getBatch({ client, tableName }: Table, keys: readonly Key[], keysOnly: boolean): Promise<readonly Item[]> {
  const items: Item[] = [];
  let wanted: KeysAndAttributes | undefined = {
    Keys: keys.map(({ pk, sk }) => toAttributes({ pk, sk })),
    ConsistentRead: true,
    ...(keysOnly && { ProjectionExpression: 'pk, sk' }),
  };
  for (let round = 1; round <= mostRoundsOfABatch; round += 1) {
    const answer: { Responses?: Record<string, Attributes[]>; UnprocessedKeys?: Record<string, KeysAndAttributes> } = await client.send(
      new BatchGetItemCommand({ RequestItems: { [tableName]: wanted } }),
    );
    items.push(...(answer.Responses?.[tableName] ?? []).map(fromAttributes));
    wanted = answer.UnprocessedKeys?.[tableName];
    if (!wanted?.Keys?.length) return items;
    if (round < mostRoundsOfABatch) await pauseBefore(round);
  }
  throw new StoreFault('batch-unfinished', `${wanted?.Keys?.length ?? 0} keys were left after ${mostRoundsOfABatch} rounds`);
}

const mostWritesInABatch = 25;

/**
 * Writes many items, each for itself and whatever stood there: for what may be written twice. What DynamoDB leaves unprocessed is tried again; throws
 * `batch-unfinished` when it never takes it.
 */
export async function putItems(table: Table, items: readonly Item[]): Promise<void> {
  for (let start = 0; start < items.length; start += mostWritesInABatch)
    await putBatch(table, items.slice(start, start + mostWritesInABatch));
}

async function putBatch({ client, tableName }: Table, items: readonly Item[]): Promise<void> {
  let waiting: WriteRequest[] | undefined = items.map((item) => ({ PutRequest: { Item: toItem(item) } }));
  for (let round = 1; round <= mostRoundsOfABatch; round += 1) {
    const answer: { UnprocessedItems?: Record<string, WriteRequest[]> } = await client.send(
      new BatchWriteItemCommand({ RequestItems: { [tableName]: waiting } }),
    );
    waiting = answer.UnprocessedItems?.[tableName];
    if (!waiting?.length) return;
    if (round < mostRoundsOfABatch) await pauseBefore(round);
  }
  throw new StoreFault('batch-unfinished', `${waiting?.length ?? 0} items were left after ${mostRoundsOfABatch} rounds`);
}

/** Writes one item. `refused` where its condition does not hold. */
export async function putItem({ client, tableName }: Table, item: Item, condition?: Expression): Promise<'written' | 'refused'> {
  const command = new PutItemCommand({ TableName: tableName, Item: toItem(item), ...conditionOf(condition) });
  return orRefused<'written'>(async () => {
    await client.send(command);
    return 'written';
  });
}

/** Changes one item and gives it back as it then is. `refused` where the condition does not hold. */
export async function updateItem(
  { client, tableName }: Table,
  key: Key,
  update: Expression,
  condition?: Expression,
): Promise<Item | 'refused'> {
  const both = { text: `${update.text} ${condition?.text ?? ''}`, values: { ...update.values, ...condition?.values } };
  return orRefused(async () => {
    const { Attributes } = await client.send(
      new UpdateItemCommand({
        TableName: tableName,
        Key: toAttributes(key),
        UpdateExpression: update.text,
        ConditionExpression: condition?.text,
        ...namesAndValues(both),
        ReturnValues: 'ALL_NEW',
      }),
    );
    return fromAttributes(Attributes ?? toAttributes(key));
  });
}

/**
 * Writes all or nothing. Where a condition did not hold, says of which writes.
 * The SDK gives each request an idempotency token of its own and keeps it when it retries, so an answer that was lost is not a second write.
 * Throws `transaction-too-large` past DynamoDB's limits.
 */
export async function writeTogether(
  { client, tableName }: Table,
  writes: readonly Write[],
): Promise<'written' | { readonly refused: ReadonlySet<string> }> {
  const bytes = writes.reduce((sum, { item }) => sum + bytesOf(item), 0);
  if (writes.length > mostWrites || bytes > largestTransactionBytes) {
    throw new StoreFault('transaction-too-large', `${writes.length} items, ${bytes} bytes`);
  }
  const TransactItems = writes.map(({ item, condition }) => ({
    Put: { TableName: tableName, Item: toItem(item), ...conditionOf(condition) },
  }));
  try {
    await patiently(() => client.send(new TransactWriteItemsCommand({ TransactItems })));
    return 'written';
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error;
    const reasons = error.CancellationReasons ?? [];
    const refused = new Set(writes.filter((_, index) => reasons[index]?.Code === 'ConditionalCheckFailed').map(({ what }) => what));
    if (refused.size === 0) throw error;
    return { refused };
  }
}

async function orRefused<Answer>(write: () => Promise<Answer>): Promise<Answer | 'refused'> {
  try {
    return await patiently(write);
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return 'refused';
    throw error;
  }
}

function conditionOf(condition: Expression | undefined) {
  return condition && { ConditionExpression: condition.text, ...namesAndValues(condition) };
}

/** Every `#name` in the text stands for the attribute `name`, so that no attribute can clash with one of DynamoDB's 573 reserved words. */
function namesAndValues({ text, values }: Expression) {
  const names = [...new Set(text.match(/#\w+/g) ?? [])];
  return {
    ...(names.length > 0 && { ExpressionAttributeNames: Object.fromEntries(names.map((name) => [name, name.slice(1)])) }),
    ...(values && Object.keys(values).length > 0 && { ExpressionAttributeValues: toAttributes(values) }),
  };
}
