import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import type { Caller, Invocation, Invoker } from '../cloud.ts';
import { type Ground, giveUp } from '../ground.ts';
import { type Environment, startEnvironment } from './environment.ts';
import { type FunctionSettings, readFunctions } from './settings.ts';

/**
 * More at once than this wait for a free environment, as at an account's limit: a small machine is done sooner with few than while it starts many.
 * Of a function with a limit of its own, as many as that.
 */
const MOST_ENVIRONMENTS = 4;
const KEPT_LOG_LINES = 500;
/** AWS waits one minute, then two, before it tries an asynchronous invocation again; nobody wants to wait for that here. */
const RETRY_MILLISECONDS = 100;

/** Who calls with an access key: one key per execution environment, as at AWS. */
export type LiveCaller = Caller & { kill(): void };

export type Host = ReturnType<typeof createHost>;

type Hosted = { settings: FunctionSettings; environments: Set<Environment>; waiting: (() => void)[]; logs: string[] };

/**
 * Hosts the functions of the template: a `FunctionHost`. Throws where the template holds something about a function that is not modelled. `callers` is
 * filled with the access key of each live environment.
 */
export const createHost = (ground: Ground, { endpointUrl, callers }: { endpointUrl: string; callers: Map<string, LiveCaller> }) => {
  const { template, permissions, clock, work, print } = ground;
  const hosted = readFunctions(template).map((settings): Hosted => ({ settings, environments: new Set(), waiting: [], logs: [] }));
  let started = 0;
  let stopped = false;

  const find = (functionArn: string): Hosted => {
    const found = hosted.find(({ settings }) => settings.arn === functionArn);
    if (!found) throw new Error(`The template has no function ${functionArn}`);
    return found;
  };

  const start = (one: Hosted): Environment => {
    started += 1;
    const accessKey = `ASIA${String(started).padStart(16, '0')}`;
    const environment: Environment = startEnvironment(ground, {
      settings: one.settings,
      accessKey,
      endpointUrl,
      log: (text) => {
        one.logs.push(...text.split('\n').filter((line) => line.trim() !== ''));
        one.logs.splice(0, one.logs.length - KEPT_LOG_LINES);
      },
      onFree: () => one.waiting.shift()?.(),
      onGone: () => {
        callers.delete(accessKey);
        one.environments.delete(environment);
        one.waiting.shift()?.();
      },
    });
    one.environments.add(environment);
    callers.set(accessKey, { functionName: one.settings.name, role: one.settings.role, kill: environment.kill });
    return environment;
  };

  /** In an environment that is free, a new one, or the first to become free. */
  const run = async (one: Hosted, event: unknown): Promise<Invocation> => {
    if (stopped) return { ok: false, payload: undefined, error: 'The local stack is stopping' };
    const mayStart = one.environments.size < (one.settings.reserved ?? MOST_ENVIRONMENTS);
    const free = [...one.environments].find((environment) => environment.isFree()) ?? (mayStart ? start(one) : undefined);
    if (!free) return new Promise<void>((resolve) => one.waiting.push(resolve)).then(() => run(one, event));
    const outcome = await free.run(JSON.stringify(event));
    const payload: unknown = outcome.body === '' ? null : JSON.parse(outcome.body);
    if (outcome.ok) return { ok: true, payload };
    const error = reason(payload);
    if (!stopped) print(`${one.settings.name} failed: ${error}`);
    return { ok: false, payload, error };
  };

  const runLater = async (one: Hosted, event: unknown): Promise<Invocation> => {
    const accepted = clock.now().getTime();
    for (let attempt = 0; ; attempt += 1) {
      const result = await run(one, event);
      if (result.ok || stopped) return result;
      const tooOld = clock.now().getTime() - accepted > one.settings.maximumAgeSeconds * 1000;
      if (attempt >= one.settings.retries || tooOld) {
        giveUp(ground, one.settings, event, result.error ?? 'unknown');
        return result;
      }
      await sleep(RETRY_MILLISECONDS * 2 ** attempt);
    }
  };

  const ifAllowed =
    (how: typeof run) =>
    async (functionArn: string, event: unknown, by: Invoker): Promise<Invocation> => {
      const verdict = permissions.checkInvocation(functionArn, by);
      if (verdict.allowed) return work.track(how(find(functionArn), event));
      print(`${find(functionArn).settings.name} was not invoked: ${verdict.why}`);
      return { ok: false, payload: undefined, error: `AccessDenied: ${verdict.why}` };
    };

  return {
    names: () => hosted.map(({ settings }) => settings.name),
    invoke: ifAllowed(run),
    invokeLater: ifAllowed(runLater),
    /** Tells every live environment the new time; resolves when all have taken it. */
    pushClock: async (offset: number) => {
      const live = hosted.flatMap(({ environments }) => [...environments]);
      await Promise.all(live.map((environment) => environment.setClock(offset)));
    },
    logs: (functionName: string): readonly string[] => hosted.find(({ settings }) => settings.name === functionName)?.logs ?? [],
    stop: () => {
      stopped = true;
      for (const { environments, waiting } of hosted) {
        for (const environment of [...environments]) environment.kill();
        for (const wake of waiting) wake();
      }
    },
  };
};

const errorSchema = z.object({ errorType: z.string().optional(), errorMessage: z.string().optional() });

/** The error's type and message as Lambda reports them. */
const reason = (payload: unknown): string => {
  const { errorType, errorMessage } = errorSchema.safeParse(payload).data ?? {};
  return [errorType ?? 'Unhandled', errorMessage].filter(Boolean).join(': ');
};
