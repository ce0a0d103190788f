import { CreateTableCommand, type CreateTableCommandInput, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { Template } from 'aws-cdk-lib/assertions';
import { luton } from '../../council/luton.ts';
import { complaintsApp } from '../../lib/complaints.ts';
import { DataStack } from '../../lib/data-stack.ts';
import { checkedEnvironment } from '../../lib/environment.ts';
import { local } from '../../lib/environments.ts';
import { dynamoDbEndpoint } from './dynamodb-endpoint.ts';

export type ComplaintsTable = { client: DynamoDBClient; tableName: string };

let definition: CreateTableCommandInput | undefined;

/** The table as the synthesised template defines it: there is no second definition that could drift. */
function synthesisedTable(): CreateTableCommandInput {
  const stack = new DataStack(complaintsApp(), 'complaints-data', checkedEnvironment(local(), luton));
  const [table] = Object.values(Template.fromStack(stack).findResources('AWS::DynamoDB::GlobalTable'));
  if (!table) throw new Error('the data stack has no table');
  const { AttributeDefinitions, KeySchema, GlobalSecondaryIndexes, BillingMode } = table['Properties'] as CreateTableCommandInput;
  return { TableName: 'complaints', AttributeDefinitions, KeySchema, GlobalSecondaryIndexes, BillingMode };
}

/**
 * An empty table of the test's own in DynamoDB Local. `database` names it (letters and digits): each is separate from every other.
 * Close its client with `client.destroy()`.
 */
export async function complaintsTable(database: string): Promise<ComplaintsTable> {
  const endpoint = await dynamoDbEndpoint();
  const credentials = { accessKeyId: database, secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint, region: 'eu-west-2', credentials });
  definition ??= synthesisedTable();
  await client.send(new CreateTableCommand(definition));
  return { client, tableName: 'complaints' };
}
