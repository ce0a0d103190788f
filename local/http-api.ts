import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import type { FunctionHost } from './cloud.ts';
import type { Ground } from './ground.ts';
import { onlyOne, propertiesOf, type Template } from './template/template.ts';

/** Lambda takes and gives six megabytes at most, the event's own JSON and base64 included. */
const LARGEST_PAYLOAD_BYTES = 6 * 1024 * 1024;
/** An HTTP API waits thirty seconds for its integration. */
const LONGEST_WAIT_MILLISECONDS = 30_000;

const apiSchema = z.strictObject({ Name: z.string(), ProtocolType: z.literal('HTTP') });
const routeSchema = z.strictObject({
  ApiId: z.string(),
  RouteKey: z.string(),
  Target: z.string(),
  AuthorizationType: z.literal('NONE').optional(),
});
const integrationSchema = z.strictObject({
  ApiId: z.string(),
  IntegrationType: z.literal('AWS_PROXY'),
  IntegrationUri: z.string(),
  PayloadFormatVersion: z.literal('2.0'),
});

/** `GET /desk/cases/{reference}`, or `$default`, which takes what no other route does. */
type Route = { key: string; method: string; path: string; pattern: RegExp; functionArn: string };

/** The answer of a function in payload format 2.0. */
const answerSchema = z.object({
  statusCode: z.number(),
  headers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  cookies: z.array(z.string()).optional(),
  body: z.string().optional(),
  isBase64Encoded: z.boolean().optional(),
});
type HttpAnswer = z.infer<typeof answerSchema>;

/**
 * The template's HTTP API in front of its functions: routes, events in payload format 2.0, limits. Throws at what is not modelled.
 * It lets in what the deployed one would not: any `Host`, plain HTTP, and as many requests as come (the stage's throttle is not kept).
 */
export const createHttpApi = ({ template, clock }: Ground, host: FunctionHost) => {
  const api = onlyOne(template, 'AWS::ApiGatewayV2::Api');
  propertiesOf(api, apiSchema);
  const routes = readRoutes(template);

  const answerTo = async (request: IncomingMessage): Promise<HttpAnswer> => {
    const [rawPath = '/', ...query] = (request.url ?? '/').split('?');
    const found = findRoute(routes, request.method ?? 'GET', rawPath);
    if (!found) return message(404, 'Not Found');
    const { route } = found;
    const place = { ...found, accountId: template.account, apiId: api.ref, rawPath, rawQueryString: query.join('?') };
    const event = eventOf(request, await buffer(request), clock.now(), place);
    if (Buffer.byteLength(JSON.stringify(event)) > LARGEST_PAYLOAD_BYTES) return message(413, 'Request Entity Too Large');
    const source = route.path === '' ? '$default' : `${request.method}${route.path}`;
    const sourceArn = template.arn('execute-api', `${api.ref}/$default/${source}`);
    const invoked = host.invoke(route.functionArn, event, { principal: 'apigateway.amazonaws.com', sourceArn });
    const over = new AbortController();
    const late = sleep(LONGEST_WAIT_MILLISECONDS, undefined, { signal: over.signal }).catch(() => undefined);
    const result = await Promise.race([invoked, late]).finally(() => over.abort());
    if (!result) return message(503, 'Service Unavailable');
    return result.ok ? answerFrom(result.payload) : message(500, 'Internal Server Error');
  };
  return { answer: async (request: IncomingMessage, response: ServerResponse) => send(response, await answerTo(request)) };
};

const readRoutes = (template: Template): readonly Route[] => {
  const integrations = template.ofType('AWS::ApiGatewayV2::Integration');
  return template
    .ofType('AWS::ApiGatewayV2::Route')
    .map((resource): Route => {
      const { RouteKey: key, Target: target } = propertiesOf(resource, routeSchema);
      const integration = integrations.find(({ ref }) => target === `integrations/${ref}`);
      if (!integration) throw new Error(`${resource.id}: no integration is called ${target}`);
      const functionArn = propertiesOf(integration, integrationSchema).IntegrationUri;
      if (key === '$default') return { key, method: 'ANY', path: '', pattern: /^/, functionArn };
      const [method = '', path = ''] = key.split(' ');
      if (!/^(?:\/(?:[\w.-]*|\{\w+\}))+$/.test(path)) throw new Error(`${resource.id}: the route ${key} is not modelled locally`);
      const pattern = new RegExp(`^${path.replaceAll('.', '\\.').replaceAll('{', '(?<').replaceAll('}', '>[^/]+)')}$`);
      return { key, method, path, pattern, functionArn };
    })
    .sort((one, other) => variables(one) - variables(other));
};

/** The most exact route wins: fewest variables, then a method of its own before ANY; `$default` is last. */
const variables = ({ path, method }: Route) =>
  path === '' ? Number.POSITIVE_INFINITY : path.split('{').length * 2 + (method === 'ANY' ? 1 : 0);

const findRoute = (routes: readonly Route[], method: string, path: string) => {
  const route = routes.find((one) => [method, 'ANY'].includes(one.method) && one.pattern.test(path));
  const named = Object.entries(route?.pattern.exec(path)?.groups ?? {}).map(([name, value]) => [name, decode(value)]);
  return route && { route, parameters: Object.fromEntries(named) };
};

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** The only types whose body API Gateway hands on as text; forms, and a body without a type, arrive as base64. */
const isText = (contentType: string) => /^(text\/|application\/(json|javascript|xml)\b)/i.test(contentType);

/** Where a request came to. */
type Place = Record<'accountId' | 'apiId' | 'rawPath' | 'rawQueryString', string> & { route: Route; parameters: Record<string, string> };

const eventOf = (request: IncomingMessage, body: Buffer, now: Date, place: Place) => {
  const { accountId, apiId, route, parameters, rawPath, rawQueryString } = place;
  const { cookie, ...rest } = request.headers;
  const host = request.headers.host ?? 'localhost';
  const sourceIp = request.socket.remoteAddress ?? '127.0.0.1';
  const query: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(rawQueryString)) query[name] = name in query ? `${query[name]},${value}` : value;
  const base64 = body.length > 0 && !isText(request.headers['content-type'] ?? '');
  return {
    version: '2.0',
    routeKey: route.key,
    rawPath,
    rawQueryString,
    ...(cookie ? { cookies: cookie.split(/;\s*/) } : {}),
    headers: {
      ...Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : value])),
      'x-forwarded-for': sourceIp,
      'x-forwarded-port': host.split(':')[1] ?? '80',
      'x-forwarded-proto': 'http',
    },
    ...(Object.keys(query).length > 0 ? { queryStringParameters: query } : {}),
    requestContext: {
      accountId,
      apiId,
      domainName: host,
      domainPrefix: apiId,
      http: { method: request.method, path: rawPath, protocol: 'HTTP/1.1', sourceIp, userAgent: request.headers['user-agent'] ?? '' },
      requestId: randomUUID(),
      routeKey: route.key,
      stage: '$default',
      time: requestTime(now),
      timeEpoch: now.getTime(),
    },
    ...(Object.keys(parameters).length > 0 ? { pathParameters: parameters } : {}),
    ...(body.length > 0 ? { body: body.toString(base64 ? 'base64' : 'utf8') } : {}),
    isBase64Encoded: base64,
  };
};

/** `12/Mar/2026:19:03:58 +0000` */
const requestTime = (now: Date) => {
  const [, day, month, year, time] = now.toUTCString().split(' ');
  return `${day}/${month}/${year}:${time} +0000`;
};

const message = (statusCode: number, text: string): HttpAnswer => ({
  statusCode,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ message: text }),
});

/** What API Gateway makes of a function's answer. It would also take anything else for a body; no page of ours means that. */
const answerFrom = (payload: unknown): HttpAnswer => {
  const parsed = answerSchema.safeParse(payload);
  const tooLarge = Buffer.byteLength(JSON.stringify(payload ?? null)) > LARGEST_PAYLOAD_BYTES;
  return parsed.success && !tooLarge ? parsed.data : message(500, 'Internal Server Error');
};

const send = (response: ServerResponse, { statusCode, headers = {}, cookies, body = '', isBase64Encoded }: HttpAnswer): void => {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, String(value));
  if (cookies) response.setHeader('set-cookie', cookies);
  response.writeHead(statusCode).end(isBase64Encoded ? Buffer.from(body, 'base64') : body);
};
