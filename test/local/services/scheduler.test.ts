import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CreateScheduleCommand,
  type CreateScheduleCommandInput,
  DeleteScheduleCommand,
  GetScheduleCommand,
  SchedulerClient,
  UpdateScheduleCommand,
} from '@aws-sdk/client-scheduler';
import { afterEach, describe, expect, test } from 'vitest';
import { createClock, keepTime } from '../../../local/clock.ts';
import type { Invocation } from '../../../local/cloud.ts';
import type { Fault } from '../../../local/faults.ts';
import { createScheduler } from '../../../local/services/scheduler.ts';
import { groundOf, rememberingHost, serve, templateOf } from './stage.ts';

const functionArn = 'arn:aws:lambda:eu-west-2:111122223333:function:speak-alert';
const RoleArn = 'arn:aws:iam::111122223333:role/scheduler';
const group = 'arn:aws:scheduler:eu-west-2:111122223333:schedule-group/alerts';
const startAt = new Date('2026-12-18T09:00:00Z');
const stops: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

const inTemplate = (name: string, expression: string, timezone?: string) => ({
  id: name,
  type: 'AWS::Scheduler::Schedule',
  properties: {
    Name: name,
    GroupName: 'sweeps',
    ScheduleExpression: expression,
    ...(timezone ? { ScheduleExpressionTimezone: timezone } : {}),
    FlexibleTimeWindow: { Mode: 'OFF' },
    Target: { Arn: functionArn, RoleArn, Input: JSON.stringify({ by: name }) },
  },
});

async function start(
  options: {
    schedules?: ReturnType<typeof inTemplate>[];
    file?: string;
    faults?: Fault[];
    outcome?: Partial<Invocation>;
    writes?: () => number;
  } = {},
) {
  const clock = createClock({ startAt });
  const host = rememberingHost(options.outcome);
  const template = templateOf({ id: 'Group', type: 'AWS::Scheduler::ScheduleGroup', name: 'alerts' }, ...(options.schedules ?? []));
  const ground = groundOf(template, { clock, faults: options.faults ?? [] });
  const scheduler = createScheduler(ground, host, options.file);
  const timeKeeper = keepTime({ clock, scheduler, settle: async () => undefined, writes: options.writes ?? (() => 0) });
  const served = await serve(scheduler);
  stops.push(served.stop, timeKeeper.stop);
  return {
    clock,
    host,
    faults: ground.faults,
    failed: ground.failed,
    scheduler,
    timeKeeper,
    needs: served.needs,
    client: new SchedulerClient(served.client),
  };
}

const wakeUp = (name: string, expression: string, more: Partial<CreateScheduleCommandInput> = {}) =>
  new CreateScheduleCommand({
    Name: name,
    GroupName: 'alerts',
    ScheduleExpression: expression,
    FlexibleTimeWindow: { Mode: 'FLEXIBLE', MaximumWindowInMinutes: 15 },
    ActionAfterCompletion: 'DELETE',
    Target: { Arn: functionArn, RoleArn, Input: JSON.stringify({ reference: name }) },
    ...more,
  });

describe('the local EventBridge Scheduler', () => {
  test('fires a one-off schedule at its time, once, and forgets it', async () => {
    const { client, host, timeKeeper, scheduler } = await start();
    await client.send(wakeUp('a', 'at(2026-12-23T09:00:00)'));
    expect(await timeKeeper.moveTo(new Date('2026-12-23T08:59:59Z'))).toEqual([]);
    expect(await timeKeeper.moveTo(new Date('2026-12-29T09:00:00Z'))).toEqual([{ name: 'a', at: '2026-12-23T09:00:00.000Z' }]);
    expect(host.invoked).toEqual([
      { functionArn, event: { reference: 'a' }, by: { role: RoleArn, principal: 'scheduler.amazonaws.com', sourceArn: group } },
    ]);
    expect(scheduler.view()).toEqual([]);
  });

  test('fires at its own time when the clock jumps past it', async () => {
    const { client, clock, timeKeeper, host } = await start();
    const seen: string[] = [];
    const invoke = host.invokeLater;
    host.invokeLater = (...given) => {
      seen.push(clock.now().toISOString().slice(0, 19));
      return invoke(...given);
    };
    await client.send(wakeUp('late', 'at(2026-12-24T09:00:00)'));
    await client.send(wakeUp('early', 'at(2026-12-23T09:00:00)'));
    const fired = await timeKeeper.moveTo(new Date('2027-01-05T00:00:00Z'));
    expect(fired.map(({ name }) => name)).toEqual(['early', 'late']);
    expect(seen).toEqual(['2026-12-23T09:00:00', '2026-12-24T09:00:00']);
    expect(clock.now().toISOString()).toMatch(/^2027-01-05T00:00:00/);
  });

  test('fires what a firing plans, when that falls due in the same move', async () => {
    const { client, host, timeKeeper } = await start();
    await client.send(wakeUp('first', 'at(2026-12-23T09:00:00)'));
    const invoke = host.invokeLater;
    host.invokeLater = async (...given) => {
      if (host.invoked.length === 0) await client.send(wakeUp('second', 'at(2026-12-29T09:00:00)'));
      return invoke(...given);
    };
    const fired = await timeKeeper.moveTo(new Date('2026-12-30T00:00:00Z'));
    expect(fired.map(({ name }) => name)).toEqual(['first', 'second']);
  });

  test('refuses a name that is taken, a time that has passed, an unknown group, and what we never ask for', async () => {
    const { client } = await start();
    await client.send(wakeUp('a', 'at(2026-12-23T09:00:00)'));
    await expect(client.send(wakeUp('a', 'at(2026-12-24T09:00:00)'))).rejects.toMatchObject({ name: 'ConflictException' });
    await expect(client.send(wakeUp('b', 'at(2026-12-18T08:59:00)'))).rejects.toMatchObject({ name: 'ValidationException' });
    await expect(client.send(wakeUp('b', 'at(2026-12-24T09:00:00)', { GroupName: 'none' }))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
    await expect(client.send(wakeUp('b', 'sometime'))).rejects.toMatchObject({ name: 'ValidationException' });
    const update = new UpdateScheduleCommand(wakeUp('a', 'at(2026-12-24T09:00:00)').input);
    await expect(client.send(update)).rejects.toMatchObject({ name: 'NotImplemented' });
    const get = new GetScheduleCommand({ GroupName: 'alerts', Name: 'a' });
    await expect(client.send(get)).rejects.toMatchObject({ name: 'NotImplemented' });
    await expect(client.send(wakeUp('b', 'rate(1 hour)'))).rejects.toMatchObject({ name: 'NotImplemented' });
  });

  test('shows and deletes schedules', async () => {
    const { client, scheduler } = await start();
    await client.send(wakeUp('a-1', 'at(2026-12-23T09:00:00)', { ScheduleExpressionTimezone: 'Europe/London' }));
    await client.send(wakeUp('b-1', 'at(2026-07-01T09:00:00)'.replace('2026', '2027'), { ScheduleExpressionTimezone: 'Europe/London' }));
    expect(scheduler.view()).toMatchObject([
      { name: 'a-1', group: 'alerts', timezone: 'Europe/London', at: '2026-12-23T09:00:00.000Z', input: { reference: 'a-1' } },
      { name: 'b-1', at: '2027-07-01T08:00:00.000Z' },
    ]);
    await client.send(new DeleteScheduleCommand({ GroupName: 'alerts', Name: 'a-1' }));
    const gone = client.send(new DeleteScheduleCommand({ GroupName: 'alerts', Name: 'a-1' }));
    await expect(gone).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });

  test('asks for the permission of the very schedule and to pass the role', async () => {
    const { client, needs } = await start();
    await client.send(wakeUp('a', 'at(2026-12-23T09:00:00)'));
    await client.send(new DeleteScheduleCommand({ GroupName: 'alerts', Name: 'a' }));
    const schedule = 'arn:aws:scheduler:eu-west-2:111122223333:schedule/alerts/a';
    expect(needs).toEqual([
      [
        { action: 'scheduler:CreateSchedule', resource: schedule },
        { action: 'iam:PassRole', resource: RoleArn, context: { 'iam:PassedToService': 'scheduler.amazonaws.com' } },
      ],
      [{ action: 'scheduler:DeleteSchedule', resource: schedule }],
    ]);
  });

  test('fires a daily schedule on each weekday at its London time, summer and winter', async () => {
    const { timeKeeper } = await start({ schedules: [inTemplate('daily', 'cron(30 9 ? * MON-FRI *)', 'Europe/London')] });
    const winter = await timeKeeper.moveTo(new Date('2026-12-22T12:00:00Z'));
    expect(winter.map(({ at }) => at)).toEqual(['2026-12-18T09:30:00.000Z', '2026-12-21T09:30:00.000Z', '2026-12-22T09:30:00.000Z']);
    const summer = await timeKeeper.moveTo(new Date('2027-03-30T12:00:00Z'));
    expect(summer.slice(-3).map(({ at }) => at)).toEqual([
      '2027-03-26T09:30:00.000Z',
      '2027-03-29T08:30:00.000Z',
      '2027-03-30T08:30:00.000Z',
    ]);
  });

  test('sleeps through a quiet weekend: a rate fires for a quarter of an hour, then once a day', async () => {
    const schedules = [inTemplate('sweep', 'rate(15 minutes)'), inTemplate('daily', 'cron(30 9 ? * MON-FRI *)', 'Europe/London')];
    const { timeKeeper } = await start({ schedules });
    await timeKeeper.moveTo(new Date('2026-12-18T09:31:00Z'));
    const fired = await timeKeeper.moveTo(new Date('2026-12-21T09:31:00Z'));
    const sweeps = fired.filter(({ name }) => name === 'sweep').map(({ at }) => at.slice(0, 16));
    expect(sweeps).toEqual(['2026-12-18T09:45', '2026-12-19T09:45', '2026-12-20T09:45', '2026-12-21T09:30']);
    expect(fired.filter(({ name }) => name === 'daily').map(({ at }) => at)).toEqual(['2026-12-21T09:30:00.000Z']);
  });

  test.each([
    ['fires for a quarter of an hour more after something that led to a write', 1, ['09:30', '09:45', '11:15']],
    ['sleeps on when nothing was written', 0, ['09:15', '11:15']],
  ])('a rate %s', async (_does, written, times) => {
    const schedules = [inTemplate('sweep', 'rate(15 minutes)'), inTemplate('daily', 'cron(32 9 ? * * *)')];
    let asked = 0;
    const { timeKeeper } = await start({ schedules, writes: () => written * asked++ });
    const fired = await timeKeeper.moveTo(new Date('2026-12-19T11:20:00Z'));
    const sweeps = fired.filter(({ name, at }) => name === 'sweep' && at > '2026-12-19');
    expect(sweeps.map(({ at }) => at.slice(11, 16))).toEqual(times);
  });

  test('a rate that sleeps fires once a day though other schedules fire between, and is woken by what they write', async () => {
    const schedules = [inTemplate('sweep', 'rate(15 minutes)'), inTemplate('daily', 'cron(32 11 ? * * *)')];
    let firings = () => 0;
    // The third firing of the daily schedule is the first that leads to a write.
    const { host, timeKeeper } = await start({ schedules, writes: () => Math.max(0, firings() - 2) });
    firings = () => host.invoked.filter(({ event }) => JSON.stringify(event).includes('daily')).length;
    const fired = await timeKeeper.moveTo(new Date('2026-12-20T13:10:00Z'));
    const sweeps = fired.filter(({ name }) => name === 'sweep').map(({ at }) => at.slice(5, 16));
    expect(sweeps).toEqual(['12-18T09:15', '12-19T09:15', '12-20T09:15', '12-20T11:45', '12-20T13:00']);
  });

  test('keeps what its API made over a restart, and fires what fell due meanwhile', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'scheduler-')), 'schedules.json');
    const before = await start({ file });
    await before.client.send(wakeUp('a', 'at(2026-12-23T09:00:00)'));
    const after = await start({ file });
    const fired = await after.timeKeeper.moveTo(new Date('2026-12-24T00:00:00Z'));
    expect(fired.map(({ name }) => name)).toEqual(['a']);
    expect((await start({ file })).scheduler.view()).toEqual([]);
  });

  test('holds everything while it is stopped, and fires twice when told to', async () => {
    const { client, faults, host, timeKeeper } = await start({ faults: [{ service: 'scheduler', stopped: true }] });
    await client.send(wakeUp('a', 'at(2026-12-23T09:00:00)'));
    expect(await timeKeeper.moveTo(new Date('2026-12-24T00:00:00Z'))).toEqual([]);
    faults.clear();
    faults.add({ service: 'scheduler', duplicate: true });
    expect(await timeKeeper.moveTo(new Date('2026-12-24T00:00:01Z'))).toHaveLength(1);
    expect(host.invoked).toHaveLength(2);
  });

  test('fires once for the days on which it was stopped, and daily from then on', async () => {
    const schedules = [inTemplate('nightly', 'cron(0 2 ? * * *)'), inTemplate('sweep', 'rate(15 minutes)')];
    const { faults, timeKeeper } = await start({ schedules });
    faults.add({ service: 'scheduler', stopped: true });
    await timeKeeper.moveTo(new Date('2026-12-30T12:05:00Z'));
    faults.clear();
    const fired = await timeKeeper.moveTo(new Date('2027-01-01T12:05:00Z'));
    const timesOf = (one: string) => fired.filter(({ name }) => name === one).map(({ at }) => at.slice(0, 13));
    expect(timesOf('nightly')).toEqual(['2026-12-19T02', '2026-12-31T02', '2027-01-01T02']);
    expect(timesOf('sweep')).toEqual(['2026-12-18T09', '2026-12-30T12', '2026-12-31T12', '2027-01-01T12']);
  });

  test('stays awake for a quarter of an hour after what it missed while it was stopped has led to a write', async () => {
    const schedules = [inTemplate('nightly', 'cron(0 2 ? * * *)'), inTemplate('sweep', 'rate(15 minutes)')];
    let firings = () => 0;
    const { faults, host, timeKeeper } = await start({ schedules, writes: () => firings() });
    firings = () => host.invoked.filter(({ event }) => JSON.stringify(event).includes('nightly')).length;
    faults.add({ service: 'scheduler', stopped: true });
    await timeKeeper.moveTo(new Date('2026-12-20T12:05:00Z'));
    faults.clear();
    const fired = await timeKeeper.moveTo(new Date('2026-12-20T13:35:00Z'));
    const sweeps = fired.filter(({ name }) => name === 'sweep').map(({ at }) => at.slice(5, 16));
    expect(sweeps).toEqual(['12-18T09:15', '12-20T12:15', '12-20T13:30']);
  });

  test('sends what its role may not do to the dead-letter queue', async () => {
    const { client, failed, timeKeeper } = await start({ outcome: { ok: false, error: 'AccessDenied: no policy allows it' } });
    const queue = 'arn:aws:sqs:eu-west-2:111122223333:dead-letters';
    await client.send(
      wakeUp('a', 'at(2026-12-23T09:00:00)', { Target: { Arn: functionArn, RoleArn, DeadLetterConfig: { Arn: queue }, Input: '{}' } }),
    );
    await timeKeeper.moveTo(new Date('2026-12-24T00:00:00Z'));
    expect(failed).toMatchObject([{ queue, payload: {} }]);
  });

  test('fires by itself as real time passes', async () => {
    const { client, clock, scheduler, timeKeeper } = await start();
    await client.send(wakeUp('soon', 'at(2026-12-23T09:00:00)'));
    await clock.set(new Date('2026-12-23T08:59:59.950Z'));
    timeKeeper.wake();
    await expect.poll(() => scheduler.view()).toEqual([]);
  });

  test('does not go back in time', async () => {
    const { timeKeeper } = await start();
    await expect(timeKeeper.moveTo(new Date('2026-12-01T00:00:00Z'))).rejects.toThrow('forward only');
  });

  test('does not start with a cron expression that it cannot keep', async () => {
    await expect(start({ schedules: [inTemplate('odd', 'cron(0 9 L * ? *)')] })).rejects.toThrow('does not know cron');
  });
});
