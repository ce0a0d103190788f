import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod';
import type { TimeKeeper } from '../clock.ts';
import type { Clock, DeadLetter, Fault, Faults } from '../cloud.ts';
import type { Outbox } from '../services/outbox.ts';
import { parseStatus, type Verdicts, verdictNames } from '../services/receipt-verdicts.ts';
import type { Scheduler } from '../services/scheduler.ts';
import type { SesReceiving } from '../services/ses-receiving.ts';
import { type ConsoleAnswer, type ConsoleRequest, json, NotUnderstood, readRequest, send } from './answers.ts';
import type { CaseReader } from './cases.ts';
import { frontPage, logPage, mailPage, outboxPage } from './pages.ts';

export type ConsoleParts = {
  /** False until everything answers. */
  ready: () => boolean;
  functions: () => readonly string[];
  logs: (functionName: string) => readonly string[];
  clock: Clock;
  timeKeeper: TimeKeeper;
  /** Waits until nothing is in hand, the time keeper included. */
  settle: () => Promise<void>;
  failed: () => readonly DeadLetter[];
  outbox: Outbox;
  scheduler: Scheduler;
  receiving: SesReceiving;
  faults: Faults;
  /** Throws at a fault that nothing would meet. */
  parseFault: (value: unknown) => Fault;
  denied: () => readonly unknown[];
  unused: () => readonly unknown[];
  calls: () => readonly unknown[];
  resetCalls: () => void;
  cases: CaseReader;
};

export type Console = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

type Route = (parts: ConsoleParts, request: ConsoleRequest, name: string) => ConsoleAnswer | undefined | Promise<ConsoleAnswer | undefined>;

const clockShape = z.object({ to: z.iso.datetime({ offset: true }) });

/** `*` stands for one name, handed to the route. Tests and demonstrations rely on these calls and their shapes. */
const routes: Readonly<Record<string, Route>> = {
  'GET /_local': (parts) => frontPage({ now: parts.clock.now(), functions: parts.functions() }),
  'GET /_local/health': (parts) => json({ ready: parts.ready(), functions: parts.functions() }, parts.ready() ? 200 : 503),
  'GET /_local/outbox': ({ outbox }, { query, wantsPage }) => {
    const to = query.get('to')?.toLowerCase();
    const mails = outbox
      .all()
      .filter((mail) => to === undefined || [...mail.to, ...mail.destinations].some((address) => address.toLowerCase() === to));
    return wantsPage ? outboxPage(mails) : json(mails);
  },
  'DELETE /_local/outbox': ({ outbox }) => {
    outbox.clear();
    return json({ emptied: true });
  },
  'GET /_local/outbox/*': ({ outbox }, { wantsPage }, messageId) => {
    const mail = outbox.all().find((one) => one.messageId === messageId);
    return mail && (wantsPage ? mailPage(mail) : json(mail));
  },
  'GET /_local/schedules': ({ scheduler }) => json(scheduler.view()),
  'GET /_local/clock': ({ clock }) => json({ now: clock.now().toISOString() }),
  'POST /_local/clock': async ({ clock, timeKeeper }, { body }) => {
    const { to } = understand(clockShape, parseJson(body));
    const target = new Date(to);
    if (target < clock.now())
      throw new NotUnderstood(`The clock only moves forward, and it is ${clock.now().toISOString()}. npm start -- --fresh begins again.`);
    const fired = await timeKeeper.moveTo(target);
    return json({ now: clock.now().toISOString(), fired });
  },
  'POST /_local/email': async ({ receiving }, { body, query }) => {
    if (body.length === 0) throw new NotUnderstood('The body must be the message (message/rfc822).');
    const at = query.get('at');
    const to = query.getAll('to');
    const taken = await receiving.receive({
      raw: body,
      verdicts: readVerdicts(query),
      ...(at === null ? {} : { at: new Date(understand(z.iso.datetime({ offset: true }), at)) }),
      ...(to.length === 0 ? {} : { to }),
    });
    if (!taken) throw new NotUnderstood(`No receipt rule takes mail for ${to.join(', ')}: SES would answer 550.`);
    return json(taken);
  },
  'POST /_local/voicemail': () => json({ error: 'Voicemail is not part of the service yet.' }, 501),
  'GET /_local/cases': async ({ cases }) => json(await cases.list()),
  'GET /_local/cases/*': async ({ cases }, _request, reference) => {
    const found = await cases.read(reference);
    return found && json(found);
  },
  'GET /_local/contacts': async ({ cases }) => json(await cases.contacts()),
  'POST /_local/settle': async ({ settle, failed }) => {
    await settle();
    return json({ idle: true, failed: failed() });
  },
  'GET /_local/faults': ({ faults }) => json(faults.all()),
  'POST /_local/faults': ({ faults, parseFault }, { body }) => {
    try {
      faults.add(parseFault(parseJson(body)));
    } catch (error) {
      throw error instanceof z.ZodError ? new NotUnderstood(z.prettifyError(error)) : error;
    }
    return json(faults.all());
  },
  'DELETE /_local/faults': ({ faults, timeKeeper }) => {
    faults.clear();
    timeKeeper.wake();
    return json(faults.all());
  },
  'GET /_local/denied': ({ denied }) => json(denied()),
  'GET /_local/unused': ({ unused }) => json(unused()),
  'GET /_local/calls': ({ calls }) => json(calls()),
  'DELETE /_local/calls': ({ resetCalls, calls }) => {
    resetCalls();
    return json(calls());
  },
  'GET /_local/log/*': ({ functions, logs }, _request, name) => (functions().includes(name) ? logPage(name, logs(name)) : undefined),
};

/** Answers everything under `/_local`. It is for this machine alone: no function and no part of the deployed stack knows of it. */
export function createConsole(parts: ConsoleParts): Console {
  return async (incoming, response) => {
    const request = await readRequest(incoming);
    try {
      send(response, (await answer(parts, request)) ?? json({ error: `There is nothing at ${request.method} ${request.path}.` }, 404));
    } catch (error) {
      if (!(error instanceof NotUnderstood)) console.error('console', error);
      send(response, json({ error: error instanceof Error ? error.message : String(error) }, error instanceof NotUnderstood ? 400 : 500));
    }
  };
}

function answer(parts: ConsoleParts, request: ConsoleRequest): ReturnType<Route> {
  const exact = routes[`${request.method} ${request.path}`];
  if (exact) return exact(parts, request, '');
  const [, base = '', name = ''] = /^(.*)\/([^/]+)$/.exec(request.path) ?? [];
  return routes[`${request.method} ${base}/*`]?.(parts, request, decodeURIComponent(name));
}

function readVerdicts(query: URLSearchParams): Partial<Verdicts> {
  const verdicts: Partial<Verdicts> = {};
  for (const name of verdictNames) {
    const given = query.get(name);
    if (given === null) continue;
    const status = parseStatus(given);
    if (!status) throw new NotUnderstood(`${name} is PASS, FAIL, GRAY or PROCESSING_FAILED, not ${given}.`);
    verdicts[name] = status;
  }
  return verdicts;
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new NotUnderstood('The body must be JSON.');
  }
}

function understand<T>(shape: z.ZodType<T>, value: unknown): T {
  const read = shape.safeParse(value);
  if (read.success) return read.data;
  throw new NotUnderstood(z.prettifyError(read.error));
}
