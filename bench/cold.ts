/**
 * `npm run bench:cold`: what each function costs before it can answer for the first time. Import and start of the built bundle in a fresh process,
 * beside a bundle that holds nothing but the DynamoDB client. Both sides are measured alike: processor time of the main thread, which is nearly all of
 * a start, and of many runs the quickest quarter, since whatever else the machine does only adds. Times depend on the machine; the ratios are the
 * budget. Exits 1 when one is over.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundle, bundleFunctions } from '../lib/bundle.ts';
import { functionNames } from '../lib/function-names.ts';

const runs = 21;
const pages: readonly string[] = ['public-pages', 'status-pages', 'desk-pages', 'static-files'];
const budgetOf = (name: string): number => (pages.includes(name) ? 2 : 1.5);

// Whatever any function asks for when it starts; nothing is called.
const environment = {
  AWS_REGION: 'eu-west-2',
  AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'example',
  TABLE_NAME: 'cases',
  ORIGINALS_BUCKET: 'originals',
  SECRET_ARN: 'arn:aws:secretsmanager:eu-west-2:111122223333:secret:complaints',
  PUBLIC_URL: 'https://complaints.luton.example',
  SIGN_IN_ISSUER: 'https://sign-in.luton.example',
  SIGN_IN_CLIENT_ID: 'complaints-desk',
  MAIL_FROM: 'complaints@luton.example',
  MAIL_DOMAIN: 'complaints.luton.example',
  CONFIGURATION_SET: 'complaints',
  SCHEDULE_GROUP: 'complaints-alerts',
  SCHEDULE_TARGET_ARN: 'arn:aws:lambda:eu-west-2:111122223333:function:speak-alert',
  SCHEDULE_ROLE_ARN: 'arn:aws:iam::111122223333:role/wake-ups',
  SCHEDULE_DEAD_LETTER_ARN: 'arn:aws:sqs:eu-west-2:111122223333:failures',
  DATA_KEY_ARN: 'arn:aws:kms:eu-west-2:111122223333:key/bench',
};

const timed = `
  const before = process.threadCpuUsage();
  await import(process.argv[1]);
  const { user, system } = process.threadCpuUsage(before);
  console.log((user + system) / 1000);
  process.exit(0);
`;

/** Milliseconds of the main thread from the first line to a bundle that is ready to be called. */
function coldStart(file: string): number {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '--eval', timed, pathToFileURL(file).href], {
    env: environment,
    encoding: 'utf8',
  });
  // The line before the error is the whole bundle: say only what went wrong.
  if (status !== 0) throw new Error(/^\w*Error: .*$/m.exec(stderr)?.[0] ?? `exit ${status}`);
  return Number(stdout);
}

/** Bytes that a start reads: the bundle and, of the files beside it, those that it imports at once. */
function bytesAtStart(file: string, seen = new Set<string>()): number {
  if (seen.has(file)) return 0;
  seen.add(file);
  const beside = [...readFileSync(file, 'utf8').matchAll(/(?:\bfrom|\bimport)"(\.\/[\w.-]+\.mjs)"/g)].map(([, name = '']) =>
    join(dirname(file), name),
  );
  return statSync(file).size + beside.reduce((sum, next) => sum + bytesAtStart(next, seen), 0);
}

/** The mean of the quickest quarter. */
function quickest(values: readonly number[]): number {
  const quarter = values.toSorted((one, other) => one - other).slice(0, Math.ceil(runs / 4));
  return quarter.reduce((sum, value) => sum + value, 0) / quarter.length;
}

const folder = mkdtempSync(join(tmpdir(), 'complaints-bench-'));
try {
  const reference = join(folder, 'reference.ts');
  const client = new URL('../node_modules/@aws-sdk/client-dynamodb/dist-es/index.js', import.meta.url).pathname;
  writeFileSync(reference, `import { DynamoDBClient } from ${JSON.stringify(client)};\nexport const handler = new DynamoDBClient({});\n`);
  await bundle({ reference }, folder);
  await bundleFunctions();

  const bundles = new Map<string, string>([
    ['reference', join(folder, 'reference/index.mjs')],
    ...functionNames.map((name): [string, string] => [name, new URL(`../dist/${name}/index.mjs`, import.meta.url).pathname]),
  ]);
  // Once each, uncounted: fills the disk's cache, and finds what does not start at all.
  const broken: string[] = [];
  for (const [name, file] of bundles) {
    try {
      coldStart(file);
    } catch (fault) {
      bundles.delete(name);
      broken.push(`${name} does not start: ${fault instanceof Error ? fault.message : 'unknown'}`);
    }
  }
  const times = new Map([...bundles.keys()].map((name): [string, number[]] => [name, []]));
  // In turns, so that a busy moment of the machine falls on all of them.
  for (let run = 0; run < runs; run += 1) for (const [name, file] of bundles) times.get(name)?.push(coldStart(file));

  const base = quickest(times.get('reference') ?? []);
  const rows = [...bundles].map(([name, file]) => {
    const milliseconds = quickest(times.get(name) ?? []);
    const ratio = milliseconds / base;
    return { name, file, milliseconds, ratio, budget: name === 'reference' ? undefined : budgetOf(name) };
  });
  const over = rows.filter(({ ratio, budget }) => budget !== undefined && ratio > budget);

  console.log(
    `Cold start: import and start, processor time, the quickest quarter of ${runs} runs in turn, Node ${process.versions.node}\n`,
  );
  console.log(`${'function'.padEnd(18)}${'KB'.padStart(6)}${'ms'.padStart(8)}${'ratio'.padStart(8)}${'budget'.padStart(8)}`);
  for (const row of rows) {
    const size = Math.round(bytesAtStart(row.file) / 1024);
    const verdict = over.includes(row) ? '  over' : '';
    console.log(
      `${row.name.padEnd(18)}${String(size).padStart(6)}${row.milliseconds.toFixed(1).padStart(8)}${row.ratio.toFixed(2).padStart(8)}${(row.budget?.toFixed(1) ?? '').padStart(8)}${verdict}`,
    );
  }
  console.log(over.length === 0 ? '\nAll within budget.' : `\nOver budget: ${over.map(({ name }) => name).join(', ')}.`);
  for (const line of broken) console.log(line);
  process.exitCode = over.length + broken.length === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}
