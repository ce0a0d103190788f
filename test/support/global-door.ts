import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { checkJava, type DynamoDbLocal, startDynamoDbLocal } from '../../local/dynamodb/java.ts';
import { synthesise } from '../../local/synthesise.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where `door.ts` asks for what takes long to make. */
    door: string;
  }
}

/** What takes long is made for the first test file that asks, once for a whole run, and not at all in a run where none does. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  let running: Promise<DynamoDbLocal> | undefined;
  let definition: Promise<string> | undefined;
  let stack: Promise<string> | undefined;
  const made: Readonly<Record<string, () => Promise<string>>> = {
    '/dynamodb': async () => {
      running ??= start();
      return `http://127.0.0.1:${(await running).port}`;
    },
    // Loading the CDK takes longer than most test files.
    '/table': () => {
      definition ??= import('./synthesised-table.ts').then(({ synthesisedTable }) => JSON.stringify(synthesisedTable()));
      return definition;
    },
    '/stack': () => {
      stack ??= synthesisedIn(mkdtempSync(join(tmpdir(), 'complaints-stack-')));
      return stack;
    },
  };
  const door = createServer((request, answer) => {
    const make = made[request.url ?? ''] ?? (() => Promise.reject(new Error(`nothing is made at ${request.url}`)));
    make().then(
      (found) => answer.end(found),
      (error: Error) => answer.writeHead(500).end(error.message),
    );
  });
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
  const address = door.address();
  if (!address || typeof address !== 'object') throw new Error('no port for the door');
  project.provide('door', `http://127.0.0.1:${address.port}`);
  return async () => {
    door.closeAllConnections();
    door.close();
    const folder = await stack?.catch(() => undefined);
    if (folder) rmSync(folder, { recursive: true, force: true });
    const started = await running?.catch(() => undefined);
    await started?.stop();
  };
}

async function start(): Promise<DynamoDbLocal> {
  checkJava();
  return startDynamoDbLocal();
}

async function synthesisedIn(folder: string): Promise<string> {
  await synthesise(folder);
  return folder;
}
