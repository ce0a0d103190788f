import { inspect } from 'node:util';
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { eachCase } from '../../../functions/handlers/frame/each-case.ts';
import { onEvent } from '../../../functions/handlers/frame/on-event.ts';
import { onRequest } from '../../../functions/handlers/frame/on-request.ts';

// House rule 16: log lines have a code and ids. Faults quote what they choked on, so no frame may let a fault's message through.

const address = 'ann@mailbox.example';
const words = 'my mother, 5 High Street';
const quoting = `cannot write to ${address}:\n    at ${words}`;

/** As the SDK makes them: what went wrong stands in other fields too. */
const fromTheSdk = Object.assign(new Error(quoting), { name: 'MessageRejected', detail: quoting, $metadata: { requestId: quoting } });
const faults: readonly (readonly [string, unknown, string])[] = [
  ['a fault', new TypeError(quoting), 'TypeError'],
  ['a fault of the SDK', fromTheSdk, 'MessageRejected'],
  ['a fault with a cause', new RangeError(quoting, { cause: new Error(quoting) }), 'RangeError'],
  ['faults within faults', new AggregateError([new AggregateError([fromTheSdk], quoting)], quoting), 'MessageRejected'],
  ['something that is no fault', quoting, 'Error'],
];

let written = '';
const keep = (chunk: string | Uint8Array): boolean => {
  written += String(chunk);
  return true;
};

beforeEach(() => {
  written = '';
  vi.spyOn(process.stdout, 'write').mockImplementation(keep);
  vi.spyOn(process.stderr, 'write').mockImplementation(keep);
});
afterEach(() => void vi.restoreAllMocks());

const context = {
  awsRequestId: 'request-1',
  functionName: 'complaints-test',
  getRemainingTimeInMillis: () => 10_000,
} as Context;

const lines = (): Record<string, unknown>[] =>
  written
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));

function expectNobody(text: string): void {
  for (const personal of [address, words]) expect(text).not.toContain(personal);
}

describe.each(faults)('%s', (_, fault, name) => {
  const fails = async (): Promise<never> => {
    throw fault;
  };

  test('in a function that no browser calls is noted by name and place', async () => {
    await expect(onEvent(fails)({}, context)).rejects.toThrow();
    expect(lines()).toMatchObject([{ level: 'ERROR', message: 'function-failed', fault: name, request: 'request-1' }]);
    expectNobody(written);
  });

  test('is told to Lambda, which logs all that hangs on it, without a word of it', async () => {
    const told: unknown = await onEvent(fails)({}, context).catch((thrown: unknown) => thrown);
    expect(told).toMatchObject({ name: 'FunctionFault' });
    expectNobody(inspect(told, { depth: 20, showHidden: true }));
  });

  test('on a page is a 500 with the number under which it is noted', async () => {
    const handler = onRequest({ 'GET /': fails }, 'https://complaints.example');
    const event = { routeKey: 'GET /', rawPath: '/', rawQueryString: '', headers: {}, requestContext: { http: { method: 'GET' } } };
    const answer = await handler(event as APIGatewayProxyEventV2, context);
    expect(answer).toMatchObject({ statusCode: 500, headers: { 'cache-control': 'no-store' }, body: expect.stringContaining('request-1') });
    expect(lines()).toMatchObject([{ message: 'page-failed', fault: name, request: 'request-1' }]);
    expectNobody(written + answer.body);
  });

  test('over one case of a batch is noted with the case, and the batch goes on', async () => {
    const record = (reference: string, number: string) => ({
      dynamodb: { SequenceNumber: number, Keys: { pk: { S: `CASE#${reference}` } } },
    });
    const looked: string[] = [];
    const answer = await eachCase(
      { Records: [record('LBC-2026-000001', '1'), record('LBC-2026-000002', '2'), record('LBC-2026-000001', '3')] },
      async (reference) => {
        looked.push(reference);
        if (reference === 'LBC-2026-000001') throw fault;
      },
    );
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: '1' }] });
    expect(looked).toEqual(['LBC-2026-000001', 'LBC-2026-000002']);
    expect(lines()).toMatchObject([{ message: 'stream-record-failed', fault: name, reference: 'LBC-2026-000001' }]);
    expectNobody(written);
  });
});

test('what is noted says where it went wrong', async () => {
  const fails = async (): Promise<never> => {
    throw new TypeError(quoting);
  };
  await expect(onEvent(fails)({}, context)).rejects.toThrow();
  expect(lines()[0]).toMatchObject({ at: expect.arrayContaining([expect.stringContaining('log-lines.test.ts')]) });
});

test('an event that has not the shape we know is noted without what it held', async () => {
  const event = { Records: [{ dynamodb: { SequenceNumber: 7, Keys: { pk: { S: `PERSON#${address}` } } } }] };
  await expect(onEvent((given) => eachCase(given, async () => {}))(event, context)).rejects.toThrow();
  expect(lines()).toMatchObject([{ message: 'function-failed' }]);
  expectNobody(written);
});

test('a page that takes too long says so itself, before the gateway does', async () => {
  const never = () => new Promise<never>(() => {});
  const handler = onRequest({ 'POST /complaint/send': never }, 'https://complaints.example');
  const event = { routeKey: 'POST /complaint/send', rawPath: '/complaint/send', headers: {}, requestContext: { http: { method: 'POST' } } };
  const answer = await handler(event as APIGatewayProxyEventV2, { ...context, getRemainingTimeInMillis: () => 1_010 });
  expect(answer).toMatchObject({ statusCode: 500, body: expect.stringContaining('send it again') });
});

test('a function that no browser calls is stopped by Lambda alone: one that is only given up would go on later', async () => {
  const slow = () => new Promise<string>((resolve) => setTimeout(resolve, 20, 'done'));
  expect(await onEvent(slow)({}, { ...context, getRemainingTimeInMillis: () => 6 })).toBe('done');
});
