import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { createClock, keepTime, settleAll } from './clock.ts';
import type { AwsService, Busy } from './cloud.ts';
import { createCaseReader } from './console/cases.ts';
import { createConsole } from './console/console.ts';
import { createDynamoDbClient } from './dynamodb/client.ts';
import { startDynamoDbLocal } from './dynamodb/java.ts';
import { createDynamoDb } from './dynamodb/service.ts';
import { positionSchema } from './dynamodb/stream-reader.ts';
import { type Streams, startStreams } from './dynamodb/streams.ts';
import { makeTables } from './dynamodb/tables.ts';
import { ADMIN_KEY, isAdmin, startEndpoint } from './endpoint.ts';
import { createFaults, parseFault } from './faults.ts';
import { createHost, type LiveCaller } from './functions/host.ts';
import { createHttpApi } from './http-api.ts';
import { freePort, listen } from './listen.ts';
import { startMailIn } from './mail-in.ts';
import { readKeys } from './permissions/keys.ts';
import { readPermissions } from './permissions/permissions.ts';
import { checkMailMayBeStored } from './permissions/stored-mail.ts';
import { createBus } from './services/events.ts';
import { keepJson } from './services/kept-json.ts';
import { createS3 } from './services/s3.ts';
import { createScheduler } from './services/scheduler.ts';
import { createSecrets } from './services/secrets.ts';
import { createSes } from './services/ses.ts';
import { createSesReceiving } from './services/ses-receiving.ts';
import { startSignIn } from './sign-in.ts';
import { readdress, synthesise } from './synthesise.ts';
import { loadTemplate } from './template/template.ts';

type LocalStackOptions = {
  /** 0, the default, takes free ports everywhere. */
  port?: number;
  smtpPort?: number;
  /** Where data is kept between runs; without it everything is in memory. */
  folder?: string;
  /** A folder that `synthesise` wrote with its default addresses: it is read and left alone, so that many runs can share it. */
  cdkOut?: string;
  /** The instant at which the stack's clock begins. */
  startAt?: Date;
  /** What a person should see: refused calls, failed functions, lost records. Nothing is said without it. */
  print?: (line: string) => void;
};

export type LocalStack = {
  /** `http://localhost:<port>`: the residents' pages, `/desk`, and the console under `/_local`. */
  url: string;
  smtpPort: number;
  signInUrl: string;
  /** The address of all AWS services; the access key `LOCALADMIN` may do everything there. */
  endpointUrl: string;
  stop(): Promise<void>;
};

/** Everybody who may reach what runs here: this machine. */
const LOOPBACK = ['127.0.0.1', '::1'];

/**
 * Builds the deployed stack on this machine from its own synthesised template, and answers when it is ready.
 * Throws one sentence for a person where a port is taken or Java is missing, and naming the resource where the template holds what is not modelled.
 */
export const startLocalStack = async (options: LocalStackOptions = {}): Promise<LocalStack> => {
  const stops: (() => void | Promise<void>)[] = [];
  const stop = async () => {
    await Promise.all(stops.splice(0).map((end) => end()));
  };
  try {
    return { ...(await start(options, stops)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
};

const start = async (options: LocalStackOptions, stops: (() => void | Promise<void>)[]): Promise<Omit<LocalStack, 'stop'>> => {
  const { folder, print = () => {} } = options;
  const kept = (name: string) => (folder === undefined ? undefined : join(folder, name));

  let answer: Parameters<typeof listen>[0] = (_request, response) => response.writeHead(503).end('The service is starting.');
  const web = await listen((request, response) => answer(request, response), options.port ?? 0, LOOPBACK);
  stops.push(web.close);
  const url = `http://localhost:${web.port}`;
  const clock = createClock({ file: kept('clock.json'), startAt: options.startAt });
  const signInPort = options.port ? web.port + 1 : await freePort();
  const signInUrl = `http://localhost:${signInPort}`;

  // The two slow things first and together: the synthesis and the Java database.
  const [template, database] = await Promise.all([
    templateFor(options, { publicUrl: url, signInIssuer: signInUrl }),
    startDynamoDbLocal(kept('dynamodb')).then((started) => {
      stops.push(started.stop);
      return started;
    }),
    startSignIn({ port: signInPort, publicUrl: url, clock }).then((started) => stops.push(started.stop)),
  ]);

  const permissions = readPermissions(template);
  checkMailMayBeStored(template);
  const faults = createFaults();
  const callers = new Map<string, LiveCaller>();
  const services = new Map<string, AwsService>();
  const endpoint = await startEndpoint({
    callers,
    services,
    permissions,
    keyNeeds: readKeys(template),
    faults,
    clock,
    accountId: template.account,
    print,
  });
  stops.push(endpoint.stop);
  const host = createHost({ template, permissions, clock, endpointUrl: endpoint.url, callers, print });
  stops.push(host.stop);
  clock.onMove(host.pushClock);

  const bus = createBus({ template, host, faults });
  const s3 = createS3({
    template,
    clock,
    may: (caller, need) => isAdmin(caller) || permissions.may(caller, need),
    publish: bus.publish,
    folder: kept('s3'),
  });
  const ses = await createSes({ template, clock, publish: bus.publish, folder: kept('outbox') });
  const scheduler = createScheduler({ template, clock, host, faults, file: kept('schedules.json') });
  const secrets = createSecrets({ template, clock, file: kept('secrets.json') });
  const client = createDynamoDbClient(database.port, template.region);
  stops.push(client.close);
  const tables = await makeTables(template, client);
  let streams: Streams | undefined;
  const dynamodb = createDynamoDb(template, client, () => streams?.written());
  for (const service of [dynamodb, s3, ses, scheduler, secrets]) services.set(service.name, service);

  const positions = keepJson(kept('streams.json'), z.record(z.string(), positionSchema), {});
  streams = await startStreams({ template, tables, client, host, permissions, faults, clock, positions, print });
  stops.push(streams.stop);
  const receiving = createSesReceiving({ template, clock, s3, host, faults });
  const mailIn = await startMailIn({ receiving, port: options.smtpPort ?? 0 });
  stops.push(mailIn.stop);

  const busy: readonly Busy[] = [streams, host, endpoint, bus, ses, scheduler, receiving];
  const timeKeeper = keepTime({ clock, scheduler, settle: () => settleAll(busy) });
  stops.push(timeKeeper.stop);

  const sources = [bus, scheduler, receiving];
  const [table, ...otherTables] = tables;
  if (!table || otherTables.length > 0) throw new Error('The template must have one table, which the console reads cases from');
  const localConsole = createConsole({
    ready: () => true,
    functions: host.names,
    logs: host.logs,
    clock,
    timeKeeper,
    settle: () => settleAll([...busy, timeKeeper]),
    failed: () => [...host.deadLetters(), ...(streams?.deadLetters() ?? []), ...sources.flatMap((source) => source.failed())],
    outbox: ses.outbox,
    scheduler,
    receiving,
    faults,
    parseFault,
    denied: permissions.denied,
    unused: permissions.unused,
    calls: endpoint.calls,
    resetCalls: endpoint.resetCalls,
    cases: createCaseReader({ endpoint: endpoint.url, region: template.region, tableName: table.resource.name, accessKey: ADMIN_KEY }),
  });
  const api = createHttpApi({ template, host, clock });
  answer = (request, response) => {
    const handler = /^\/_local(?=[/?]|$)/.test(request.url ?? '') ? localConsole : api.answer;
    handler(request, response).catch((error: unknown) => {
      print(`${request.method} failed: ${error instanceof Error ? error.message : String(error)}`);
      response.destroy();
    });
  };
  return { url, smtpPort: mailIn.port, signInUrl, endpointUrl: endpoint.url };
};

/** A shared folder is read with this run's addresses put in; otherwise the stack is synthesised with them. */
const templateFor = async ({ cdkOut, folder }: LocalStackOptions, addresses: Parameters<typeof readdress>[0]) => {
  if (cdkOut !== undefined) return loadTemplate(cdkOut, readdress(addresses));
  const own = folder === undefined ? join(tmpdir(), `complaints-${randomUUID()}`) : join(folder, 'cdk.out');
  await synthesise(own, addresses);
  if (folder === undefined) process.once('exit', () => rmSync(own, { recursive: true, force: true }));
  return loadTemplate(own);
};
