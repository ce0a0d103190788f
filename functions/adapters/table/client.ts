import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';

/** Amazon's client for the table; without `config`, as a function's environment says. */
export function createTableClient(config: DynamoDBClientConfig = {}): DynamoDBClient {
  const client = new DynamoDBClient(config);
  // This copies every answer, value by value, for a log that nobody keeps: more than half of the processor time that the SDK takes to read the queue.
  client.middlewareStack.remove('loggerMiddleware');
  return client;
}

let client: DynamoDBClient | undefined;

/** The one of this process: whoever asks shares its connections. */
export function tableClient(): DynamoDBClient {
  client ??= createTableClient();
  return client;
}
