import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { luton } from '../../../council/luton.ts';
import { createChosenLanguage } from '../../adapters/identity/chosen-language.ts';
import { instantOf } from '../../domain/calendar/local-date.ts';
import { networkOf } from '../../domain/intake/at-the-door.ts';
import { notFound, somethingWentWrong } from '../../web/errors/error-pages.ts';
import { formIn } from '../../web/form-in.ts';
import type { Page, PageRequest, PageResponse } from '../../web/page.ts';
import { createRender, type Render } from '../../web/render.ts';
import { createDrawing } from '../../web/words/languages.ts';
import { logContext, logFault } from './log.ts';
import { packed } from './packed.ts';
import { headersFor } from './security-headers.ts';

/** Left to draw the page that says so when time runs out; without it API Gateway answers with a line of JSON. */
const drawingTimeMs = 1_000;

/**
 * The frame of every function that a browser calls: log context, security headers, and an incident number for whatever was thrown. `deskRender`: of the
 * function whose pages are officers'.
 */
export function onRequest(routes: Readonly<Record<string, Page>>, publicUrl: string, deskRender?: Render) {
  const where: 'public' | 'desk' = deskRender ? 'desk' : 'public';
  const inEnglish = createRender(luton);
  const drawing = createDrawing(luton, createChosenLanguage({ secure: publicUrl.startsWith('https:') }));
  /** A page of what went wrong speaks English where even the words cannot be loaded; the desk always does. */
  const renderFor = async (event: APIGatewayProxyEventV2): Promise<Render> => {
    if (deskRender) return deskRender;
    const request = { cookies: event.cookies ?? [], method: methodOf(event), route: routeOf(event), url: urlOf(event, publicUrl) };
    return drawing(request).then(
      ({ render }) => render,
      () => inEnglish,
    );
  };
  return middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>({ timeoutEarlyInMillis: drawingTimeMs })
    .use(logContext)
    .onError(async (request) => {
      logFault('page-failed', request.error);
      const { event, context } = request;
      const failed = { method: methodOf(event), incident: context.awsRequestId, where, path: event.rawPath };
      request.response = answerOf(event, somethingWentWrong(await renderFor(event), failed));
    })
    .handler(async (event, context) => {
      const page = routes[routeOf(event)];
      const answered = page ? await page(await requestOf(event, context.awsRequestId, publicUrl)) : notFound(await renderFor(event), where);
      return answerOf(event, answered);
    });
}

async function requestOf(event: APIGatewayProxyEventV2, incident: string, publicUrl: string): Promise<PageRequest> {
  const body = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
  const { form, files } = await formIn(body, event.headers['content-type']);
  return {
    method: methodOf(event),
    route: routeOf(event),
    url: urlOf(event, publicUrl),
    params: event.pathParameters ?? {},
    query: new URLSearchParams(event.rawQueryString),
    form,
    files,
    cookies: event.cookies ?? [],
    network: networkOf(event.requestContext.http.sourceIp),
    now: instantOf(new Date()),
    incident,
  };
}

function urlOf({ rawPath, rawQueryString }: APIGatewayProxyEventV2, publicUrl: string): string {
  return `${publicUrl}${rawPath}${rawQueryString ? `?${rawQueryString}` : ''}`;
}

/** A HEAD is answered as its GET; what stands between us and the browser leaves out the body. */
function routeOf({ routeKey }: APIGatewayProxyEventV2): string {
  return routeKey.replace(/^HEAD /, 'GET ');
}

function methodOf(event: APIGatewayProxyEventV2): PageRequest['method'] {
  return event.requestContext.http.method === 'POST' ? 'POST' : 'GET';
}

/** Pages are about people: nothing of them is kept by a browser or a proxy. */
function answerOf(event: APIGatewayProxyEventV2, response: PageResponse): APIGatewayProxyStructuredResultV2 {
  const cookies = response.cookies ? [...response.cookies] : [];
  const headers = {
    ...headersFor(response),
    'cache-control': 'no-store',
  };
  if ('location' in response) return { statusCode: response.status, headers: { ...headers, location: response.location }, cookies };
  const html = {
    statusCode: response.status,
    headers: { ...headers, 'content-type': 'text/html; charset=utf-8' },
    cookies,
    body: response.html,
  };
  return response.nothingSecret ? packed(event, html) : html;
}
