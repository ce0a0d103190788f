import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { staticFile } from '../web/static-files.ts';
import { pack, packed } from './frame/packed.ts';
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
  return packed(event, { statusCode: 200, headers, body: file.body }, (body) => packedOnce(name, body));
}

const known = new Map<string, string>();

function packedOnce(name: string, body: string): string {
  const found = known.get(name) ?? pack(body);
  known.set(name, found);
  return found;
}
