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

const filesOf = (name: string): readonly string[] => readdirSync(join(folder, 'out', name));

/** All that is read before the first line runs. */
const startOf = (name: string): string =>
  filesOf(name)
    .filter((file) => /^(?:index|start-.*)\.mjs$/.test(file))
    .map((file) => readFileSync(join(folder, 'out', name, file), 'utf8'))
    .join('\n');

beforeAll(async () => {
  const sources = {
    web: "import http from 'node:http'; import { Agent } from 'node:https'; export const kept = [typeof http.request, typeof Agent];",
    store: `import { DynamoDBClient } from ${client}; export const client = new DynamoDBClient({ region: 'eu-west-2' });`,
    faulty: `import { writtenPlaces } from ${writtenPlaces};\nexport { writtenPlaces };\nexport function places() {\n  return writtenPlaces(String(new Error('as written').stack));\n}\n`,
    originals: `import { GetObjectCommand, S3Client } from ${s3}; export const asked = [S3Client, GetObjectCommand];`,
    shared: 'export const shared = { needed: "by both" };',
    part: 'import { shared } from "./shared.ts"; export const part = () => ["needed only sometimes", shared];',
    whole: 'import { shared } from "./shared.ts"; export { shared }; export const part = async () => (await import("./part.ts")).part();',
  };
  for (const [name, source] of Object.entries(sources)) writeFileSync(join(folder, `${name}.ts`), source);
  mkdirSync(join(folder, 'out/whole'), { recursive: true });
  writeFileSync(join(folder, 'out/whole/part-OF-AN-EARLIER-BUILD.mjs'), '');
  const entries = Object.keys(sources).filter((name) => name !== 'part' && name !== 'shared');
  await bundle(Object.fromEntries(entries.map((name) => [name, join(folder, `${name}.ts`)])), join(folder, 'out'));
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('the bundle', () => {
  test('gives the whole of http and https without importing them: that would load undici too', async () => {
    expect(await inProcess('web', 'bundle.kept')).toEqual(['function', 'function']);
    expect(await inProcess('web', "process.moduleLoadList.filter((name) => name.includes('deps/undici'))")).toEqual([]);
  });

  test('S3’s client loads no streams of browsers', async () => {
    expect(await inProcess('originals', "process.moduleLoadList.filter((name) => name.includes('webstreams/readablestream'))")).toEqual([]);
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
    const maps = filesOf('faulty').filter((name) => name.endsWith('.map'));
    expect(maps).not.toEqual([]);
    for (const name of maps)
      expect(JSON.parse(readFileSync(join(folder, 'out/faulty', name), 'utf8'))).not.toHaveProperty('sourcesContent');
  });

  test('a place without a map stays as it is: the fault is noted all the same', async () => {
    const unmapped = 'Error: why\n    at handler (file:///nowhere/index.mjs:1:23)\n    at node:internal/process/task_queues:104:5';
    expect(await inProcess('faulty', `bundle.writtenPlaces(${JSON.stringify(unmapped)})`)).toEqual([
      '    at handler (file:///nowhere/index.mjs:1:23)',
      '    at node:internal/process/task_queues:104:5',
    ]);
  });

  test('what is imported at its first use is a file of its own, and nothing of an earlier build is left beside it', async () => {
    expect(startOf('whole')).not.toContain('needed only sometimes');
    expect(await inProcess('whole', 'await bundle.part()')).toEqual(['needed only sometimes', { needed: 'by both' }]);
    expect(filesOf('whole').filter((name) => name.startsWith('part-') && name.endsWith('.mjs'))).toHaveLength(1);
    expect(filesOf('whole')).not.toContain('part-OF-AN-EARLIER-BUILD.mjs');
  });

  test('what a start needs is one file beside the one that Lambda asks for, also where a first use needs it too', async () => {
    expect(filesOf('whole').filter((name) => name.endsWith('.mjs') && !name.startsWith('part-'))).toEqual([
      'index.mjs',
      expect.stringMatching(/^start-.*\.mjs$/),
    ]);
    expect(await inProcess('whole', '(await bundle.part())[1] === bundle.shared')).toBe(true);
    for (const name of ['store', 'originals']) {
      const atOnce = filesOf(name).filter((file) => /^(?:index|start-.*|rolldown-runtime-.*)\.mjs$/.test(file));
      const text = atOnce.map((file) => readFileSync(join(folder, 'out', name, file), 'utf8')).join('\n');
      const imported = [...text.matchAll(/\b(?:from|import)"\.\/([^"]+)"/g)].map(([, file]) => file);
      expect(imported).not.toEqual([]);
      expect(atOnce).toEqual(expect.arrayContaining(imported));
    }
  });

  test('what cannot be found fails here, and not in Lambda', async () => {
    writeFileSync(join(folder, 'lost.ts'), 'export const lost = () => import("no-such-package");');
    await expect(bundle({ lost: join(folder, 'lost.ts') }, join(folder, 'out-lost'))).rejects.toThrow(/no-such-package/);
  });

  test('two builds at once write the same whole files', async () => {
    const entry = { whole: join(folder, 'whole.ts') };
    await Promise.all([1, 2, 3].map(() => bundle(entry, join(folder, 'out-twice'))));
    expect(readdirSync(join(folder, 'out-twice/whole'))).toEqual(filesOf('whole'));
  });

  test('an AWS client brings the schemas of the operations that are called, and no others', () => {
    const text = startOf('originals');
    expect(text).toContain('GetObjectOutput');
    expect(text).not.toContain('PutBucketAnalyticsConfigurationRequest');
  });
});
