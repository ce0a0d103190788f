import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { tellOffset } from '../clock.ts';
import type { Ground } from '../ground.ts';
import { listen } from '../listen.ts';
import type { FunctionSettings } from './settings.ts';

const RUNTIME_CLIENT = fileURLToPath(import.meta.resolve('aws-lambda-ric'));
const PRELOAD = new URL('./preload.mjs', import.meta.url).href;
/** Lambda gives initialisation ten seconds. */
const INIT_MILLISECONDS = 10_000;

/** What one run of a function came to: the payload, or Lambda's error, as JSON text. */
export type Outcome = { ok: boolean; body: string };

/** One execution environment: a process of its own under Amazon's runtime client, which takes one event at a time. */
export type Environment = ReturnType<typeof startEnvironment>;

type EnvironmentParts = {
  settings: FunctionSettings;
  accessKey: string;
  endpointUrl: string;
  log: (text: string) => void;
  /** The environment waits for its next event. */
  onFree: () => void;
  onGone: () => void;
};

type Job = { id: string; event: string; delivered: boolean; finish: (outcome: Outcome) => void };

const failure = (errorType: string, errorMessage: string): Outcome => ({ ok: false, body: JSON.stringify({ errorType, errorMessage }) });

/** Starts an environment: its Runtime API server (the address is one host and port, so each has its own), then its process. */
export const startEnvironment = (ground: Ground, parts: EnvironmentParts) => {
  const { settings } = parts;
  let job: Job | undefined;
  let polling: ServerResponse | undefined;
  let child: ChildProcess | undefined;
  let gone = false;
  let timer: NodeJS.Timeout | undefined;

  const finish = (outcome: Outcome) => {
    clearTimeout(timer);
    const done = job;
    job = undefined;
    done?.finish(outcome);
    if (polling && !gone) parts.onFree();
  };

  const leave = (how: string) => {
    if (gone) return;
    gone = true;
    clearTimeout(timer);
    void listening.then(({ close }) => close());
    parts.onGone();
    if (job) finish(failure('Runtime.ExitError', `RequestId: ${job.id} Error: Runtime exited with error: ${how}`));
  };

  const kill = (): void => {
    child?.kill('SIGKILL');
    leave('signal: SIGKILL');
  };

  const killAfter = (milliseconds: number, why: string) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      finish(failure('Sandbox.Timedout', why));
      kill();
    }, milliseconds);
  };

  const deliver = () => {
    if (!job || job.delivered || !polling) return;
    const { id, event } = job;
    const answer = polling;
    polling = undefined;
    job.delivered = true;
    const milliseconds = settings.timeoutSeconds * 1000;
    killAfter(milliseconds, `RequestId: ${id} Error: Task timed out after ${settings.timeoutSeconds.toFixed(2)} seconds`);
    answer
      .writeHead(200, {
        'content-type': 'application/json',
        'lambda-runtime-aws-request-id': id,
        // The function compares it with its own, shifted clock.
        'lambda-runtime-deadline-ms': String(ground.clock.now().getTime() + milliseconds),
        'lambda-runtime-invoked-function-arn': settings.arn,
        'lambda-runtime-trace-id': 'Root=1-00000000-000000000000000000000000;Parent=0000000000000000;Sampled=0',
      })
      .end(event);
  };

  const receive = async (request: IncomingMessage, answer: ServerResponse) => {
    const path = request.url?.replace('/2018-06-01/runtime', '') ?? '';
    if (path === '/invocation/next') {
      polling = answer;
      // The client's next poll may overtake its answer: while a delivered event is unanswered, the poll only waits.
      if (!job) parts.onFree();
      else deliver();
      return;
    }
    const body = await text(request);
    answer.writeHead(202).end();
    const [, id, kind] = /^\/invocation\/([^/]+)\/(response|error)$/.exec(path) ?? [];
    if (path === '/init/error') finish({ ok: false, body });
    else if (id !== undefined && id === job?.id) finish({ ok: kind === 'response', body });
  };

  // A process that is killed in the middle of an answer has left; `leave` says so.
  const listening = listen((request, answer) => void receive(request, answer).catch(() => answer.destroy()), 0);
  void listening.then(({ port }) => {
    if (gone) return;
    const memory = `--max-old-space-size=${Math.floor(settings.memoryMegabytes * 0.9)}`;
    const env = variablesOf(ground, parts, `127.0.0.1:${port}`);
    const options: SpawnOptions = { cwd: settings.folder, stdio: ['ignore', 'pipe', 'pipe', 'ipc'], env };
    child = spawn(process.execPath, [memory, '--import', PRELOAD, RUNTIME_CLIENT, settings.handler], options);
    child.stdout?.on('data', (data) => parts.log(String(data)));
    child.stderr?.on('data', (data) => parts.log(String(data)));
    child.on('error', (error) => leave(error.message));
    child.on('exit', (code, signal) => leave(signal ? `signal: ${signal}` : `exit status ${code}`));
  });
  killAfter(INIT_MILLISECONDS, 'The function did not initialise within 10 seconds');

  return {
    isFree: () => !job && !gone && polling !== undefined,
    /** Runs one event. Never rejects: a crash, a timeout or a thrown error is an outcome that is not ok. */
    run: (event: string) =>
      new Promise<Outcome>((resolve) => {
        job = { id: randomUUID(), event, delivered: false, finish: resolve };
        deliver();
      }),
    setClock: async (offsetMilliseconds: number) => {
      if (child) await tellOffset(child, offsetMilliseconds);
    },
    kill,
  };
};

/** Nothing of this machine's own environment: what the template gives, and what Lambda gives. */
const variablesOf = ({ template, clock }: Ground, { settings, accessKey, endpointUrl }: EnvironmentParts, runtimeApi: string) => ({
  ...settings.variables,
  _HANDLER: settings.handler,
  LAMBDA_TASK_ROOT: settings.folder,
  LAMBDA_RUNTIME_DIR: '/var/runtime',
  AWS_LAMBDA_RUNTIME_API: runtimeApi,
  AWS_LAMBDA_NODEJS_USE_ALTERNATIVE_CLIENT_1: 'true',
  AWS_LAMBDA_FUNCTION_NAME: settings.name,
  AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(settings.memoryMegabytes),
  AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
  AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${settings.name}`,
  AWS_LAMBDA_LOG_STREAM_NAME: 'local',
  AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
  AWS_REGION: template.region,
  AWS_DEFAULT_REGION: template.region,
  AWS_ACCESS_KEY_ID: accessKey,
  AWS_SECRET_ACCESS_KEY: 'local',
  AWS_SESSION_TOKEN: 'local',
  AWS_ENDPOINT_URL: endpointUrl,
  LOCAL_CLOCK_OFFSET: String(clock.offsetMilliseconds()),
  LOCAL_COMPILED: join(dirname(settings.folder), 'compiled'),
  TZ: ':UTC',
  LANG: 'en_US.UTF-8',
});
