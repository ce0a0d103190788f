import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { AwsAnswer, AwsRequest, FunctionHost, Need } from '../cloud.ts';
import type { Ground } from '../ground.ts';
import { keepJson } from '../kept.ts';
import { createDeliveries } from './deliveries.ts';
import { bodyOf, jsonProtocol } from './json-protocol.ts';
import { parseExpression, type Timing } from './schedule-expression.ts';

// Scheduler would put its own words in place of these.
const inputShape = z.string().refine((input) => !input.includes('<aws.scheduler.'), 'context attributes are not part of the local stack');

/** Strict where we do not keep what is asked: start and end dates, other targets than functions. */
const scheduleShape = z.strictObject({
  Name: z.string().regex(/^[0-9a-zA-Z_.-]{1,64}$/),
  GroupName: z.string(),
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.string().default('UTC'),
  FlexibleTimeWindow: z.union([
    z.strictObject({ Mode: z.literal('OFF') }),
    z.strictObject({ Mode: z.literal('FLEXIBLE'), MaximumWindowInMinutes: z.number().min(1).max(1440) }),
  ]),
  ActionAfterCompletion: z.literal('DELETE').optional(),
  ClientToken: z.string().optional(),
  Target: z.strictObject({
    Arn: z.string().regex(/^arn:aws:lambda:[^:]+:\d{12}:function:/),
    RoleArn: z.string(),
    Input: inputShape.optional(),
    RetryPolicy: z.strictObject({ MaximumEventAgeInSeconds: z.number(), MaximumRetryAttempts: z.number() }).optional(),
    DeadLetterConfig: z.strictObject({ Arn: z.string() }).optional(),
  }),
});
const { json, error } = jsonProtocol('application/json');

type Asked = z.infer<typeof scheduleShape>;
type Schedule = { asked: Asked; timing: Timing; next: Date };

export type Scheduler = ReturnType<typeof createScheduler>;

/**
 * EventBridge Scheduler: the template's repeating schedules, and one-off schedules made and deleted by its API and kept in `file`. It only says what
 * is due; the time keeper fires it. Flexible windows are ignored: everything fires at its exact time.
 */
export function createScheduler(ground: Ground, host: FunctionHost, file?: string) {
  const { template, clock, faults } = ground;
  const groups = template.ofType('AWS::Scheduler::ScheduleGroup').map(({ name }) => name);
  const kept = keepJson(file, z.array(scheduleShape), []);
  const schedules = new Map<string, Schedule>();
  const listeners: (() => void)[] = [];
  const deliver = createDeliveries('scheduler', ground, host);

  const idOf = ({ GroupName, Name }: { GroupName: string; Name: string }) => `${GroupName}/${Name}`;
  const arnOf = (asked: Asked) => template.arn('scheduler', `schedule/${idOf(asked)}`);

  function add(asked: Asked): void {
    const timing = parseExpression(asked.ScheduleExpression, asked.ScheduleExpressionTimezone);
    if (!timing) throw new Error(`The schedule ${idOf(asked)} has an unknown expression: ${asked.ScheduleExpression}`);
    schedules.set(idOf(asked), { asked, timing, next: timing.kind === 'at' ? timing.at : timing.after(clock.now()) });
  }

  function changed(): void {
    kept.write([...schedules.values()].filter(({ timing }) => timing.kind === 'at').map(({ asked }) => asked));
    for (const listener of listeners) listener();
  }

  for (const { properties } of template.ofType('AWS::Scheduler::Schedule')) add(scheduleShape.parse(properties));
  for (const asked of kept.read()) add(asked);

  const waiting = () => [...schedules.values()].sort((one, other) => one.next.getTime() - other.next.getTime());
  const appointment = () => waiting().find(({ timing }) => timing.kind !== 'rate')?.next;

  async function fire(schedule: Schedule): Promise<void> {
    const { asked, timing, next: at } = schedule;
    if (timing.kind === 'at') schedules.delete(idOf(asked));
    else {
      schedule.next = timing.after(at);
      // What it missed, on a machine that slept or while nothing fired, it fires once.
      while (schedule.next <= clock.now()) schedule.next = timing.after(schedule.next);
    }
    changed();
    const sourceArn = template.arn('scheduler', `schedule-group/${asked.GroupName}`);
    await deliver({
      functionArn: asked.Target.Arn,
      event: inputOf(asked, at),
      by: { role: asked.Target.RoleArn, principal: 'scheduler.amazonaws.com', sourceArn },
      queue: asked.Target.DeadLetterConfig?.Arn,
    });
  }

  /** What its function is given at that firing. */
  function inputOf(asked: Asked, at: Date): unknown {
    if (asked.Target.Input !== undefined) return JSON.parse(asked.Target.Input);
    return {
      version: '0',
      id: randomUUID(),
      'detail-type': 'Scheduled Event',
      source: 'aws.scheduler',
      account: template.account,
      time: at.toISOString().replace(/\.\d+Z$/, 'Z'),
      region: template.region,
      resources: [arnOf(asked)],
      detail: '{}',
    };
  }

  function create(Name: string, body: unknown): AwsAnswer {
    const read = scheduleShape.safeParse({ ...z.record(z.string(), z.unknown()).parse(body), Name });
    if (!read.success) return error('ValidationException', z.prettifyError(read.error), 400);
    const asked = read.data;
    const timing = parseExpression(asked.ScheduleExpression, asked.ScheduleExpressionTimezone);
    if (!groups.includes(asked.GroupName))
      return error('ResourceNotFoundException', `Schedule group ${asked.GroupName} does not exist.`, 404);
    if (schedules.has(idOf(asked))) return error('ConflictException', `Schedule ${Name} already exists.`, 409);
    if (!timing) return error('ValidationException', `Invalid Schedule Expression ${asked.ScheduleExpression}.`, 400);
    if (timing.kind !== 'at' || asked.ActionAfterCompletion !== 'DELETE')
      return error('NotImplemented', 'Only schedules that fire once and delete themselves are made here.', 501);
    if (timing.at <= clock.now()) {
      return error('ValidationException', `Invalid Schedule Expression ${asked.ScheduleExpression}: the time is in the past.`, 400);
    }
    add(asked);
    changed();
    return json(200, { ScheduleArn: arnOf(asked) });
  }

  return {
    name: 'scheduler',
    operation,
    needs(request: AwsRequest): Need[] {
      const { name, group, role } = addressOf(request);
      const asked: Need = { action: `scheduler:${operation(request)}`, resource: template.arn('scheduler', `schedule/${group}/${name}`) };
      if (role === undefined) return [asked];
      return [asked, { action: 'iam:PassRole', resource: role, context: { 'iam:PassedToService': 'scheduler.amazonaws.com' } }];
    },
    async answer(request: AwsRequest): Promise<AwsAnswer> {
      const { name, group } = addressOf(request);
      const asked = operation(request);
      if (asked === 'CreateSchedule') return create(name, bodyOf(request));
      if (asked !== 'DeleteSchedule') return error('NotImplemented', 'Schedules are made and deleted here, and nothing else.', 501);
      if (!schedules.delete(`${group}/${name}`)) return error('ResourceNotFoundException', `Schedule ${name} does not exist.`, 404);
      changed();
      return json(200, {});
    },
    error,
    view: () =>
      [...schedules.values()].map(({ asked, next }) => ({
        name: asked.Name,
        group: asked.GroupName,
        expression: asked.ScheduleExpression,
        timezone: asked.ScheduleExpressionTimezone,
        at: next.toISOString(),
        target: asked.Target.Arn,
        input: inputOf(asked, next),
      })),
    /** The earliest firing, undefined while the fault `stopped` is set. `repeats` is true for a `rate()`. */
    next() {
      const [first] = faults.isSet('stopped', 'scheduler') ? [] : waiting();
      return first && { name: first.asked.Name, at: first.next, repeats: first.timing.kind === 'rate' };
    },
    /** The earliest firing at a time of its own, not by a `rate()`. */
    appointment,
    /**
     * Each `rate()` skips, as on a machine that slept, its firings after `quietFrom` but the last that is not after `until`; no further than past the next
     * appointment, which may lead to something for it to do.
     */
    sleep(quietFrom: Date, until: Date): void {
      const next = appointment() ?? until;
      for (const schedule of schedules.values()) {
        const { timing } = schedule;
        if (timing.kind !== 'rate') continue;
        while (schedule.next > quietFrom && schedule.next <= next && timing.after(schedule.next) <= until)
          schedule.next = timing.after(schedule.next);
      }
    },
    /** Fires what `next` names; resolves when its function is done. */
    async fireNext(): Promise<void> {
      const [first] = waiting();
      if (first) await fire(first);
    },
    onChange: (listener: () => void) => listeners.push(listener),
  };
}

function operation({ path, method }: AwsRequest): 'CreateSchedule' | 'DeleteSchedule' | 'unknown' {
  if (!/^\/schedules\/[^/]+$/.test(path)) return 'unknown';
  return ({ POST: 'CreateSchedule', DELETE: 'DeleteSchedule' } as const)[method] ?? 'unknown';
}

const bodyShape = z.object({ GroupName: z.string(), Target: z.object({ RoleArn: z.string() }) });

/** A creation says its group and the role that it passes in its body. */
function addressOf(request: AwsRequest): { name: string; group: string; role?: string } {
  const name = decodeURIComponent(request.path.split('/')[2] ?? '');
  if (operation(request) !== 'CreateSchedule') return { name, group: request.query.get('groupName') ?? 'default' };
  const { GroupName: group, Target: target } = bodyShape.parse(bodyOf(request));
  return { name, group, role: target.RoleArn };
}
