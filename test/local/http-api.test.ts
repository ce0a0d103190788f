import { request } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FunctionHost, Invocation, Invoker } from '../../local/cloud.ts';
import { createHttpApi } from '../../local/http-api.ts';
import { listen } from '../../local/listen.ts';
import type { JsonObject } from '../../local/template/json.ts';
import { loadTemplate } from '../../local/template/template.ts';
import { functionArn, groundOver, lambda, role, synthesised } from './fixture.ts';

const route = (key: string, integration: string): JsonObject => ({
  Type: 'AWS::ApiGatewayV2::Route',
  Properties: {
    ApiId: { Ref: 'Api' },
    RouteKey: key,
    AuthorizationType: 'NONE',
    Target: { 'Fn::Join': ['', ['integrations/', { Ref: integration }]] },
  },
});
const integration = (name: string): JsonObject => ({
  Type: 'AWS::ApiGatewayV2::Integration',
  Properties: {
    ApiId: { Ref: 'Api' },
    IntegrationType: 'AWS_PROXY',
    IntegrationUri: { 'Fn::GetAtt': [name, 'Arn'] },
    PayloadFormatVersion: '2.0',
  },
});

type Event = { body?: string; isBase64Encoded: boolean; routeKey: string; [more: string]: unknown };
let seen: { functionArn: string; event: Event; by: Invoker } | undefined;
let result: Partial<Invocation>;
let web: Awaited<ReturnType<typeof listen>>;
let remove: () => void;
beforeAll(async () => {
  const made = synthesised(
    {
      service: {
        resources: {
          ...role(),
          Pages: lambda('pages'),
          Desk: lambda('desk'),
          Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: { Name: 'complaints', ProtocolType: 'HTTP' } },
          ToPages: integration('Pages'),
          ToDesk: integration('Desk'),
          Home: route('GET /', 'ToPages'),
          Send: route('POST /complaint', 'ToPages'),
          Case: route('GET /desk/cases/{reference}', 'ToDesk'),
          NewCase: route('GET /desk/cases/new', 'ToDesk'),
          Act: route('POST /desk/cases/{reference}/{action}', 'ToDesk'),
          Elsewhere: route('$default', 'ToPages'),
        },
      },
    },
    { pages: '', desk: '' },
  );
  remove = made.remove;
  const host: FunctionHost = {
    invoke: async (arn, event, by) => {
      seen = { functionArn: arn, event: event as Event, by };
      return { ok: true, payload: null, ...result };
    },
    invokeLater: () => Promise.reject(new Error('an HTTP API waits')),
  };
  const clock = { now: () => new Date('2026-12-18T09:00:00Z'), offsetMilliseconds: () => 0 };
  const api = createHttpApi(groundOver(loadTemplate(made.folder), clock), host);
  web = await listen((incoming, outgoing) => void api.answer(incoming, outgoing), 0);
});
afterAll(async () => {
  await web.close();
  remove();
});
beforeEach(() => {
  seen = undefined;
  result = { payload: { statusCode: 200, body: 'fine' } };
});

const ask = (path: string, options: RequestInit = {}) => fetch(`http://127.0.0.1:${web.port}${path}`, { redirect: 'manual', ...options });

describe('the HTTP API', () => {
  it('hands a request to the function of its route in payload format 2.0', async () => {
    await ask('/desk/cases/LBC%2D2026-000001?a=1&a=2&b=%20c', { headers: { cookie: 'one=1; two=2', 'x-own': 'yes' } });
    expect(seen?.functionArn).toBe(functionArn('desk'));
    expect(seen?.by).toMatchObject({
      principal: 'apigateway.amazonaws.com',
      sourceArn: expect.stringMatching(/:api[0-9a-f]{8}\/\$default\/GET\/desk\/cases\/\{reference\}$/),
    });
    expect(seen?.event).toMatchObject({
      version: '2.0',
      routeKey: 'GET /desk/cases/{reference}',
      rawPath: '/desk/cases/LBC%2D2026-000001',
      rawQueryString: 'a=1&a=2&b=%20c',
      queryStringParameters: { a: '1,2', b: ' c' },
      pathParameters: { reference: 'LBC-2026-000001' },
      cookies: ['one=1', 'two=2'],
      headers: { 'x-own': 'yes', 'x-forwarded-proto': 'http' },
      requestContext: { http: { method: 'GET' }, stage: '$default', time: '18/Dec/2026:09:00:00 +0000', timeEpoch: 1_797_584_400_000 },
      isBase64Encoded: false,
    });
    expect(seen?.event['headers']).not.toHaveProperty('cookie');
  });

  it.each([
    ['a form', 'application/x-www-form-urlencoded', true],
    ['a file', 'multipart/form-data; boundary=x', true],
    ['JSON', 'application/json', false],
    ['plain text', 'text/plain; charset=utf-8', false],
    ['problem details, although they are JSON', 'application/problem+json', true],
  ])('hands on %s as base64 or text as API Gateway does', async (_what, type, base64) => {
    await ask('/complaint', { method: 'POST', headers: { 'content-type': type }, body: 'what=bins' });
    expect(seen?.event.isBase64Encoded).toBe(base64);
    expect(Buffer.from(seen?.event.body ?? '', base64 ? 'base64' : 'utf8').toString()).toBe('what=bins');
  });

  it('takes a body without a type for base64', async () => {
    await new Promise((resolve) => request({ port: web.port, host: '127.0.0.1', path: '/complaint', method: 'POST' }, resolve).end('x'));
    expect(seen?.event.isBase64Encoded).toBe(true);
  });

  it.each([
    ['/desk/cases/new', 'GET', 'GET /desk/cases/new'],
    ['/desk/cases/other', 'GET', 'GET /desk/cases/{reference}'],
    ['/desk/cases/x/accept', 'POST', 'POST /desk/cases/{reference}/{action}'],
  ])('prefers the most exact route for %s', async (path, method, key) => {
    await ask(path, { method });
    expect(seen?.event.routeKey).toBe(key);
  });

  it.each([
    ['/nowhere', 'GET'],
    ['/nowhere', 'POST'],
    ['/', 'POST'],
    ['/', 'HEAD'],
    ['/desk/cases/', 'GET'],
    ['/desk/cases/a/b/c', 'POST'],
  ])('hands %s with %s to the default route, in the name of that route', async (path, method) => {
    await ask(path, { method });
    expect(seen?.functionArn).toBe(functionArn('pages'));
    expect(seen?.by).toMatchObject({ sourceArn: expect.stringMatching(/:api[0-9a-f]{8}\/\$default\/\$default$/) });
    expect(seen?.event).toMatchObject({ routeKey: '$default', rawPath: path, requestContext: { http: { method }, routeKey: '$default' } });
    expect(seen?.event).not.toHaveProperty('pathParameters');
  });

  it('answers with status, headers, cookies and bytes', async () => {
    const body = Buffer.from([0, 255, 10]).toString('base64');
    result = {
      payload: {
        statusCode: 201,
        headers: { 'content-type': 'image/png', 'x-count': 3 },
        cookies: ['a=1; Path=/', 'b=2'],
        body,
        isBase64Encoded: true,
      },
    };
    const answer = await ask('/');
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('x-count')]).toEqual([201, 'image/png', '3']);
    expect(answer.headers.getSetCookie()).toEqual(['a=1; Path=/', 'b=2']);
    expect([...new Uint8Array(await answer.arrayBuffer())]).toEqual([0, 255, 10]);
  });

  it.each<[string, Partial<Invocation>]>([
    ['fails', { ok: false, payload: { errorMessage: 'a detail' } }],
    ['answers with a form that is wrong', { payload: { statusCode: 'two hundred' } }],
    ['answers with no form at all', { payload: { hello: 'world' } }],
    ['answers with more than Lambda can carry', { payload: { statusCode: 200, body: 'x'.repeat(6 * 1024 * 1024) } }],
  ])('answers 500 and no detail when the function %s', async (_how, outcome) => {
    result = outcome;
    const answer = await ask('/');
    expect([answer.status, await answer.text()]).toEqual([500, '{"message":"Internal Server Error"}']);
  });

  it('refuses what Lambda could not take, base64 included', async () => {
    const headers = { 'content-type': 'application/octet-stream' };
    expect((await ask('/complaint', { method: 'POST', headers, body: Buffer.alloc(4 * 1024 * 1024) })).status).toBe(200);
    seen = undefined;
    expect((await ask('/complaint', { method: 'POST', headers, body: Buffer.alloc(5 * 1024 * 1024) })).status).toBe(413);
    expect(seen).toBeUndefined();
  });
});
