import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundle } from '../../lib/bundle.ts';

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'complaints-bundle-'));
const client = JSON.stringify(new URL('../../node_modules/@aws-sdk/client-dynamodb/dist-es/index.js', import.meta.url).pathname);
const s3 = JSON.stringify(new URL('../../node_modules/@aws-sdk/client-s3/dist-es/index.js', import.meta.url).pathname);
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
    faulty: `import { writtenPlaces } from ${writtenPlaces};\nexport { writtenPlaces };\nexport function places() {\n  return writtenPlaces(String(new Error('as written').stack));\n}\n`,
    originals: `import { GetObjectCommand, S3Client } from ${s3}; export const asked = [S3Client, GetObjectCommand];`,
    part: 'export const part = "needed only sometimes";',
    whole: 'export const part = async () => (await import("./part.ts")).part;',
  };
  for (const [name, source] of Object.entries(sources)) writeFileSync(join(folder, `${name}.ts`), source);
  mkdirSync(join(folder, 'out/whole'), { recursive: true });
  writeFileSync(join(folder, 'out/whole/part-OF-AN-EARLIER-BUILD.mjs'), '');
  const entries = Object.keys(sources).filter((name) => name !== 'part');
  await bundle(Object.fromEntries(entries.map((name) => [name, join(folder, `${name}.ts`)])), join(folder, 'out'));
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
    expect(await inProcess('faulty', 'bundle.places()[0]')).toMatch(/faulty\.ts:4:\d+/);
    expect(JSON.parse(readFileSync(join(folder, 'out/faulty/index.mjs.map'), 'utf8'))).not.toHaveProperty('sourcesContent');
  });

  test('a place without a map stays as it is: the fault is noted all the same', async () => {
    const unmapped = 'Error: why\n    at handler (file:///nowhere/index.mjs:1:23)\n    at node:internal/process/task_queues:104:5';
    expect(await inProcess('faulty', `bundle.writtenPlaces(${JSON.stringify(unmapped)})`)).toEqual([
      '    at handler (file:///nowhere/index.mjs:1:23)',
      '    at node:internal/process/task_queues:104:5',
    ]);
  });

  test('what is imported at its first use is a file of its own, and nothing of an earlier build is left beside it', async () => {
    expect(readFileSync(join(folder, 'out/whole/index.mjs'), 'utf8')).not.toContain('needed only sometimes');
    expect(await inProcess('whole', 'await bundle.part()')).toBe('needed only sometimes');
    // What both need of the bundler's own is in a chunk.
    const code = readdirSync(join(folder, 'out/whole')).filter((name) => /^(?!chunk-).*\.mjs$/.test(name));
    expect(code.map((name) => name.replace(/(-[A-Z\d]{8})+/, ''))).toEqual(['index.mjs', 'part.mjs']);
  });

  test('an AWS client brings the schemas of the operations that are called, and no others', () => {
    const text = readFileSync(join(folder, 'out/originals/index.mjs'), 'utf8');
    expect(text).toContain('GetObjectOutput');
    expect(text).not.toContain('PutBucketAnalyticsConfigurationRequest');
  });
});
