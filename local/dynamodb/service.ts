import * as z from 'zod';
import type { AwsService, Need } from '../cloud.ts';
import { bodyOf, jsonProtocol, targetOperation } from '../services/json-protocol.ts';
import type { Template } from '../template/template.ts';
import type { DynamoDbClient } from './client.ts';

const ON_TABLES = ['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'Query'];
const WRITES = ['PutItem', 'UpdateItem', 'DeleteItem', 'TransactWriteItems', 'BatchWriteItem'];
/** What a part of a transaction needs leave for. */
const IN_TRANSACTIONS = { Put: 'PutItem', Update: 'UpdateItem', Delete: 'DeleteItem', ConditionCheck: 'ConditionCheckItem' } as const;

const tableRequestSchema = z.object({ TableName: z.string(), IndexName: z.string().optional() });
const kindSchema = z.enum(['Put', 'Update', 'Delete', 'ConditionCheck']);
const transactionSchema = z.object({ TransactItems: z.array(z.partialRecord(kindSchema, z.object({ TableName: z.string() }))) });
const batchSchema = z.object({ RequestItems: z.record(z.string(), z.unknown()) });

/** DynamoDB: permissions as IAM asks for them, a transaction's item by item; the answer is DynamoDB Local's. `written` hears of every write. */
export const createDynamoDb = (template: Template, client: DynamoDbClient, written: () => void): AwsService => ({
  name: 'dynamodb',
  operation: targetOperation,
  needs: (request) => needsOf(template, targetOperation(request), bodyOf(request)),
  answer: async (request) => {
    const answer = await client.send(request.headers['x-amz-target'] ?? '', request.body);
    if (answer.status === 200 && WRITES.includes(targetOperation(request))) written();
    return answer;
  },
  error: jsonProtocol('application/x-amz-json-1.0').error,
});

/** What a call needs of IAM. Throws at an operation that our functions do not use. */
export const needsOf = (template: Template, operation: string, body: unknown): Need[] => {
  const tableArn = (table: string) => template.arn('dynamodb', `table/${table}`);
  if (operation === 'TransactWriteItems') {
    return transactionSchema.parse(body).TransactItems.flatMap((item) =>
      kindSchema.options.flatMap((kind) => {
        const table = item[kind]?.TableName;
        return table === undefined ? [] : [{ action: `dynamodb:${IN_TRANSACTIONS[kind]}`, resource: tableArn(table) }];
      }),
    );
  }
  if (operation === 'BatchGetItem' || operation === 'BatchWriteItem') {
    const tables = Object.keys(batchSchema.parse(body).RequestItems);
    return tables.map((table) => ({ action: `dynamodb:${operation}`, resource: tableArn(table) }));
  }
  if (!ON_TABLES.includes(operation)) throw new Error(`DynamoDB's ${operation} is not modelled locally`);
  const { TableName: table, IndexName: index } = tableRequestSchema.parse(body);
  return [{ action: `dynamodb:${operation}`, resource: index === undefined ? tableArn(table) : `${tableArn(table)}/index/${index}` }];
};
