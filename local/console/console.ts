import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import * as z from 'zod';
import type { TimeKeeper } from '../clock.ts';
import type { Endpoint } from '../endpoint.ts';
import { faultShape } from '../faults.ts';
import type { Host } from '../functions/host.ts';
import type { Ground } from '../ground.ts';
import type { Outbox } from '../services/outbox.ts';
import { statuses, type Verdicts, verdictNames } from '../services/receipt-verdicts.ts';
import type { Scheduler } from '../services/scheduler.ts';
import type { SesReceiving } from '../services/ses-receiving.ts';
import { callName, type VoicemailIn } from '../voicemail-in.ts';
import type { CaseReader } from './cases.ts';
import { frontPage, logPage, mailPage, outboxPage } from './pages.ts';

export type ConsoleParts = {
  ground: Ground;
  host: Pick<Host, 'names' | 'logs'>;
  timeKeeper: TimeKeeper;
  outbox: Outbox;
  scheduler: Pick<Scheduler, 'view'>;
  receiving: SesReceiving;
  voicemail: VoicemailIn;
  endpoint: Pick<Endpoint, 'calls' | 'resetCalls'>;
  cases: CaseReader;
};

type Request = { method: string; path: string; query: URLSearchParams; body: Buffer; wantsPage: boolean };
/** Answers with a page as text or with anything else as JSON, at once or later; with undefined where there is nothing. */
type Route = (parts: ConsoleParts, request: Request, name: string) => unknown;

/** What a caller did wrong, in words for them. */
class NotUnderstood extends Error {}

const transcriptShape = z.object({ results: z.object({ transcripts: z.array(z.unknown()), items: z.array(z.unknown()) }) });
const instantShape = z.iso.datetime({ offset: true }).transform((instant) => new Date(instant));
const clockShape = z.object({ to: instantShape });
const mailShape = z.object({ at: instantShape.optional() });
const callShape = mailShape.extend({ name: callName.optional(), caller: z.string().optional() });
const verdictsShape = z.partialRecord(z.enum(verdictNames), z.enum(statuses));

/** `*` stands for one name, handed to the route. Tests and demonstrations rely on these calls and their shapes. */
const routes: Readonly<Record<string, Route>> = {
  'GET /_local': ({ ground, host }) => frontPage(ground.clock.now(), host.names()),
  // Nothing answers here before everything does.
  'GET /_local/health': ({ host }) => ({ ready: true, functions: host.names() }),
  'GET /_local/outbox': ({ outbox }, { query, wantsPage }) => {
    const to = query.get('to')?.toLowerCase();
    const mails = outbox
      .all()
      .filter((mail) => to === undefined || [...mail.to, ...mail.destinations].some((address) => address.toLowerCase() === to));
    return wantsPage ? outboxPage(mails) : mails;
  },
  'DELETE /_local/outbox': ({ outbox }) => {
    outbox.clear();
    return { emptied: true };
  },
  'GET /_local/outbox/*': ({ outbox }, { wantsPage }, messageId) => {
    const mail = outbox.all().find((one) => one.messageId === messageId);
    return mail && wantsPage ? mailPage(mail) : mail;
  },
  // Loaded when it is asked for: it draws with the pages' own templates, which are made when the stack starts.
  'GET /_local/gallery': async (_parts, { query }) => (await import('./gallery.ts')).galleryPage(query.get('language')),
  'GET /_local/gallery/*': async (_parts, { query }, name) =>
    (await import('./gallery.ts')).samplePage(name, query.get('as'), query.get('language')),
  'GET /_local/schedules': ({ scheduler }) => scheduler.view(),
  'GET /_local/clock': ({ ground: { clock } }) => ({ now: clock.now().toISOString() }),
  'POST /_local/clock': async ({ ground: { clock }, timeKeeper }, { body }) => {
    const { to: target } = understand(clockShape, parseJson(body));
    if (target < clock.now())
      throw new NotUnderstood(`The clock only moves forward, and it is ${clock.now().toISOString()}. npm start -- --fresh begins again.`);
    const fired = await timeKeeper.moveTo(target);
    return { now: clock.now().toISOString(), fired };
  },
  'POST /_local/email': ({ receiving }, { body, query }) => {
    if (body.length === 0) throw new NotUnderstood('The body must be the message (message/rfc822).');
    const { at } = understand(mailShape, Object.fromEntries(query));
    const to = query.getAll('to');
    const taken = receiving.receive({ raw: body, verdicts: readVerdicts(query), at, to: to.length === 0 ? undefined : to });
    if (!taken) throw new NotUnderstood(`The receipt rule takes no mail for ${to.join(', ')}: SES would answer 550.`);
    return taken;
  },
  // A Transcribe result, or the audio of a call of which no words can be made.
  'POST /_local/voicemail': ({ voicemail }, { body, query }) => {
    const isAudio = body.subarray(0, 4).toString('latin1') === 'RIFF';
    if (!isAudio) understand(transcriptShape, parseJson(body));
    const call = understand(callShape, Object.fromEntries(query));
    return voicemail.receive({ ...call, [isAudio ? 'audio' : 'transcript']: body });
  },
  'GET /_local/cases': ({ cases }) => cases.list(),
  'GET /_local/cases/*': ({ cases }, _request, reference) => cases.read(reference),
  'GET /_local/waiting': ({ cases }) => cases.waiting(),
  'GET /_local/contacts': ({ cases }) => cases.contacts(),
  'POST /_local/settle': async ({ ground: { work, failed }, timeKeeper }) => {
    do {
      await work.idle();
      await timeKeeper.idle();
    } while (!work.isIdle());
    return { idle: true, failed };
  },
  'GET /_local/faults': ({ ground: { faults } }) => faults.all(),
  'POST /_local/faults': ({ ground: { faults } }, { body }) => faults.add(understand(faultShape, parseJson(body))),
  'DELETE /_local/faults': ({ ground: { faults } }) => faults.clear(),
  'GET /_local/denied': ({ ground: { permissions } }) => permissions.denied(),
  'GET /_local/calls': ({ endpoint }) => endpoint.calls(),
  'DELETE /_local/calls': ({ endpoint }) => {
    endpoint.resetCalls();
    return endpoint.calls();
  },
  'GET /_local/log/*': ({ host }, _request, name) => (host.names().includes(name) ? logPage(name, host.logs(name)) : undefined),
};

/**
 * Answers everything under `/_local`, to anybody on this machine and without asking who they are: it moves the clock, reads every case and sends mail in.
 * No function and no part of the deployed stack knows of it.
 */
export async function answerConsole(parts: ConsoleParts, incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  const request = await readRequest(incoming);
  try {
    const found = await answer(parts, request);
    if (found !== undefined) send(response, 200, found);
    else send(response, 404, { error: `There is nothing at ${request.method} ${request.path}.` });
  } catch (error) {
    const theirs = error instanceof NotUnderstood;
    if (!theirs) parts.ground.print(`The console failed: ${error instanceof Error ? error.stack : String(error)}`);
    send(response, theirs ? 400 : 500, { error: error instanceof Error ? error.message : String(error) });
  }
}

async function readRequest(request: IncomingMessage): Promise<Request> {
  const url = new URL(request.url ?? '/', 'http://console');
  return {
    method: request.method ?? 'GET',
    path: url.pathname.replace(/(?<=.)\/$/, ''),
    query: url.searchParams,
    body: await buffer(request),
    wantsPage: request.headers.accept?.includes('text/html') ?? false,
  };
}

function answer(parts: ConsoleParts, request: Request): unknown {
  const exact = routes[`${request.method} ${request.path}`];
  if (exact) return exact(parts, request, '');
  const [, base = '', name = ''] = /^(.*)\/([^/]+)$/.exec(request.path) ?? [];
  return routes[`${request.method} ${base}/*`]?.(parts, request, decodeURIComponent(name));
}

function send(response: ServerResponse, status: number, given: unknown): void {
  response.writeHead(status, {
    'content-type': `${typeof given === 'string' ? 'text/html' : 'application/json'}; charset=utf-8`,
    'cache-control': 'no-store',
    // Mail shown here was written by strangers: no script, and nothing fetched but the pages' own style.
    'content-security-policy': "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src data:; frame-src 'self'",
  });
  response.end(typeof given === 'string' ? given : `${JSON.stringify(given, undefined, 1)}\n`);
}

function readVerdicts(query: URLSearchParams): Partial<Verdicts> {
  const given = verdictNames.filter((name) => query.has(name)).map((name) => [name, query.get(name)?.toUpperCase()]);
  return understand(verdictsShape, Object.fromEntries(given));
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
