import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { expect, test } from 'vitest';
import { createTableClient } from '../../../functions/adapters/table/client.ts';

const middleware = (client: DynamoDBClient) => client.middlewareStack.identify().map((named) => named.split(' - ')[0]);

test('the table’s client does all that Amazon’s does, but copy every answer for a log that nobody keeps', () => {
  const amazons = middleware(new DynamoDBClient({}));
  expect(amazons).toContain('loggerMiddleware');
  expect(middleware(createTableClient())).toEqual(amazons.filter((name) => name !== 'loggerMiddleware'));
});
