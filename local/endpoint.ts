import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import type { AwsAnswer, AwsRequest, AwsService, Caller } from './cloud.ts';
import type { LiveCaller } from './functions/host.ts';
import type { Ground } from './ground.ts';
import { listen } from './listen.ts';
import { readKeys } from './permissions/keys.ts';
import { readPostedForm } from './services/posted-form.ts';

/** The key of the console and of tests: it may do everything, and its calls are counted nowhere. */
export const ADMIN_KEY = 'LOCALADMIN';
const ADMIN: LiveCaller = { functionName: 'console', role: 'console', kill: () => {} };

type Call = { function: string; service: string; operation: string; count: number };

export type Endpoint = Awaited<ReturnType<typeof startEndpoint>>;

type EndpointParts = {
  /** The access keys of live execution environments. */
  callers: ReadonlyMap<string, LiveCaller>;
  /** Filled before the first call: services are made after the endpoint, whose address their own callers need. */
  services: ReadonlyMap<string, AwsService>;
};

/** Credential=<access key>/<date>/<region>/<service>/aws4_request, in a header, or in the query of a presigned link. */
const CREDENTIAL = /Credential=([^/]+)\/\d+\/[^/]+\/([^/]+)\//;

/**
 * The one address of all AWS services. In order: the caller's permissions, the faults in force, the service.
 *
 * It trusts what AWS would not: who calls is known by the access key and which service is meant by the signature's scope, but the signature, its
 * age and the session token are not verified, and the console's key may do everything. Any process on this machine could call it so.
 */
export const startEndpoint = async (ground: Ground, { callers, services }: EndpointParts) => {
  const { clock, faults, permissions, print, template, work } = ground;
  const keyNeeds = readKeys(template);
  const counts = new Map<string, Call>();

  const count = (caller: Caller, service: string, operation: string) => {
    const key = `${caller.functionName} ${service} ${operation}`;
    const call = counts.get(key) ?? { function: caller.functionName, service, operation, count: 0 };
    counts.set(key, { ...call, count: call.count + 1 });
  };

  const refusal = (service: AwsService, request: AwsRequest): AwsAnswer | undefined => {
    const needs = service.needs(request);
    for (const need of [...needs, ...keyNeeds(needs)]) {
      const verdict = permissions.check(request.caller, need);
      if (verdict.allowed) continue;
      const who = `arn:aws:sts::${template.account}:assumed-role/${request.caller.role.split('/').at(-1)}/${request.caller.functionName}`;
      const message = `User: ${who} is not authorized to perform: ${need.action} on resource: ${need.resource} because ${verdict.why}`;
      print(`DENIED ${message}`);
      const json = service.name !== 's3' && service.name !== 'ses';
      return service.error(json ? 'AccessDeniedException' : 'AccessDenied', message, service.name === 'dynamodb' ? 400 : 403);
    }
    return undefined;
  };

  const refuse = (outgoing: ServerResponse, status: number, message: string) => {
    print(message);
    const headers = { 'content-type': 'application/json', 'x-amzn-errortype': 'NotModelledLocally' };
    outgoing.writeHead(status, headers).end(JSON.stringify({ message }));
  };
  const send = (outgoing: ServerResponse, { status, headers, body }: AwsAnswer) => {
    outgoing.writeHead(status, { date: clock.now().toUTCString(), ...headers }).end(body);
  };

  const handle = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const { origin = '' } = incoming.headers;
    // Only a bucket is asked by scripts, and it knows which.
    const lets = (method: string) => (origin === '' ? undefined : services.get('s3')?.lets?.(origin, method, incoming.url ?? '/'));
    if (incoming.method === 'OPTIONS') {
      const allowed = lets(String(incoming.headers['access-control-request-method']));
      return send(outgoing, allowed ? { status: 200, headers: allowed } : { status: 403 });
    }
    const body = await buffer(incoming);
    const [path = '/', query = ''] = (incoming.url ?? '/').split('?', 2);
    const search = new URLSearchParams(query);
    const form = await readPostedForm(incoming.method ?? 'GET', incoming.headers['content-type'], body);
    const credential = search.get('X-Amz-Credential') ?? form?.fields['x-amz-credential'] ?? '';
    const signed = incoming.headers.authorization ?? `Credential=${credential}/`;
    const [, accessKey = '', scope = ''] = CREDENTIAL.exec(signed) ?? [];
    const caller = accessKey === ADMIN_KEY ? ADMIN : callers.get(accessKey);
    const service = services.get(scope);
    if (!caller) return refuse(outgoing, 403, 'The access key of this call belongs to no function that is running');
    if (!service)
      return refuse(outgoing, 501, `${caller.functionName} called ${scope || 'an unnamed service'}, which is not modelled locally`);

    const request: AwsRequest = {
      method: incoming.method ?? 'GET',
      path,
      query: search,
      headers: Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)])),
      body,
      caller,
      ...(form && { form }),
    };
    if (caller === ADMIN) return send(outgoing, await service.answer(request));

    const operation = service.operation(request);
    count(caller, service.name, operation);
    const met = faults.take(service.name, operation);
    const delay = Math.max(0, ...met.map(({ delayMs }) => delayMs ?? 0));
    if (delay > 0) await sleep(delay);
    const fail = met.find((fault) => fault.fail)?.fail;
    const failure = fail === undefined ? undefined : service.error(fail, `${fail}: a fault that was asked for`, statusOf(fail));
    const answer = refusal(service, request) ?? failure ?? (await service.answer(request));
    if (answer.status === 501) print(`${caller.functionName} called ${service.name} ${operation}, which is not modelled locally`);
    if (met.some(({ die }) => die)) caller.kill();
    if (met.some(({ drop }) => drop)) outgoing.destroy();
    else send(outgoing, { ...answer, headers: { ...answer.headers, ...lets(request.method) } });
  };

  const { port, close } = await listen((incoming, outgoing) => {
    const handled = handle(incoming, outgoing).catch((error: unknown) => {
      print(`The AWS endpoint failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      if (!outgoing.headersSent) outgoing.writeHead(500).end();
    });
    void work.track(handled);
  }, 0);
  return {
    // Not `localhost`: with an address S3 clients put the bucket in the path by themselves.
    url: `http://127.0.0.1:${port}`,
    /** How often each function called each operation since the last reset. */
    calls: (): readonly Call[] => [...counts.values()],
    resetCalls: () => counts.clear(),
    stop: close,
  };
};

/** Throttling and refusals are the caller's error (400), the rest of what one asks for is the service's own. */
const statusOf = (code: string): number => (/Unavailable|SlowDown/.test(code) ? 503 : /Internal/.test(code) ? 500 : 400);
