import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundle } from '../../lib/bundle.ts';

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'complaints-bundle-'));
const client = JSON.stringify(new URL('../../node_modules/@aws-sdk/client-dynamodb/dist-es/index.js', import.meta.url).pathname);
const writtenPlaces = JSON.stringify(new URL('../../functions/handlers/frame/written-places.ts', import.meta.url).pathname);

/** Runs a line of code against a bundle in a fresh process, with these variables and no others. */
const inProcess = async (name: string, code: string, env: Record<string, string> = {}): Promise<unknown> => {
  const script = `const bundle = await import(${JSON.stringify(join(folder, 'out', name, 'index.mjs'))}); console.log(JSON.stringify(${code}));`;
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', script], { env });
  return JSON.parse(stdout);
};

beforeAll(async () => {
  const sources = {
    web: "import http from 'node:http'; import { Agent } from 'node:https'; export const kept = [typeof http.request, typeof Agent];",
    store: `import { DynamoDBClient } from ${client}; export const client = new DynamoDBClient({ region: 'eu-west-2' });`,
    faulty: `import { writtenPlaces } from ${writtenPlaces};\nexport function places() {\n  return writtenPlaces(String(new Error('as written').stack));\n}\n`,
  };
  for (const [name, source] of Object.entries(sources)) writeFileSync(join(folder, `${name}.ts`), source);
  await bundle(Object.fromEntries(Object.keys(sources).map((name) => [name, join(folder, `${name}.ts`)])), join(folder, 'out'));
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('the bundle', () => {
  test('gives the whole of http and https without importing them: that would load undici too', async () => {
    expect(await inProcess('web', 'bundle.kept')).toEqual(['function', 'function']);
    expect(await inProcess('web', "process.moduleLoadList.filter((name) => name.includes('deps/undici'))")).toEqual([]);
  });

  test('takes credentials from the environment, session token and all', async () => {
    const lambda = { AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE', AWS_SECRET_ACCESS_KEY: 'example', AWS_SESSION_TOKEN: 'session' };
    expect(await inProcess('store', 'await bundle.client.config.credentials()', lambda)).toMatchObject({
      accessKeyId: 'AKIDEXAMPLE',
      secretAccessKey: 'example',
      sessionToken: 'session',
    });
  });

  test('says so when there are no credentials, and looks nowhere else for them', async () => {
    const said = await inProcess('store', 'await bundle.client.config.credentials().catch((error) => error.message)', { HOME: folder });
    expect(said).toBe('AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not in the environment');
  });

  test('a fault is traced to the line that was written, and the sources stay at home', async () => {
    expect(await inProcess('faulty', 'bundle.places()[0]')).toMatch(/faulty\.ts:3:\d+/);
    expect(JSON.parse(readFileSync(join(folder, 'out/faulty/index.mjs.map'), 'utf8'))).not.toHaveProperty('sourcesContent');
  });
});
