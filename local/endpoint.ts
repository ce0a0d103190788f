import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import type { AwsAnswer, AwsRequest, AwsService, Busy, Caller, Clock, Fault } from './cloud.ts';
import type { FaultList } from './faults.ts';
import type { LiveCaller } from './functions/host.ts';
import { listen } from './listen.ts';
import type { readKeys } from './permissions/keys.ts';
import type { Permissions } from './permissions/permissions.ts';

/** The key of the console and of tests: it may do everything, and its calls are counted nowhere. */
export const ADMIN_KEY = 'LOCALADMIN';

type Call = { function: string; service: string; operation: string; count: number };

export type Endpoint = Busy & {
  url: string;
  /** How often each function called each operation since the last reset. */
  calls(): readonly Call[];
  resetCalls(): void;
  stop(): Promise<void>;
};

type EndpointParts = {
  /** The access keys of live execution environments. */
  callers: ReadonlyMap<string, LiveCaller>;
  /** Filled before the first call: services are made after the endpoint, whose address their own callers need. */
  services: ReadonlyMap<string, AwsService>;
  permissions: Permissions;
  keyNeeds: ReturnType<typeof readKeys>;
  faults: FaultList;
  clock: Clock;
  accountId: string;
  print: (line: string) => void;
};

/** Credential=<access key>/<date>/<region>/<service>/aws4_request, in a header or in a presigned address. */
const CREDENTIAL = /Credential=([^/]+)\/\d+\/[^/]+\/([^/]+)\//;

/**
 * The one address of all AWS services. Who calls is known by the access key, which service is meant by the signature's scope; the signature
 * itself is not verified. In order: the caller's permissions, the faults in force, the service.
 */
export const startEndpoint = async (parts: EndpointParts): Promise<Endpoint> => {
  const { faults, permissions, print } = parts;
  const counts = new Map<string, Call>();
  let inHand = 0;
  let whenIdle: (() => void)[] = [];

  const count = (caller: LiveCaller, service: string, operation: string) => {
    const key = `${caller.functionName} ${service} ${operation}`;
    const call = counts.get(key) ?? { function: caller.functionName, service, operation, count: 0 };
    counts.set(key, { ...call, count: call.count + 1 });
  };

  const refusal = (service: AwsService, request: AwsRequest): AwsAnswer | undefined => {
    const needs = service.needs(request);
    for (const need of [...needs, ...parts.keyNeeds(service.name, needs)]) {
      const verdict = permissions.check(request.caller, need);
      if (verdict.allowed) continue;
      const who = `arn:aws:sts::${parts.accountId}:assumed-role/${request.caller.role.split('/').at(-1)}/${request.caller.functionName}`;
      const message = `User: ${who} is not authorized to perform: ${need.action} on resource: ${need.resource} because ${verdict.why}`;
      print(`DENIED ${message}`);
      const json = service.name !== 's3' && service.name !== 'ses';
      return service.error(json ? 'AccessDeniedException' : 'AccessDenied', message, service.name === 'dynamodb' ? 400 : 403);
    }
    return undefined;
  };

  const failure = (service: AwsService, met: readonly Fault[]): AwsAnswer | undefined => {
    const code = met.find(({ fail }) => fail !== undefined)?.fail;
    return code === undefined ? undefined : service.error(code, `${code}: a fault that was asked for`, statusOf(code));
  };

  const handle = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const body = await buffer(incoming);
    const url = new URL(incoming.url ?? '/', 'http://endpoint');
    const presigned = url.searchParams.get('X-Amz-Credential');
    const [, accessKey = '', scope = ''] =
      CREDENTIAL.exec(incoming.headers.authorization ?? (presigned ? `Credential=${presigned}/` : '')) ?? [];
    const caller = accessKey === ADMIN_KEY ? ADMIN : parts.callers.get(accessKey);
    const service = parts.services.get(scope);
    if (!caller) return refuse(outgoing, 403, `The access key of this call belongs to no function that is running`, print);
    if (!service)
      return refuse(outgoing, 501, `${caller.functionName} called ${scope || 'an unnamed service'}, which is not modelled locally`, print);

    const request: AwsRequest = {
      method: incoming.method ?? 'GET',
      path: (incoming.url ?? '/').split('?')[0] ?? '/',
      query: url.searchParams,
      headers: Object.fromEntries(
        Object.entries(incoming.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : (value ?? '')]),
      ),
      body,
      caller,
    };
    if (caller === ADMIN) return send(outgoing, await service.answer(request), parts.clock);

    const operation = service.operation(request);
    count(caller, service.name, operation);
    const met = faults.take(service.name, operation);
    const delay = Math.max(0, ...met.map(({ delayMs }) => delayMs ?? 0));
    if (delay > 0) await sleep(delay);
    const answer = refusal(service, request) ?? failure(service, met) ?? (await service.answer(request));
    if (answer.status === 501) print(`${caller.functionName} called ${service.name} ${operation}, which is not modelled locally`);
    if (met.some(({ die }) => die)) caller.kill();
    if (met.some(({ drop }) => drop)) outgoing.destroy();
    else send(outgoing, answer, parts.clock);
  };

  const { port, close } = await listen((incoming, outgoing) => {
    inHand += 1;
    handle(incoming, outgoing)
      .catch((error: unknown) => {
        print(`The AWS endpoint failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
        if (!outgoing.headersSent) outgoing.writeHead(500).end();
      })
      .finally(() => {
        inHand -= 1;
        if (inHand > 0) return;
        for (const resolve of whenIdle) resolve();
        whenIdle = [];
      });
  }, 0);
  return {
    name: 'AWS endpoint',
    // Not `localhost`: with an address S3 clients put the bucket in the path by themselves.
    url: `http://127.0.0.1:${port}`,
    calls: () => [...counts.values()],
    resetCalls: () => counts.clear(),
    isIdle: () => inHand === 0,
    idle: () => (inHand === 0 ? Promise.resolve() : new Promise((resolve) => whenIdle.push(resolve))),
    stop: close,
  };
};

/** Whether a call comes from the console: it may do everything. */
export const isAdmin = (caller: Caller): boolean => caller.role === ADMIN.role;

const ADMIN: LiveCaller = { functionName: 'console', role: 'console', kill: () => {} };

const refuse = (outgoing: ServerResponse, status: number, message: string, print: (line: string) => void) => {
  print(message);
  outgoing
    .writeHead(status, { 'content-type': 'application/json', 'x-amzn-errortype': 'NotModelledLocally' })
    .end(JSON.stringify({ message }));
};

const send = (outgoing: ServerResponse, answer: AwsAnswer, clock: Clock) => {
  outgoing.writeHead(answer.status, { date: clock.now().toUTCString(), ...answer.headers }).end(answer.body);
};

/** Throttling and refusals are the caller's error (400), the rest of what one asks for is the service's own. */
const statusOf = (code: string): number => (/Unavailable|SlowDown/.test(code) ? 503 : /Internal/.test(code) ? 500 : 400);
