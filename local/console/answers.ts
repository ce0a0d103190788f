import type { IncomingMessage, ServerResponse } from 'node:http';

export type ConsoleRequest = { method: string; path: string; query: URLSearchParams; body: Buffer; wantsPage: boolean };
export type ConsoleAnswer = { status: number; contentType: string; body: string };

/** What a caller did wrong, in words for them. */
export class NotUnderstood extends Error {}

export function json(value: unknown, status = 200): ConsoleAnswer {
  return { status, contentType: 'application/json; charset=utf-8', body: `${JSON.stringify(value, undefined, 1)}\n` };
}

export async function readRequest(request: IncomingMessage): Promise<ConsoleRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const url = new URL(request.url ?? '/', 'http://console');
  return {
    method: request.method ?? 'GET',
    path: url.pathname.replace(/(?<=.)\/$/, ''),
    query: url.searchParams,
    body: Buffer.concat(chunks),
    wantsPage: request.headers.accept?.includes('text/html') ?? false,
  };
}

export function send(response: ServerResponse, answer: ConsoleAnswer): void {
  response.writeHead(answer.status, {
    'content-type': answer.contentType,
    'cache-control': 'no-store',
    // Mail shown here was written by strangers: no script, nothing fetched.
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-src 'self'",
  });
  response.end(answer.body);
}
