import { once } from 'node:events';
import { createServer, request, type Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { meanwhile } from '../../../functions/handlers/frame/meanwhile.ts';

let server: Server;
let port: number;
let finish: (() => void) | undefined;
const told: string[] = [];

beforeAll(async () => {
  server = createServer((_asked, answer) => {
    finish = () => answer.end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  port = typeof address === 'object' ? (address?.port ?? 0) : 0;
});
afterAll(() => server.close());

/** As the SDK: some turns pass before anything is sent. */
async function asked(): Promise<string> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  told.push('asked');
  const [answer] = await once(request({ port, host: '127.0.0.1' }).end(), 'response');
  answer.resume();
  told.push('answered');
  return 'answer';
}

test('code is loaded once the request has left, and before its answer is there', async () => {
  const load = async () => {
    told.push('loading');
    while (!finish) await sleep(1);
    finish();
    return 'code';
  };
  expect(await meanwhile(asked(), load)).toEqual(['answer', 'code']);
  expect(told).toEqual(['asked', 'loading', 'answered']);
});

test('where nothing has to be asked, it is loaded after the answer', async () => {
  expect(await meanwhile(Promise.resolve('known'), async () => 'code')).toEqual(['known', 'code']);
});

test('a fault of either is the fault of both', async () => {
  await expect(meanwhile(Promise.reject(new Error('no answer')), async () => 'code')).rejects.toThrow('no answer');
  const noCode = () => Promise.reject(new Error('no code'));
  await expect(meanwhile(sleep(5), noCode)).rejects.toThrow('no code');
});
