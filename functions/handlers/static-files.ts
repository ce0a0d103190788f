import middy from '@middy/core';
import httpSecurityHeaders from '@middy/http-security-headers';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { staticFile } from '../web/static-files.ts';

/** Style, script and icon. Their names carry a hash of their content, so a cache may keep them for ever. */
export const handler = middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>()
  .use(httpSecurityHeaders())
  .handler(async (event): Promise<APIGatewayProxyStructuredResultV2> => {
    const file = staticFile(event.pathParameters?.['file'] ?? '');
    return file
      ? { statusCode: 200, headers: { 'content-type': file.contentType, 'cache-control': file.cacheControl }, body: file.body }
      : { statusCode: 404, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: 'There is no such file.' };
  });
