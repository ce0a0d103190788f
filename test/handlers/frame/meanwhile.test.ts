import { execFile } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { meanwhile } from '../../../functions/handlers/frame/meanwhile.ts';

test('code is loaded once the request has left, and before its answer is there', async () => {
  // In a process of its own, as a function is: here other tests send requests too.
  const script = `
    import { once } from 'node:events';
    import { createServer, request } from 'node:http';
    import { meanwhile } from ${JSON.stringify(new URL('../../../functions/handlers/frame/meanwhile.ts', import.meta.url).href)};
    const told = [];
    const { promise: loaded, resolve: finish } = Promise.withResolvers();
    const server = createServer((asked, answer) => loaded.then(() => answer.end())).listen(0, '127.0.0.1');
    await once(server, 'listening');
    async function asked() {
      // As the SDK: some turns pass before anything is sent.
      for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
      told.push('asked');
      const sent = request({ port: server.address().port, host: '127.0.0.1', agent: false });
      sent.once('socket', (socket) => socket.once('connect', () => told.push('connected')));
      const [answer] = await once(sent.end(), 'response');
      answer.resume();
      told.push('answered');
      return 'answer';
    }
    const load = async () => {
      told.push('loading');
      finish();
      return 'code';
    };
    console.log(JSON.stringify([await meanwhile(asked(), load), told]));
    process.exit();`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script]);
  expect(JSON.parse(stdout)).toEqual([
    ['answer', 'code'],
    ['asked', 'connected', 'loading', 'answered'],
  ]);
});

test('where nothing has to be asked, it is loaded after the answer', async () => {
  expect(await meanwhile(Promise.resolve('known'), async () => 'code')).toEqual(['known', 'code']);
});

test('a fault of either is the fault of both', async () => {
  await expect(meanwhile(Promise.reject(new Error('no answer')), async () => 'code')).rejects.toThrow('no answer');
  const noCode = () => Promise.reject(new Error('no code'));
  await expect(meanwhile(sleep(5), noCode)).rejects.toThrow('no code');
});
