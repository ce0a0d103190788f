import { gzipSync } from 'node:zlib';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { staticFile } from '../web/static-files.ts';
import { securityHeaders } from './frame/security-headers.ts';

/** Style, script and icon. Their names carry a hash of their content, so a cache may keep them for ever. */
export async function handler(event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> {
  const name = event.pathParameters?.['file'] ?? '';
  const file = staticFile(name);
  if (!file) {
    const headers = { ...securityHeaders, 'content-type': 'text/plain; charset=utf-8' };
    return { statusCode: 404, headers, body: 'There is no such file.' };
  }
  const headers = { ...securityHeaders, 'content-type': file.contentType, 'cache-control': file.cacheControl, vary: 'accept-encoding' };
  // API Gateway packs nothing by itself, and the style is eight times as long unpacked: seconds on an old phone.
  return /\bgzip\b/.test(event.headers['accept-encoding'] ?? '')
    ? { statusCode: 200, headers: { ...headers, 'content-encoding': 'gzip' }, isBase64Encoded: true, body: packed(name, file.body) }
    : { statusCode: 200, headers, body: file.body };
}

const alreadyPacked = new Map<string, string>();

function packed(name: string, body: string): string {
  const known = alreadyPacked.get(name) ?? gzipSync(body, { level: 9 }).toString('base64');
  alreadyPacked.set(name, known);
  return known;
}
