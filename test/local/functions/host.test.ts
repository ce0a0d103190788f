import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHost, type Host, type LiveCaller } from '../../../local/functions/host.ts';
import type { Ground } from '../../../local/ground.ts';
import { loadTemplate } from '../../../local/template/template.ts';
import { functionArn, groundOver, lambda, role, synthesised } from '../fixture.ts';

const MISCHIEF = `
  let calls = 0;
  export const handler = async (event, context) => {
    calls += 1;
    if (event.do === 'throw') throw new TypeError('what was asked cannot be done');
    if (event.do === 'exit') process.exit(3);
    if (event.do === 'hang') await new Promise(() => setInterval(() => {}, 1000));
    if (event.do === 'spin') for (;;) {}
    if (event.do === 'fill') { const all = []; for (;;) all.push(new Array(1e6).fill('x')); }
    if (event.do === 'wait') await new Promise((resolve) => setTimeout(resolve, event.milliseconds));
    if (event.do === 'log') console.log('a line for the log');
    return { calls, now: new Date().toISOString(), stamp: Date.now(), left: context.getRemainingTimeInMillis(), given: new Date(0).toISOString(), same: new Date() instanceof Date, environment: Object.keys(process.env).sort(), key: process.env.AWS_ACCESS_KEY_ID };
  };`;
const STUBBORN = `export const handler = async (event) => { throw new Error('never'); };`;
const BROKEN = `throw new Error('no settings');`;

const by = { principal: 'events.amazonaws.com', sourceArn: 'arn:aws:events:eu-west-2:111122223333:rule/any' } as const;
let offset = 0;
const clock = { now: () => new Date(Date.now() + offset), offsetMilliseconds: () => offset };
const callers = new Map<string, LiveCaller>();
let host: Host;
let ground: Ground;
let remove: () => void;
const permission = (name: string) => ({
  Type: 'AWS::Lambda::Permission',
  Properties: { Action: 'lambda:InvokeFunction', FunctionName: { 'Fn::GetAtt': [name, 'Arn'] }, Principal: 'events.amazonaws.com' },
});

beforeAll(() => {
  const made = synthesised(
    {
      service: {
        resources: {
          ...role({ Effect: 'Allow', Action: 'sqs:SendMessage', Resource: { 'Fn::GetAtt': ['Lost', 'Arn'] } }),
          Lost: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'lost' } },
          Mischief: lambda('mischief', { Environment: { Variables: { COLOUR: 'green' } } }),
          Stubborn: lambda('stubborn'),
          Broken: lambda('broken'),
          Closed: lambda('closed'),
          OnFailure: {
            Type: 'AWS::Lambda::EventInvokeConfig',
            Properties: {
              FunctionName: { Ref: 'Stubborn' },
              Qualifier: '$LATEST',
              MaximumRetryAttempts: 1,
              DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': ['Lost', 'Arn'] } } },
            },
          },
          MayMischief: permission('Mischief'),
          MayStubborn: permission('Stubborn'),
          MayBroken: permission('Broken'),
        },
      },
    },
    { mischief: MISCHIEF, stubborn: STUBBORN, broken: BROKEN, closed: STUBBORN },
  );
  remove = made.remove;
  ground = groundOver(loadTemplate(made.folder), clock);
  host = createHost(ground, { endpointUrl: 'http://127.0.0.1:1', callers });
});
afterAll(() => {
  host.stop();
  remove();
});

const invoke = (event: object, name = 'mischief') => host.invoke(functionArn(name), event, by);

describe('a hosted function', () => {
  it('starts cold once and is warm afterwards', async () => {
    expect(await invoke({})).toMatchObject({ ok: true, payload: { calls: 1 } });
    expect(await invoke({})).toMatchObject({ ok: true, payload: { calls: 2 } });
  });

  it('sees its own variables and those of Lambda, and nothing of this machine', async () => {
    const { payload } = await invoke({});
    const { environment } = payload as { environment: string[] };
    expect(environment).toContain('COLOUR');
    expect(environment).toContain('AWS_ENDPOINT_URL');
    expect(environment.filter((name) => /^(PATH|HOME|PWD|USER|NODE_CHANNEL|npm_)/.test(name))).toEqual([]);
  });

  it.each([
    ['throws', 'throw', 'TypeError: what was asked cannot be done'],
    ['ends its process', 'exit', 'exit status 3'],
    ['never answers', 'hang', 'Task timed out after 1.00 seconds'],
    ['never lets go of the processor', 'spin', 'Task timed out after 1.00 seconds'],
  ])('that %s fails and answers the next call', async (_how, what, error) => {
    expect(await invoke({ do: what })).toMatchObject({ ok: false, error: expect.stringContaining(error) });
    expect(await invoke({})).toMatchObject({ ok: true });
  });

  it('that fills its memory fails and answers the next call', async () => {
    expect(await invoke({ do: 'fill' })).toMatchObject({ ok: false });
    expect(await invoke({})).toMatchObject({ ok: true });
  });

  it('that cannot be loaded says why', async () => {
    expect(await invoke({}, 'broken')).toMatchObject({ ok: false, error: expect.stringContaining('no settings') });
  });

  it('lives in as many environments as calls that overlap, up to four, each with an access key of its own', async () => {
    const together = await Promise.all(Array.from({ length: 6 }, () => invoke({ do: 'wait', milliseconds: 150 })));
    const keys = new Set(together.map(({ payload }) => (payload as { key: string }).key));
    expect(together.every(({ ok }) => ok)).toBe(true);
    expect(keys.size).toBe(4);
    for (const key of keys) expect(callers.get(key)).toMatchObject({ functionName: 'mischief' });
  });

  it('sees the clock move, in live and in new environments, and keeps its time to answer', async () => {
    await invoke({});
    offset = 3_600_000;
    await host.pushClock(offset);
    const { payload } = await invoke({});
    const seen = payload as { now: string; stamp: number; left: number; given: string; same: boolean };
    expect(Math.abs(Date.parse(seen.now) - Date.now() - offset)).toBeLessThan(1000);
    expect(Math.abs(seen.stamp - Date.parse(seen.now))).toBeLessThan(50);
    expect(seen.left).toBeGreaterThan(500);
    expect(seen.left).toBeLessThanOrEqual(1000);
    expect(seen.given).toBe('1970-01-01T00:00:00.000Z');
    expect(seen.same).toBe(true);
    await invoke({ do: 'exit' });
    const fresh = (await invoke({})).payload as { now: string };
    expect(Date.parse(fresh.now)).toBeGreaterThan(Date.now() + offset - 1000);
  });

  it('keeps what it logs', async () => {
    await invoke({ do: 'log' });
    await expect.poll(() => host.logs('mischief').join('\n')).toContain('a line for the log');
  });

  it('is not invoked by whom its own policy does not name', async () => {
    expect(await invoke({}, 'closed')).toMatchObject({ ok: false, error: expect.stringContaining('AccessDenied') });
  });
});

describe('an asynchronous invocation', () => {
  it('is tried again as configured and then lies in the failure destination', async () => {
    const event = { reference: 'LBC-2026-000001' };
    const result = host.invokeLater(functionArn('stubborn'), event, by);
    expect(ground.work.isIdle()).toBe(false);
    expect(await result).toMatchObject({ ok: false });
    await ground.work.idle();
    expect(ground.failed).toEqual([
      { source: 'stubborn', payload: event, error: 'Error: never', queue: 'arn:aws:sqs:eu-west-2:111122223333:lost' },
    ]);
  });
});
