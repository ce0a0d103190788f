import { createServer } from 'node:http';
import type { TestProject } from 'vitest/node';
import { checkJava, type DynamoDbLocal, startDynamoDbLocal } from '../../local/dynamodb/java.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /**
     * `/` answers with the endpoint of DynamoDB Local, and starts it for the first test file that asks; `/table` with the definition of the
     * template's table, and synthesises it for the first: loading the CDK takes longer than most test files.
     */
    dynamoDbDoor: string;
  }
}

/** One Java for a whole run, and none for a run that needs none. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  let running: Promise<DynamoDbLocal> | undefined;
  let definition: Promise<string> | undefined;
  const endpoint = async () => {
    running ??= start();
    return `http://127.0.0.1:${(await running).port}`;
  };
  const table = () => {
    definition ??= import('./synthesised-table.ts').then(({ synthesisedTable }) => JSON.stringify(synthesisedTable()));
    return definition;
  };
  const door = createServer((request, answer) => {
    (request.url === '/table' ? table() : endpoint()).then(
      (found) => answer.end(found),
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
