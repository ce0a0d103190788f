import { createServer } from 'node:http';
import type { TestProject } from 'vitest/node';
import { checkJava, type DynamoDbLocal, startDynamoDbLocal } from '../../local/dynamodb/java.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Answers with the endpoint of DynamoDB Local, and starts it for the first test file that asks. */
    dynamoDbDoor: string;
  }
}

/** One Java for a whole run, and none for a run that needs none. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  let running: Promise<DynamoDbLocal> | undefined;
  const door = createServer((_, answer) => {
    running ??= start();
    running.then(
      ({ port }) => answer.end(`http://127.0.0.1:${port}`),
      (error: Error) => answer.writeHead(500).end(error.message),
    );
  });
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
  const address = door.address();
  if (!address || typeof address !== 'object') throw new Error('no port for the door to DynamoDB Local');
  project.provide('dynamoDbDoor', `http://127.0.0.1:${address.port}`);
  return async () => {
    door.closeAllConnections();
    door.close();
    const started = await running?.catch(() => undefined);
    await started?.stop();
  };
}

async function start(): Promise<DynamoDbLocal> {
  checkJava();
  return startDynamoDbLocal();
}
