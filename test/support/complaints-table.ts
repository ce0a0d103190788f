import {
  type AttributeValue,
  BatchWriteItemCommand,
  CreateTableCommand,
  type CreateTableCommandInput,
  DynamoDBClient,
} from '@aws-sdk/client-dynamodb';
import { dynamoDbEndpoint, tableDefinition } from './door.ts';

export type ComplaintsTable = { client: DynamoDBClient; tableName: string };

/** The table as the synthesised template defines it: there is no second definition that could drift. */
async function synthesisedTable(): Promise<CreateTableCommandInput> {
  const properties = JSON.parse(await tableDefinition()) as CreateTableCommandInput;
  const { AttributeDefinitions, KeySchema, GlobalSecondaryIndexes, BillingMode } = properties;
  return { TableName: 'complaints', AttributeDefinitions, KeySchema, GlobalSecondaryIndexes, BillingMode };
}

let definition: Promise<CreateTableCommandInput> | undefined;

/**
 * An empty table of the test's own in DynamoDB Local. `database` names it (letters and digits): each is separate from every other.
 * Close its client with `client.destroy()`.
 */
export async function complaintsTable(database: string): Promise<ComplaintsTable> {
  const endpoint = await dynamoDbEndpoint();
  const credentials = { accessKeyId: database, secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint, region: 'eu-west-2', credentials });
  definition ??= synthesisedTable();
  await client.send(new CreateTableCommand(await definition));
  return { client, tableName: 'complaints' };
}

/** Writes the items as they are, as many at once as DynamoDB takes. */
export async function putAll({ client, tableName }: ComplaintsTable, items: readonly Record<string, AttributeValue>[]): Promise<void> {
  for (let start = 0; start < items.length; start += 25) {
    const requests = items.slice(start, start + 25).map((Item) => ({ PutRequest: { Item } }));
    const { UnprocessedItems = {} } = await client.send(new BatchWriteItemCommand({ RequestItems: { [tableName]: requests } }));
    if (Object.keys(UnprocessedItems).length > 0) throw new Error('DynamoDB Local left items unwritten');
  }
}
