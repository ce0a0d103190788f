import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { AwsRequest, AwsService, Clock, FunctionHost, Invocation, Invoker } from '../../../local/cloud.ts';
import type { Fault } from '../../../local/faults.ts';
import type { Ground } from '../../../local/ground.ts';
import type { BusEvent } from '../../../local/services/events.ts';
import type { JsonObject } from '../../../local/template/json.ts';
import type { Template } from '../../../local/template/template.ts';
import { groundOver } from '../fixture.ts';

// What the services of the local stack stand on in their own tests: a template, a clock, a host that only remembers, and a bare endpoint.

const account = '111122223333';
const region = 'eu-west-2';
const arn = (service: string, rest: string) => `arn:aws:${service}:${region}:${account}:${rest}`;

type Described = { id: string; type: string; name?: string; ref?: string; arn?: string; properties?: JsonObject };

export function templateOf(...described: Described[]): Template {
  const resources = described.map(({ id, type, name = id, ref = name, arn: own = ref, properties = {} }) => ({
    id,
    type,
    stack: 'test',
    name,
    ref,
    arn: own,
    properties,
  }));
  return {
    account,
    region,
    arn,
    ofType: (wanted) => resources.filter(({ type }) => type === wanted),
    asset: () => '',
  };
}

export const stillClock = (instant: string): Clock => ({ now: () => new Date(instant), offsetMilliseconds: () => 0 });

/** What every part stands on, without functions to permit anything. */
export function groundOf(
  template: Template,
  { clock = stillClock('2026-12-18T09:00:00Z'), faults = [] as Fault[], mayAll = false } = {},
): Ground {
  const ground = groundOver(template, clock);
  for (const fault of faults) ground.faults.add(fault);
  return { ...ground, permissions: { ...ground.permissions, may: () => mayAll } };
}

export type Invoked = { functionArn: string; event: unknown; by: Invoker };

/** Remembers what it was asked to run, and answers what `outcome` says. */
export function rememberingHost(outcome: Partial<Invocation> = {}): FunctionHost & { invoked: Invoked[] } {
  const invoked: Invoked[] = [];
  const invoke = async (functionArn: string, event: unknown, by: Invoker): Promise<Invocation> => {
    invoked.push({ functionArn, event, by });
    return { ok: true, payload: null, ...outcome };
  };
  return { invoked, invoke, invokeLater: invoke };
}

export const rememberingBus = () => {
  const events: BusEvent[] = [];
  return { events, publish: (event: BusEvent) => void events.push(event) };
};

/** One service at an address, so that the real SDK can speak to it. */
export async function serve(
  service: AwsService,
  readForm: (method: string, contentType: string | undefined, body: Buffer) => Promise<AwsRequest['form']> = async () => undefined,
) {
  const needs: ReturnType<AwsService['needs']>[] = [];
  const server = createServer(async (incoming, outgoing) => {
    const url = new URL(incoming.url ?? '/', 'http://endpoint');
    const body = await buffer(incoming);
    const form = await readForm(incoming.method ?? 'GET', incoming.headers['content-type'], body);
    const request = {
      ...(form && { form }),
      method: incoming.method ?? 'GET',
      path: url.pathname,
      query: url.searchParams,
      headers: Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)])),
      body,
      caller: { functionName: 'test', role: 'arn:aws:iam::111122223333:role/test' },
    };
    needs.push(service.needs(request));
    const answer = await service.answer(request);
    outgoing.writeHead(answer.status, answer.headers).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    needs,
    client: {
      endpoint: `http://127.0.0.1:${port}`,
      region,
      maxAttempts: 1,
      credentials: { accessKeyId: 'TEST', secretAccessKey: 'test' },
    },
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
