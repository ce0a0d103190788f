import { CreateTableCommand, type CreateTableCommandInput, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dynamoDbEndpoint, tableDefinition } from './dynamodb-endpoint.ts';

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
