import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createClock, keepTime } from './clock.ts';
import type { AwsService } from './cloud.ts';
import { createCaseReader } from './console/cases.ts';
import { answerConsole } from './console/console.ts';
import { createDynamoDbClient } from './dynamodb/client.ts';
import { startDynamoDbLocal } from './dynamodb/java.ts';
import { createDynamoDb } from './dynamodb/service.ts';
import { positionSchema } from './dynamodb/stream-reader.ts';
import { startStreams } from './dynamodb/streams.ts';
import { makeTable } from './dynamodb/table.ts';
import { startEndpoint } from './endpoint.ts';
import { createFaults } from './faults.ts';
import { createHost, type LiveCaller } from './functions/host.ts';
import { createWork, type Ground } from './ground.ts';
import { createHttpApi } from './http-api.ts';
import { keepJson } from './kept.ts';
import { listen, mustBeFree } from './listen.ts';
import { startMailIn } from './mail-in.ts';
import { readPermissions } from './permissions/permissions.ts';
import { checkMailMayBeStored } from './permissions/stored-mail.ts';
import { type BusEvent, createBus } from './services/events.ts';
import { createGuardDuty } from './services/guardduty.ts';
import { createS3 } from './services/s3.ts';
import { createScheduler } from './services/scheduler.ts';
import { createSecrets } from './services/secrets.ts';
import { createSes } from './services/ses.ts';
import { createSesReceiving } from './services/ses-receiving.ts';
import { createTranscribe } from './services/transcribe.ts';
import { startSignIn } from './sign-in.ts';
import { readdress, synthesise } from './synthesise.ts';
import { loadTemplate } from './template/template.ts';
import { createVoicemailIn } from './voicemail-in.ts';

type LocalStackOptions = {
  /** 0, the default, takes free ports everywhere. */
  port?: number;
  smtpPort?: number;
  /** Where data is kept between runs; without it everything is in memory. */
  folder?: string;
  /** A folder that `synthesise` wrote: it is read and left alone, so that many runs can share it. */
  cdkOut?: string;
  /** A DynamoDB Local that runs already, and the database in it that is this stack's alone (letters and digits): many stacks can share it. */
  dynamoDb?: { port: number; database: string };
  /** The instant at which the stack's clock begins. */
  startAt?: Date;
  /** What a person should see: refused calls, failed functions, lost records. Nothing is said without it. */
  print?: (line: string) => void;
};

export type LocalStack = Awaited<ReturnType<typeof startLocalStack>>;

/** Everybody who may reach what runs here: this machine. */
const LOOPBACK = ['127.0.0.1', '::1'];

/**
 * Builds the deployed stack on this machine from its own synthesised template, and answers when it is ready.
 * Throws one sentence for a person where a port is taken or Java is missing, and naming the resource where the template holds what is not modelled.
 *
 * It trusts what the deployed stack would not; each list stands at its place: endpoint.ts (callers), http-api.ts (requests),
 * ses-receiving.ts and receipt-verdicts.ts (mail), sign-in-server.ts (officers), console.ts (everybody on this machine).
 */
export const startLocalStack = async (options: LocalStackOptions = {}) => {
  const stops: (() => unknown)[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(stops.splice(0).map((end) => end()));
  };
  try {
    return { ...(await start(options, stops)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
};

const start = async (options: LocalStackOptions, stops: (() => unknown)[]) => {
  const { folder, print = () => {} } = options;
  const kept = (name: string) => (folder === undefined ? undefined : join(folder, name));
  /** Ends with the stack, also when another part fails to start. */
  const stopping = async <T extends { stop(): unknown }>(starting: Promise<T>): Promise<T> => {
    const started = await starting;
    stops.push(started.stop);
    return started;
  };

  let answer: Parameters<typeof listen>[0] = (_request, response) => response.writeHead(503).end('The service is starting.');
  const web = await listen((request, response) => answer(request, response), options.port ?? 0, LOOPBACK);
  stops.push(web.close);
  const url = `http://localhost:${web.port}`;
  const beside = options.port ? signInPortBeside(options.port, options.smtpPort) : 0;
  const signInPort = await mustBeFree(beside, LOOPBACK, 'PORT=… (sign-in takes the next one)');
  if (options.smtpPort) await mustBeFree(options.smtpPort, ['127.0.0.1'], 'SMTP_PORT=…');
  const clock = createClock({ file: kept('clock.json'), startAt: options.startAt });

  // The slow things first and together: the synthesis, the Java database, the provider.
  const [cdkOut, running, signIn] = await Promise.all([
    options.cdkOut ?? synthesised(folder),
    options.dynamoDb ?? stopping(startDynamoDbLocal(kept('dynamodb'))),
    stopping(startSignIn({ port: signInPort, publicUrl: url, clock })),
  ]);
  const template = loadTemplate(cdkOut, readdress({ publicUrl: url, signInIssuer: `http://localhost:${signInPort}` }));
  checkMailMayBeStored(template);
  const permissions = readPermissions(template);
  const faults = createFaults();
  const work = createWork();
  const ground: Ground = { template, permissions, clock, faults, work, failed: [], print };

  const callers = new Map<string, LiveCaller>();
  const services = new Map<string, AwsService>();
  const endpoint = await stopping(startEndpoint(ground, { callers, services }));
  const host = createHost(ground, { endpointUrl: endpoint.url, callers });
  stops.push(host.stop);
  clock.onMove(host.pushClock);

  const secrets = createSecrets(ground, kept('secrets.json'));
  services.set(secrets.name, secrets);
  const cases = createCaseReader(ground, endpoint.url);

  /** All that is stored and that is to come, with what acts on it: as it was kept, else as in a new account. */
  const hold = async (database = options.dynamoDb?.database) => {
    const client = createDynamoDbClient(running.port, template.region, database);
    const table = await makeTable(template, client);
    let writes = 0;
    const bus = createBus(ground, host);
    const tell = (event: BusEvent) => {
      bus.publish(event);
      guardDuty.hears(event);
    };
    const s3 = createS3(ground, tell, kept('s3'));
    const guardDuty = createGuardDuty(ground, s3.read, bus.publish);
    const transcribe = createTranscribe(ground, s3, bus.publish, kept('transcribe.json'));
    const ses = await createSes(ground, bus.publish, kept('outbox'));
    const scheduler = createScheduler(ground, host, kept('schedules.json'));
    const position = keepJson(kept('stream.json'), positionSchema.nullable(), null);
    const streams = await startStreams(ground, { table, client, host, position });
    const dynamoDb = createDynamoDb(template, client, () => {
      writes += 1;
      streams.written();
    });
    for (const service of [dynamoDb, s3, ses, scheduler, transcribe]) services.set(service.name, service);
    const timeKeeper = keepTime({ clock, scheduler, settle: work.idle, writes: () => writes });
    return {
      receiving: createSesReceiving(ground, s3, host),
      voicemail: createVoicemailIn(ground, s3),
      outbox: ses.outbox,
      scheduler,
      timeKeeper,
      stop() {
        timeKeeper.stop();
        streams.stop();
      },
    };
  };
  let held = await hold();
  stops.push(() => held.stop());
  faults.onChange(() => held.timeKeeper.wake());
  const mailIn = await stopping(startMailIn(() => held.receiving, options.smtpPort ?? 0));

  const api = createHttpApi(ground, host);
  answer = (request, response) => {
    const isConsole = /^\/_local(?=[/?]|$)/.test(request.url ?? '');
    const answered = isConsole
      ? answerConsole({ ground, host, endpoint, cases, ...held }, request, response)
      : api.answer(request, response);
    answered.catch((error: unknown) => {
      print(`${request.method} failed: ${error instanceof Error ? error.message : String(error)}`);
      response.destroy();
    });
  };
  const ended = (what: string, by: Promise<void>) => by.then(() => `${what} ended, and nothing works without it.`);
  const java = 'ended' in running ? [ended('The local database (java)', running.ended)] : [];
  const startAgain = async (startAt: Date): Promise<void> => {
    if (folder !== undefined) throw new Error('What is kept in a folder is not forgotten while the stack runs');
    faults.clear();
    await held.timeKeeper.idle();
    await work.idle();
    held.stop();
    ground.failed.length = 0;
    endpoint.resetCalls();
    await clock.set(startAt);
    // Emptying the old one takes the database longer, and slows it down from then on.
    held = await hold(randomUUID().replaceAll('-', ''));
  };
  return {
    /** `http://localhost:<port>`: the residents' pages, `/desk`, and the console under `/_local`. */
    url,
    smtpPort: mailIn.port,
    /** One sentence for a person, once a process without which nothing works has ended by itself. Also after `stop`. */
    broken: Promise.race([...java, ended('The local sign-in provider', signIn.ended)]),
    /**
     * Forgets everything that is stored, sent and scheduled, and goes on at another time, earlier ones too: as a new stack, with functions that are warm.
     * Throws for a stack with a `folder`.
     */
    startAgain,
  };
};

/** The port after the pages' own, or the one after that where mail comes in on it. */
export const signInPortBeside = (port: number, smtpPort: number | undefined): number => (smtpPort === port + 1 ? port + 2 : port + 1);

/** The synthesised stack: kept with the data, or for as long as this process runs. */
const synthesised = async (folder: string | undefined): Promise<string> => {
  const own = join(folder ?? join(tmpdir(), `complaints-${randomUUID()}`), 'cdk.out');
  if (folder === undefined) process.once('exit', () => rmSync(dirname(own), { recursive: true, force: true }));
  await synthesise(own);
  return own;
};
