import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { AwsAnswer, AwsRequest, AwsService, Clock, Faults, FunctionHost, Need } from '../cloud.ts';
import { propertiesOf, type Template } from '../template/template.ts';
import { createDeliveries, type Deliveries } from './deliveries.ts';
import { keepJson } from './kept-json.ts';
import { parseExpression, type Timing } from './schedule-expression.ts';

/** Strict where we do not keep what is asked: start and end dates, other targets than functions. */
const scheduleShape = z.strictObject({
  Name: z.string().regex(/^[0-9a-zA-Z_.-]{1,64}$/),
  GroupName: z.string().default('default'),
  Description: z.string().optional(),
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.string().default('UTC'),
  FlexibleTimeWindow: z.strictObject({ Mode: z.enum(['OFF', 'FLEXIBLE']), MaximumWindowInMinutes: z.number().min(1).max(1440).optional() }),
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  ActionAfterCompletion: z.enum(['NONE', 'DELETE']).default('NONE'),
  KmsKeyArn: z.string().optional(),
  ClientToken: z.string().optional(),
  Target: z.strictObject({
    Arn: z.string().regex(/^arn:aws:lambda:[^:]+:\d{12}:function:/),
    RoleArn: z.string(),
    // Scheduler would put its own words in place of these.
    Input: z
      .string()
      .refine((input) => !input.includes('<aws.scheduler.'), 'context attributes are not part of the local stack')
      .optional(),
    RetryPolicy: z
      .strictObject({ MaximumEventAgeInSeconds: z.number().optional(), MaximumRetryAttempts: z.number().optional() })
      .optional(),
    DeadLetterConfig: z.strictObject({ Arn: z.string() }).optional(),
  }),
});
type Asked = z.infer<typeof scheduleShape>;

const keptShape = z.array(z.strictObject({ asked: scheduleShape, madeAt: z.string(), done: z.boolean() }));
type Kept = z.infer<typeof keptShape>[number];
type Schedule = Kept & { timing: Timing; next: Date | undefined; fromTemplate: boolean };

export type ScheduleView = {
  name: string;
  group: string;
  expression: string;
  timezone: string;
  at: string | undefined;
  target: string;
  input: unknown;
};

export type Scheduler = AwsService &
  Omit<Deliveries, 'deliver'> & {
    view(): readonly ScheduleView[];
    /** The earliest firing, undefined while the fault `stopped` is set. `repeats` is true for a `rate()`. */
    next(): { name: string; at: Date; repeats: boolean } | undefined;
    /** The earliest firing that is no `rate()`: something that must happen at its own time. */
    nextAppointment(): Date | undefined;
    /** Each `rate()` whose next firing is after `quietFrom` skips to its last one not after `limit`, as on a machine that slept. */
    sleepThrough(quietFrom: Date, limit: Date): void;
    /** Fires what `next` names; resolves when its function is done. */
    fireNext(): Promise<void>;
    onChange(listener: () => void): void;
  };

/**
 * EventBridge Scheduler: the template's schedules and those made by its API. It only says what is due; the time keeper fires it. Flexible windows are
 * ignored: everything fires at its exact time. Schedules made by the API are kept in `file`.
 */
export function createScheduler(parts: { template: Template; clock: Clock; host: FunctionHost; faults: Faults; file?: string }): Scheduler {
  const { template, clock, host, faults } = parts;
  const groups = new Set(['default', ...template.ofType('AWS::Scheduler::ScheduleGroup').map(({ name }) => name)]);
  const kept = keepJson(parts.file, keptShape, []);
  const schedules = new Map<string, Schedule>();
  const listeners: (() => void)[] = [];
  const deliveries = createDeliveries('scheduler', host);

  const idOf = ({ GroupName, Name }: { GroupName: string; Name: string }) => `${GroupName}/${Name}`;
  const arnOf = (asked: Asked) => template.arn('scheduler', `schedule/${idOf(asked)}`);

  function add(one: Kept, fromTemplate: boolean): void {
    const timing = parseExpression(one.asked.ScheduleExpression, one.asked.ScheduleExpressionTimezone);
    if (!timing) throw new Error(`The schedule ${idOf(one.asked)} has an unknown expression: ${one.asked.ScheduleExpression}`);
    const off = one.done || one.asked.State === 'DISABLED';
    schedules.set(idOf(one.asked), { ...one, timing, fromTemplate, next: off ? undefined : firstFiring(timing, clock.now()) });
  }

  function changed(): void {
    kept.write(
      [...schedules.values()].filter(({ fromTemplate }) => !fromTemplate).map(({ asked, madeAt, done }) => ({ asked, madeAt, done })),
    );
    for (const listener of listeners) listener();
  }

  for (const resource of template.ofType('AWS::Scheduler::Schedule')) {
    const asked = scheduleShape.parse({ Name: resource.name, ...propertiesOf(resource, z.record(z.string(), z.unknown())) });
    add({ asked, madeAt: clock.now().toISOString(), done: false }, true);
  }
  for (const one of kept.read()) add(one, false);

  const waiting = () =>
    [...schedules.values()]
      .flatMap((schedule) => (schedule.next === undefined ? [] : [{ schedule, at: schedule.next }]))
      .sort((one, other) => one.at.getTime() - other.at.getTime());

  async function fire(schedule: Schedule, at: Date): Promise<void> {
    const { asked, timing } = schedule;
    if (timing.kind === 'at') {
      schedule.next = undefined;
      schedule.done = true;
      if (asked.ActionAfterCompletion === 'DELETE') schedules.delete(idOf(asked));
    } else {
      schedule.next = timing.kind === 'rate' ? new Date(at.getTime() + timing.milliseconds) : timing.after(at);
    }
    changed();
    const event: unknown = asked.Target.Input === undefined ? defaultEvent(asked, at) : JSON.parse(asked.Target.Input);
    await deliveries.deliver({
      functionArn: asked.Target.Arn,
      event,
      by: {
        role: asked.Target.RoleArn,
        principal: 'scheduler.amazonaws.com',
        sourceArn: template.arn('scheduler', `schedule-group/${asked.GroupName}`),
      },
      twice: faults.isSet('duplicate', 'scheduler'),
      queue: asked.Target.DeadLetterConfig?.Arn,
    });
  }

  function defaultEvent(asked: Asked, at: Date): object {
    const time = at.toISOString().replace(/\.\d+Z$/, 'Z');
    const { account, region } = template;
    return {
      version: '0',
      id: randomUUID(),
      'detail-type': 'Scheduled Event',
      source: 'aws.scheduler',
      account,
      time,
      region,
      resources: [arnOf(asked)],
      detail: '{}',
    };
  }

  function create(name: string, body: string): AwsAnswer {
    const read = scheduleShape.safeParse({ ...z.record(z.string(), z.unknown()).parse(JSON.parse(body)), Name: name });
    if (!read.success) return error('ValidationException', z.prettifyError(read.error), 400);
    const asked = read.data;
    if (!groups.has(asked.GroupName)) return error('ResourceNotFoundException', `Schedule group ${asked.GroupName} does not exist.`, 404);
    if (schedules.has(idOf(asked))) return error('ConflictException', `Schedule ${asked.Name} already exists.`, 409);
    if ((asked.FlexibleTimeWindow.Mode === 'FLEXIBLE') !== (asked.FlexibleTimeWindow.MaximumWindowInMinutes !== undefined)) {
      return error('ValidationException', 'MaximumWindowInMinutes goes with the mode FLEXIBLE and only with it.', 400);
    }
    const timing = parseExpression(asked.ScheduleExpression, asked.ScheduleExpressionTimezone);
    if (!timing) return error('ValidationException', `Invalid Schedule Expression ${asked.ScheduleExpression}.`, 400);
    if (timing.kind === 'at' && timing.at <= clock.now()) {
      return error('ValidationException', `Invalid Schedule Expression ${asked.ScheduleExpression}: the time is in the past.`, 400);
    }
    add({ asked, madeAt: clock.now().toISOString(), done: false }, false);
    changed();
    return json(200, { ScheduleArn: arnOf(asked) });
  }

  function get(schedule: Schedule): AwsAnswer {
    const { ClientToken: _token, ...asked } = schedule.asked;
    const stamp = Date.parse(schedule.madeAt) / 1000;
    return json(200, { Arn: arnOf(schedule.asked), ...asked, CreationDate: stamp, LastModificationDate: stamp });
  }

  function remove(schedule: Schedule): AwsAnswer {
    schedules.delete(idOf(schedule.asked));
    changed();
    return json(200, {});
  }

  function list(query: URLSearchParams): AwsAnswer {
    const unknown = [...query.keys()].filter((name) => !['ScheduleGroup', 'NamePrefix', 'MaxResults'].includes(name));
    if (unknown.length > 0) return error('ValidationException', `The local Scheduler does not list by ${unknown.join(', ')}.`, 400);
    const found = [...schedules.values()]
      .filter(
        ({ asked }) =>
          (query.get('ScheduleGroup') ?? asked.GroupName) === asked.GroupName && asked.Name.startsWith(query.get('NamePrefix') ?? ''),
      )
      .map(({ asked }) => ({
        Arn: arnOf(asked),
        GroupName: asked.GroupName,
        Name: asked.Name,
        State: asked.State,
        Target: { Arn: asked.Target.Arn },
      }));
    return json(200, { Schedules: found });
  }

  return {
    ...deliveries,
    name: 'scheduler',
    operation,
    needs(request): Need[] {
      const { name, group } = addressOf(request);
      const action = `scheduler:${operation(request)}`;
      const resource = template.arn('scheduler', `schedule/${group}/${name ?? '*'}`);
      const role = request.method === 'POST' ? passedRole(request) : undefined;
      const passing =
        role === undefined
          ? []
          : [{ action: 'iam:PassRole', resource: role, context: { 'iam:PassedToService': 'scheduler.amazonaws.com' } }];
      return [{ action, resource }, ...passing];
    },
    async answer(request) {
      const { name, group } = addressOf(request);
      const asked = operation(request);
      if (asked === 'ListSchedules') return list(request.query);
      if (asked === 'CreateSchedule' && name !== undefined) return create(name, request.body.toString('utf8'));
      const schedule = schedules.get(`${group}/${name}`);
      if (asked === 'GetSchedule' || asked === 'DeleteSchedule') {
        if (!schedule) return error('ResourceNotFoundException', `Schedule ${name} does not exist.`, 404);
        return asked === 'GetSchedule' ? get(schedule) : remove(schedule);
      }
      const why =
        asked === 'UpdateSchedule'
          ? 'Schedules are made and deleted here, never updated: a new time has a new name.'
          : `${asked} is not part of the local stack.`;
      return error('NotImplemented', why, 501);
    },
    error,
    view: () =>
      [...schedules.values()].map(({ asked, next }) => ({
        name: asked.Name,
        group: asked.GroupName,
        expression: asked.ScheduleExpression,
        timezone: asked.ScheduleExpressionTimezone,
        at: next?.toISOString(),
        target: asked.Target.Arn,
        input: asked.Target.Input === undefined ? undefined : JSON.parse(asked.Target.Input),
      })),
    next() {
      const [first] = faults.isSet('stopped', 'scheduler') ? [] : waiting();
      return first && { name: first.schedule.asked.Name, at: first.at, repeats: first.schedule.timing.kind === 'rate' };
    },
    nextAppointment: () => waiting().find(({ schedule }) => schedule.timing.kind !== 'rate')?.at,
    sleepThrough(quietFrom, limit) {
      for (const { schedule, at } of waiting()) {
        if (schedule.timing.kind !== 'rate' || at <= quietFrom || at > limit) continue;
        const skipped = Math.floor((limit.getTime() - at.getTime()) / schedule.timing.milliseconds);
        schedule.next = new Date(at.getTime() + skipped * schedule.timing.milliseconds);
      }
    },
    async fireNext() {
      const [first] = waiting();
      if (first) await fire(first.schedule, first.at);
    },
    onChange: (listener) => listeners.push(listener),
  };
}

function firstFiring(timing: Timing, now: Date): Date {
  if (timing.kind === 'at') return timing.at;
  return timing.kind === 'rate' ? new Date(now.getTime() + timing.milliseconds) : timing.after(now);
}

function operation(request: AwsRequest): string {
  const { name } = addressOf(request);
  if (!request.path.startsWith('/schedules')) return 'unknown';
  if (name === undefined) return request.method === 'GET' ? 'ListSchedules' : 'unknown';
  return { GET: 'GetSchedule', POST: 'CreateSchedule', PUT: 'UpdateSchedule', DELETE: 'DeleteSchedule' }[request.method] ?? 'unknown';
}

const groupShape = z.object({ GroupName: z.string().optional(), Target: z.object({ RoleArn: z.string().optional() }).optional() });

function addressOf(request: AwsRequest): { name: string | undefined; group: string } {
  const name = request.path.split('/')[2];
  const inBody = request.body.length > 0 ? groupShape.parse(JSON.parse(request.body.toString('utf8'))).GroupName : undefined;
  const group = inBody ?? request.query.get('groupName') ?? request.query.get('ScheduleGroup') ?? 'default';
  return { name: name ? decodeURIComponent(name) : undefined, group };
}

function passedRole(request: AwsRequest): string | undefined {
  return groupShape.parse(JSON.parse(request.body.toString('utf8'))).Target?.RoleArn;
}

function json(status: number, value: unknown, headers: Record<string, string> = {}): AwsAnswer {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(value) };
}

function error(code: string, message: string, status: number): AwsAnswer {
  return json(status, { Message: message }, { 'x-amzn-errortype': code });
}
