/**
 * `npm run bench:desk`: what a page of the desk costs on the server when 2,000 cases are open and 50,000 closed ones stand beside them, on Amazon's
 * DynamoDB Local. Each page is asked for over HTTP on this machine, so its time has everything in it but the way to the browser. The query alone, sent
 * without our code, says how much of it is the local database, which answers slower than the real one even with the whole of Java's compiler: it takes the
 * whole case apart for each entry of the index. A page reads the index in parts at once, and so can be quicker than that. Processor time is that of this process
 * alone, and hardly depends on what else the machine does. Medians and 99th percentiles of runs in turn.
 * Another number of closed cases may be given: `npm run bench:desk -- 5000`.
 */
import { BatchWriteItemCommand, CreateTableCommand, type CreateTableCommandInput } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import { createCaseStore } from '../functions/adapters/table/case-store.ts';
import { createTableClient } from '../functions/adapters/table/client.ts';
import { takeIn } from '../functions/app/take-in.ts';
import { addDays, writtenDate } from '../functions/domain/calendar/local-date.ts';
import { services } from '../functions/domain/triage/suggestion.ts';
import { runsFast, startDynamoDbLocal } from '../local/dynamodb/java.ts';
import { aContact, asha, ben, moment } from '../test/support/case-story.ts';
import { synthesisedTable } from '../test/support/synthesised-table.ts';
import { createVisitor } from '../test/support/visitor.ts';
import { createWebsite } from '../test/support/website.ts';

const openCases = 2_000;
const closedCases = Number(process.argv[2] ?? 50_000);
const runs = 25;
const tableName = 'complaints';
const today = writtenDate('2026-12-16');

const database = await startDynamoDbLocal(undefined, runsFast);
const endpoint = `http://127.0.0.1:${database.port}`;
const client = createTableClient({ endpoint, region: 'eu-west-2', credentials: { accessKeyId: 'bench', secretAccessKey: 'local' } });
try {
  const { AttributeDefinitions, KeySchema, GlobalSecondaryIndexes, BillingMode } = z
    .custom<CreateTableCommandInput>()
    .parse(synthesisedTable());
  await client.send(new CreateTableCommand({ TableName: tableName, AttributeDefinitions, KeySchema, GlobalSecondaryIndexes, BillingMode }));
  const store = createCaseStore({ client, tableName, personKey: ({ kind, value }) => `${kind} ${value}` });
  const site = createWebsite({ now: '2026-12-16T09:00:00Z', store });
  await site.start();
  const team = { roles: ['complaints-team'], trainedOn: writtenDate('2026-03-03') } as const;
  await store.recordStaff(asha.subject, { at: moment('2026-12-16T08:00:00Z'), by: ben, record: team }, 1);
  await fill(site);
  const visitor = createVisitor(site.base());
  await visitor.open('/desk');
  await visitor.open('/desk');
  const cookie = visitor.cookie();
  const pages = [
    '/desk?queue=all',
    '/desk?queue=mine',
    '/desk?queue=team&page=2',
    '/desk/next?queue=all&place=7&after=LBC-2026-000001',
    '/desk/cases/LBC-2026-000001',
    '/desk/cases/LBC-2026-000001/do/hand-over',
  ];
  console.log(`${openCases} open and ${closedCases} closed cases, Node ${process.versions.node}, ${runs} runs in turn\n`);
  const measured = new Map<string, { readonly waited: number[]; readonly worked: number[] }>(
    [...pages, 'the query alone'].map((name) => [name, { waited: [], worked: [] }]),
  );
  const bytes = new Map<string, number>();
  for (let run = -3; run < runs; run += 1) {
    for (const name of measured.keys()) {
      const before = performance.now();
      const begun = process.cpuUsage();
      const size = pages.includes(name) ? await page(`${site.base()}${name}`, cookie) : await query();
      if (run < 0) continue;
      const { user, system } = process.cpuUsage(begun);
      measured.get(name)?.waited.push(performance.now() - before);
      measured.get(name)?.worked.push((user + system) / 1_000);
      bytes.set(name, size);
    }
  }
  console.log(`${'milliseconds'.padEnd(58)}${['median', '99th', 'of it', '99th', 'KB'].map((name) => name.padStart(8)).join('')}`);
  for (const [name, { waited, worked }] of measured) {
    const row = [...[waited, worked].flatMap((times) => [percentile(times, 50), percentile(times, 99)]), (bytes.get(name) ?? 0) / 1024];
    console.log(`${name.padEnd(58)}${row.map((value) => value.toFixed(1).padStart(8)).join('')}`);
  }
  console.log('\nThe first two columns are the whole answer, database included; the next two are processor time of this process.');
  await site.stop();
} finally {
  client.destroy();
  await database.stop();
}

/** One case as the service makes it, from which all others are copied with other references, dates, services and officers. */
async function fill(site: ReturnType<typeof createWebsite>): Promise<void> {
  await takeIn(site.taking, aContact('2026-12-01T09:00:00Z', { text: 'My bin was missed again, and nobody rang me back. I am unhappy.' }));
  const [entry] = await site.store.openCases();
  const state = entry && (await site.store.load(entry.reference))?.state;
  if (!state) throw new Error('no case was taken in');
  const named = (number: number) => `LBC-2025-${String(number).padStart(6, '0')}`;
  const opens = Array.from({ length: openCases - 1 }, (_, number) => {
    const reference = named(number);
    const on = addDays(today, (number % 45) - 12);
    const given = number % 3 === 0 ? asha : ben;
    const queue = {
      ...entry,
      reference,
      stage: 'acknowledged',
      service: services[number % services.length],
      flags: number % 50 ? [] : ['urgent'],
      officer: given.name,
      officerSubject: given.subject,
      nextDue: { kind: 'respond', on },
    };
    return {
      pk: `CASE#${reference}`,
      sk: 'STATE',
      version: 1,
      state: JSON.stringify({ ...state, reference }),
      open: 'open',
      openBy: `${on}#${reference}`,
      queue: JSON.stringify(queue),
    };
  });
  await write(opens);
  for (let first = openCases; first < openCases + closedCases; first += 1_000) {
    const count = Math.min(1_000, openCases + closedCases - first);
    await write(
      Array.from({ length: count }, (_, index) => {
        const reference = named(first + index);
        const closed = {
          ...state,
          reference,
          stage: 'closed',
          closedOn: today,
          because: 'concluded',
          reason: 'Answered.',
          was: { ...state, reference },
        };
        return { pk: `CASE#${reference}`, sk: 'STATE', version: 1, state: JSON.stringify(closed) };
      }),
    );
  }
}

async function write(items: readonly object[]): Promise<void> {
  for (let start = 0; start < items.length; start += 25) {
    const requests = items
      .slice(start, start + 25)
      .map((item) => ({ PutRequest: { Item: marshall(item, { removeUndefinedValues: true }) } }));
    await client.send(new BatchWriteItemCommand({ RequestItems: { [tableName]: requests } }));
  }
}

/** Gives the bytes of the answer. */
async function page(url: string, cookie: string): Promise<number> {
  const answer = await fetch(url, { headers: { cookie }, redirect: 'manual' });
  const body = await answer.text();
  if (answer.status >= 400) throw new Error(`${url} answered ${answer.status}`);
  return Buffer.byteLength(body);
}

/** The index read as the store reads it, by hand: what of a page's time is not ours. */
async function query(): Promise<number> {
  let size = 0;
  let from: unknown;
  do {
    const answer = await fetch(endpoint, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': 'DynamoDB_20120810.Query',
        authorization: 'AWS4-HMAC-SHA256 Credential=bench/20261216/eu-west-2/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
      },
      body: JSON.stringify({
        TableName: tableName,
        IndexName: 'open',
        KeyConditionExpression: '#open = :open',
        ExpressionAttributeNames: { '#open': 'open' },
        ExpressionAttributeValues: { ':open': { S: 'open' } },
        ...(from !== undefined && { ExclusiveStartKey: from }),
      }),
    });
    const body = await answer.text();
    size += Buffer.byteLength(body);
    const read: { LastEvaluatedKey?: unknown } = JSON.parse(body);
    from = read.LastEvaluatedKey;
  } while (from !== undefined);
  return size;
}

function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? 0;
}
