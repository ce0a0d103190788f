import {
  ConflictException,
  CreateScheduleCommand,
  DeleteScheduleCommand,
  ResourceNotFoundException,
  SchedulerClient,
  ThrottlingException,
} from '@aws-sdk/client-scheduler';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { createWakeUps } from '../../../functions/adapters/wake-ups/wake-ups.ts';
import { schedulerInput } from '../../../functions/contracts/scheduler-input.ts';
import { instant } from '../../../functions/domain/calendar/local-date.ts';
import { referenceOf } from '../../../functions/domain/intake/references-in.ts';

const scheduler = mockClient(SchedulerClient);
const wakeUps = createWakeUps({
  scheduler: new SchedulerClient({ region: 'eu-west-2' }),
  group: 'alerts',
  targetArn: 'arn:aws:lambda:eu-west-2:111122223333:function:speak-alert',
  roleArn: 'arn:aws:iam::111122223333:role/scheduler',
  deadLetterArn: 'arn:aws:sqs:eu-west-2:111122223333:dead-letters',
});
const name = 'LBC-2026-004217-acknowledge-due-2026-12-29';
const at = instant('2026-12-29T09:00:00Z')!;
const reference = referenceOf('LBC-2026-004217')!;

beforeEach(() => scheduler.reset());
afterAll(() => scheduler.restore());

test('a wake-up is one moment in UTC, spread over 15 minutes, that deletes itself and says which case', async () => {
  scheduler.on(CreateScheduleCommand).resolves({});
  await wakeUps.create(name, at, reference);
  const { input } = scheduler.commandCalls(CreateScheduleCommand)[0]!.args[0];
  expect(input).toMatchObject({
    Name: name,
    GroupName: 'alerts',
    ScheduleExpression: 'at(2026-12-29T09:00:00)',
    ScheduleExpressionTimezone: 'UTC',
    FlexibleTimeWindow: { Mode: 'FLEXIBLE', MaximumWindowInMinutes: 15 },
    ActionAfterCompletion: 'DELETE',
    Target: {
      Arn: 'arn:aws:lambda:eu-west-2:111122223333:function:speak-alert',
      RoleArn: 'arn:aws:iam::111122223333:role/scheduler',
      DeadLetterConfig: { Arn: 'arn:aws:sqs:eu-west-2:111122223333:dead-letters' },
    },
  });
  expect(schedulerInput.parse(JSON.parse(input.Target!.Input!))).toEqual({ reference });
});

test('one that is already there, or already gone, is as wanted', async () => {
  scheduler.on(CreateScheduleCommand).rejects(new ConflictException({ message: 'x', Message: 'x', $metadata: {} }));
  scheduler.on(DeleteScheduleCommand).rejects(new ResourceNotFoundException({ message: 'x', Message: 'x', $metadata: {} }));
  await expect(wakeUps.create(name, at, reference)).resolves.toBeUndefined();
  await expect(wakeUps.delete(name)).resolves.toBeUndefined();
});

test('anything else is a fault', async () => {
  const throttled = new ThrottlingException({ message: 'x', Message: 'x', $metadata: {} });
  scheduler.on(CreateScheduleCommand).rejects(throttled);
  scheduler.on(DeleteScheduleCommand).rejects(throttled);
  await expect(wakeUps.create(name, at, reference)).rejects.toBe(throttled);
  await expect(wakeUps.delete(name)).rejects.toBe(throttled);
});

test.each(['', 'LBC 2026', 'LBC#2026', 'x'.repeat(65)])('the name %j is refused before Scheduler is asked', async (bad) => {
  await expect(wakeUps.create(bad, at, reference)).rejects.toThrow('name');
  await expect(wakeUps.delete(bad)).rejects.toThrow('name');
  expect(scheduler.calls()).toHaveLength(0);
});
