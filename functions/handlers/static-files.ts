import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { staticFile } from '../web/static-files.ts';
import { securityHeaders } from './frame/security-headers.ts';

/** Style, script and icon. Their names carry a hash of their content, so a cache may keep them for ever. */
export async function handler(event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> {
  const file = staticFile(event.pathParameters?.['file'] ?? '');
  return file
    ? {
        statusCode: 200,
        headers: { ...securityHeaders, 'content-type': file.contentType, 'cache-control': file.cacheControl },
        body: file.body,
      }
    : { statusCode: 404, headers: { ...securityHeaders, 'content-type': 'text/plain; charset=utf-8' }, body: 'There is no such file.' };
}
