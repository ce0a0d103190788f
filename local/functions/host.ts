import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import type { Busy, Caller, Clock, DeadLetter, FunctionHost, Invocation, Invoker } from '../cloud.ts';
import type { Permissions } from '../permissions/permissions.ts';
import type { Template } from '../template/template.ts';
import { type Environment, type Outcome, startEnvironment } from './environment.ts';
import { type FunctionSettings, readFunctions } from './settings.ts';

/** More at once than this wait for a free environment, as at an account's limit. */
const MOST_ENVIRONMENTS = 10;
const KEPT_LOG_LINES = 500;
/** AWS waits one minute, then two, before it tries an asynchronous invocation again; nobody wants to wait for that here. */
const RETRY_MILLISECONDS = 100;

/** Who calls with an access key: one key per execution environment, as at AWS. */
export type LiveCaller = Caller & { kill(): void };

export type Host = FunctionHost &
  Busy & {
    /** Tells every live environment the new time; resolves when all have taken it. */
    pushClock(offsetMilliseconds: number): Promise<void>;
    /** Asynchronous invocations that failed for good, and what their failure destination received. */
    deadLetters(): readonly DeadLetter[];
    logs(functionName: string): readonly string[];
    statistics(): readonly { function: string; cold: number; warm: number; environments: number }[];
    stop(): void;
  };

type Hosted = {
  settings: FunctionSettings;
  environments: Set<Environment>;
  idle: Environment[];
  waiting: (() => void)[];
  logs: string[];
  cold: number;
  warm: number;
};

type HostParts = {
  template: Template;
  permissions: Permissions;
  clock: Clock;
  endpointUrl: string;
  /** Filled with the access key of each live environment. */
  callers: Map<string, LiveCaller>;
  print: (line: string) => void;
};

/** Hosts the functions of the template. Throws where the template holds something about a function that is not modelled. */
export const createHost = ({ template, permissions, clock, endpointUrl, callers, print }: HostParts): Host => {
  const hosted = new Map<string, Hosted>();
  for (const settings of readFunctions(template)) {
    hosted.set(settings.arn, { settings, environments: new Set(), idle: [], waiting: [], logs: [], cold: 0, warm: 0 });
  }
  const inHand = new Set<Promise<unknown>>();
  const deadLetters: DeadLetter[] = [];
  let started = 0;
  let stopped = false;

  const find = (functionArn: string): Hosted => {
    const found = hosted.get(functionArn.replace(/:\$LATEST$/, ''));
    if (!found) throw new Error(`The template has no function ${functionArn}`);
    return found;
  };

  const track = <T>(work: Promise<T>): Promise<T> => {
    inHand.add(work);
    const forget = () => inHand.delete(work);
    work.then(forget, forget);
    return work;
  };

  const keepLog = (one: Hosted, text: string) => {
    one.logs.push(...text.split('\n').filter((line) => line.trim() !== ''));
    one.logs.splice(0, one.logs.length - KEPT_LOG_LINES);
  };

  const start = (one: Hosted): Environment => {
    started += 1;
    const accessKey = `ASIA${String(started).padStart(16, '0')}`;
    const environment = startEnvironment({
      settings: one.settings,
      region: template.region,
      accessKey,
      endpointUrl,
      clockOffset: clock.offsetMilliseconds,
      log: (text) => keepLog(one, text),
      onIdle: (idle) => {
        one.idle.push(idle);
        one.waiting.shift()?.();
      },
      onGone: (left) => {
        callers.delete(accessKey);
        one.environments.delete(left);
        one.idle = one.idle.filter((idle) => idle !== left);
        one.waiting.shift()?.();
      },
    });
    one.environments.add(environment);
    callers.set(accessKey, { functionName: one.settings.name, role: one.settings.role, kill: environment.kill });
    return environment;
  };

  /** An environment that is free, a new one, or the first to become free. */
  const acquire = async (one: Hosted): Promise<{ environment: Environment; coldStart: boolean }> => {
    for (;;) {
      const idle = one.idle.pop();
      if (idle) return { environment: idle, coldStart: false };
      if (one.environments.size < MOST_ENVIRONMENTS) return { environment: start(one), coldStart: true };
      await new Promise<void>((resolve) => one.waiting.push(resolve));
    }
  };

  const run = async (one: Hosted, event: unknown): Promise<Invocation> => {
    const began = performance.now();
    if (stopped) return { ok: false, payload: undefined, error: 'The local stack is stopping', coldStart: false, milliseconds: 0 };
    const { environment, coldStart } = await acquire(one);
    const outcome = await environment.run(JSON.stringify(event));
    one[coldStart ? 'cold' : 'warm'] += 1;
    if (!outcome.ok && !stopped) print(`${one.settings.name} failed: ${reason(outcome)}`);
    return {
      ok: outcome.ok,
      payload: parseBody(outcome.body),
      ...(outcome.ok ? {} : { error: reason(outcome) }),
      coldStart,
      milliseconds: performance.now() - began,
    };
  };

  const refused = (functionArn: string, by: Invoker): Invocation | undefined => {
    const verdict = permissions.checkInvocation(functionArn, by);
    if (verdict.allowed) return undefined;
    print(`${find(functionArn).settings.name} was not invoked: ${verdict.why}`);
    return { ok: false, payload: undefined, error: `AccessDenied: ${verdict.why}`, coldStart: false, milliseconds: 0 };
  };

  const fail = (one: Hosted, payload: unknown, error: string) => {
    const { onFailure, name, role } = one.settings;
    const verdict =
      onFailure === undefined
        ? undefined
        : permissions.check({ functionName: name, role }, { action: 'sqs:SendMessage', resource: onFailure });
    deadLetters.push({ source: name, payload, error, ...(verdict?.allowed ? { queue: onFailure } : {}) });
    print(`${name} failed for good: ${error}${verdict?.allowed ? '' : ' (and no failure destination took it)'}`);
  };

  const runLater = async (one: Hosted, event: unknown): Promise<Invocation> => {
    const accepted = clock.now().getTime();
    for (let attempt = 0; ; attempt += 1) {
      const result = await run(one, event);
      if (result.ok || stopped) return result;
      const tooOld = clock.now().getTime() - accepted > one.settings.maximumAgeSeconds * 1000;
      if (attempt >= one.settings.retries || tooOld) {
        fail(one, event, result.error ?? 'unknown');
        return result;
      }
      await sleep(RETRY_MILLISECONDS * 2 ** attempt);
    }
  };

  return {
    name: 'functions',
    names: () => [...hosted.values()].map(({ settings }) => settings.name),
    invoke: async (functionArn, event, by) => refused(functionArn, by) ?? (await track(run(find(functionArn), event))),
    invokeLater: async (functionArn, event, by) => refused(functionArn, by) ?? (await track(runLater(find(functionArn), event))),
    pushClock: async (offset) => {
      await Promise.all(
        [...hosted.values()].flatMap(({ environments }) => [...environments].map((environment) => environment.setClock(offset))),
      );
    },
    deadLetters: () => deadLetters,
    logs: (functionName) => [...hosted.values()].find(({ settings }) => settings.name === functionName)?.logs ?? [],
    statistics: () =>
      [...hosted.values()].map(({ settings, cold, warm, environments }) => ({
        function: settings.name,
        cold,
        warm,
        environments: environments.size,
      })),
    isIdle: () => inHand.size === 0,
    idle: async () => {
      while (inHand.size > 0) await Promise.allSettled(inHand);
    },
    stop: () => {
      stopped = true;
      for (const { environments, waiting } of hosted.values()) {
        for (const environment of [...environments]) environment.kill();
        for (const wake of waiting) wake();
      }
    },
  };
};

const errorSchema = z.object({ errorType: z.string().optional(), errorMessage: z.string().optional() });

const parseBody = (body: string): unknown => (body === '' ? null : JSON.parse(body));

/** The error's type and message as Lambda reports them. */
const reason = (outcome: Outcome): string => {
  const { errorType, errorMessage } = errorSchema.safeParse(parseBody(outcome.body)).data ?? {};
  return [errorType ?? outcome.error, errorMessage].filter(Boolean).join(': ');
};
