import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { createClock, keepTime } from '../../../local/clock.ts';
import { answerConsole, type ConsoleParts } from '../../../local/console/console.ts';
import { openOutbox } from '../../../local/services/outbox.ts';
import { createScheduler } from '../../../local/services/scheduler.ts';
import type { IncomingMail } from '../../../local/services/ses-receiving.ts';
import type { IncomingCall } from '../../../local/voicemail-in.ts';
import { groundOf, rememberingHost, templateOf } from '../services/stage.ts';

const stops: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

async function start() {
  const clock = createClock({ startAt: new Date('2026-12-18T09:00:00Z') });
  const Target = {
    Arn: 'arn:aws:lambda:eu-west-2:111122223333:function:sweep',
    RoleArn: 'arn:aws:iam::111122223333:role/r',
    Input: '{"a":1}',
  };
  const schedule = {
    Name: 'daily',
    GroupName: 'sweeps',
    ScheduleExpression: 'cron(30 9 ? * MON-FRI *)',
    ScheduleExpressionTimezone: 'Europe/London',
    FlexibleTimeWindow: { Mode: 'OFF' },
    Target,
  };
  const template = templateOf({ id: 'Daily', type: 'AWS::Scheduler::Schedule', properties: schedule });
  const ground = groundOf(template, { clock });
  ground.failed.push({ source: 'sweep', payload: {}, error: 'boom' });
  const scheduler = createScheduler(ground, rememberingHost());
  const timeKeeper = keepTime({ clock, scheduler, settle: ground.work.idle, writes: () => 0 });
  const outbox = await openOutbox();
  const received: IncomingMail[] = [];
  const recorded: IncomingCall[] = [];
  let calls = [{ function: 'public-pages', service: 'dynamodb', operation: 'GetItem', count: 2 }];
  const parts: ConsoleParts = {
    ground,
    host: { names: () => ['public-pages'], logs: () => ['a line <b>'] },
    timeKeeper,
    outbox,
    scheduler,
    receiving: {
      takes: () => true,
      receive: (mail) => {
        received.push(mail);
        return mail.to?.includes('nobody@luton.gov.uk') ? undefined : { messageId: 'abc' };
      },
    },
    voicemail: {
      receive: (call) => {
        recorded.push(call);
        return { job: `voicemail-${call.name ?? 'one'}.wav`, recording: `recordings/${call.name ?? 'one'}.wav` };
      },
    },
    endpoint: {
      calls: () => calls,
      resetCalls: () => {
        calls = [];
      },
    },
    cases: {
      list: async () => [{ reference: 'LBC-2026-000001' }],
      read: async (reference) => (reference === 'LBC-2026-000001' ? { reference } : undefined),
      contacts: async () => [],
      waiting: async () => [],
    },
  };
  const server = createServer((request, response) => void answerConsole(parts, request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stops.push(timeKeeper.stop, () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/_local`;
  const ask = async (call: string, body?: unknown, headers: Record<string, string> = {}) => {
    const [method = 'GET', path = ''] = call.split(' ');
    const given = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) };
    const response = await fetch(base + path, { method, headers, ...given });
    const text = await response.text();
    return { status: response.status, text, json: headers['accept'] ? undefined : text.startsWith('<') ? undefined : JSON.parse(text) };
  };
  const addMail = (subject: string, to: string) =>
    outbox.add(
      { messageId: `id-${to}`, sentAt: '2026-12-18T09:00:00.000Z', source: 'complaints@luton.gov.uk', destinations: [to], tags: {} },
      Buffer.from(
        `From: complaints@luton.gov.uk\r\nTo: ${to}\r\nSubject: ${subject}\r\nContent-Type: text/html\r\n\r\n<p>Hello <script>x</script></p>`,
      ),
    );
  return { ask, addMail, received, recorded, faults: ground.faults };
}

describe('the console', () => {
  test('says that it is ready, and what runs', async () => {
    const { ask } = await start();
    expect(await ask('GET /health')).toMatchObject({ status: 200, json: { ready: true, functions: ['public-pages'] } });
  });

  test('shows the outbox, of everybody or of one address, and empties it', async () => {
    const { ask, addMail } = await start();
    await addMail('One', 'a@resident.example');
    await addMail('Two', 'b@resident.example');
    expect((await ask('GET /outbox')).json).toMatchObject([
      { subject: 'One' },
      { subject: 'Two', to: ['b@resident.example'], attachments: [] },
    ]);
    expect((await ask('GET /outbox?to=B@resident.example')).json).toMatchObject([{ subject: 'Two' }]);
    await ask('DELETE /outbox');
    expect((await ask('GET /outbox')).json).toEqual([]);
  });

  test('shows mail to people on pages where nothing in it can run', async () => {
    const { ask, addMail } = await start();
    await addMail('<img src=x>', 'a@resident.example');
    const page = { accept: 'text/html' };
    const list = await ask('GET /outbox', undefined, page);
    expect(list.text).toContain('<a href="/_local/outbox/id-a%40resident.example">&lt;img src=x&gt;</a>');
    const mail = await ask('GET /outbox/id-a%40resident.example', undefined, page);
    expect(mail.text).toContain('sandbox srcdoc="&lt;p&gt;Hello &lt;script&gt;');
    expect(mail.text).not.toContain('<script>');
    expect((await ask('GET /log/public-pages', undefined, page)).text).toContain('a line &lt;b&gt;');
    expect((await ask('GET ', undefined, page)).text).toContain('Fri 18 Dec 2026, 09:00');
  });

  test('shows every notice as e-mail, as text and on paper, with nothing that can run', async () => {
    const { ask } = await start();
    const page = { accept: 'text/html' };
    expect((await ask('GET /gallery', undefined, page)).text).toContain('<a href="/_local/gallery/did-we-do-it">');
    const shown = await ask('GET /gallery/receipt', undefined, page);
    expect(shown.text).toContain('sandbox srcdoc="&lt;!doctype html&gt;');
    expect(shown.text).toContain('\nDear Rosa Wren\n');
    expect((await ask('GET /gallery/receipt?as=print', undefined, page)).text).toMatch(
      /letter__address">Rosa Wren\s+Flat 3\nThe Old Bakery/,
    );
    expect((await ask('GET /gallery/receipt?as=large-print', undefined, page)).text).toContain('class="letter letter--large"');
    expect((await ask('GET /gallery/none', undefined, page)).status).toBe(404);
  });

  test('moves the clock and says what it fired', async () => {
    const { ask } = await start();
    expect((await ask('GET /schedules')).json).toMatchObject([
      { name: 'daily', group: 'sweeps', at: '2026-12-18T09:30:00.000Z', input: { a: 1 } },
    ]);
    const moved = (await ask('POST /clock', { to: '2026-12-21T10:00:00Z' })).json;
    expect(moved.fired).toEqual([
      { name: 'daily', at: '2026-12-18T09:30:00.000Z' },
      { name: 'daily', at: '2026-12-21T09:30:00.000Z' },
    ]);
    expect(moved.now).toMatch(/^2026-12-21T10:00:0/);
    expect((await ask('GET /clock')).json.now).toMatch(/^2026-12-21T10:00:0/);
  });

  test('takes in a recorded call, with its words or as bare audio', async () => {
    const { ask, recorded } = await start();
    const result = { jobName: 'x', results: { transcripts: [{ transcript: 'Hello' }], items: [] } };
    const answered = await ask('POST /voicemail?caller=07700900261&at=2026-12-18T08:00:00Z', result);
    expect(answered.json).toEqual({ job: 'voicemail-one.wav', recording: 'recordings/one.wav' });
    await ask('POST /voicemail?name=quiet', 'RIFF....');
    expect(recorded).toEqual([
      { transcript: Buffer.from(JSON.stringify(result)), caller: '07700900261', at: new Date('2026-12-18T08:00:00Z') },
      { audio: Buffer.from('RIFF....'), name: 'quiet' },
    ]);
  });

  test('explains what it did not understand', async () => {
    const { ask } = await start();
    expect(await ask('POST /clock', { to: '2026-12-01T00:00:00Z' })).toMatchObject({
      status: 400,
      json: { error: expect.stringContaining('only moves forward') },
    });
    expect((await ask('POST /clock', { to: 'tomorrow' })).status).toBe(400);
    expect((await ask('POST /clock', 'to=now')).json).toEqual({ error: 'The body must be JSON.' });
    expect((await ask('POST /faults', { service: 'sse', fail: 'x' })).status).toBe(400);
    expect((await ask('GET /nothing')).status).toBe(404);
    expect((await ask('POST /voicemail', { jobName: 'no result' })).status).toBe(400);
  });

  test('takes a message as if SES had received it', async () => {
    const { ask, received } = await start();
    const raw = 'From: a@b.example\r\n\r\nx';
    const taken = await ask('POST /email?spam=FAIL&dmarc=gray&at=2026-12-01T09:00:00Z&to=complaints@luton.gov.uk', raw);
    expect(taken.json).toEqual({ messageId: 'abc' });
    expect(received).toEqual([
      {
        raw: Buffer.from(raw),
        to: ['complaints@luton.gov.uk'],
        at: new Date('2026-12-01T09:00:00Z'),
        verdicts: { spam: 'FAIL', dmarc: 'GRAY' },
      },
    ]);
    expect((await ask('POST /email?to=nobody@luton.gov.uk', raw)).status).toBe(400);
    expect((await ask('POST /email?spam=maybe', raw)).status).toBe(400);
  });

  test('shows cases, one case, and that there is none', async () => {
    const { ask } = await start();
    expect((await ask('GET /cases')).json).toEqual([{ reference: 'LBC-2026-000001' }]);
    expect((await ask('GET /cases/LBC-2026-000001')).json).toEqual({ reference: 'LBC-2026-000001' });
    expect((await ask('GET /cases/LBC-2026-000002')).status).toBe(404);
  });

  test('sets faults and clears them', async () => {
    const { ask, faults } = await start();
    await ask('POST /faults', { service: 'ses', operation: 'SendRawEmail', fail: 'ThrottlingException', times: 3 });
    expect(faults.all()).toEqual([{ service: 'ses', operation: 'SendRawEmail', fail: 'ThrottlingException', times: 3 }]);
    await ask('DELETE /faults');
    expect(faults.all()).toEqual([]);
  });

  test('settles, and tells what failed, what was refused and what was called', async () => {
    const { ask } = await start();
    expect((await ask('POST /settle')).json).toEqual({ idle: true, failed: [{ source: 'sweep', payload: {}, error: 'boom' }] });
    expect((await ask('GET /denied')).json).toEqual([]);
    expect((await ask('GET /calls')).json).toHaveLength(1);
    await ask('DELETE /calls');
    expect((await ask('GET /calls')).json).toEqual([]);
  });
});
