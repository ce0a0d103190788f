import { createHash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import * as z from 'zod';
import type { AwsAnswer, AwsRequest, AwsService } from '../cloud.ts';
import type { Ground } from '../ground.ts';
import { type KeptFiles, keepFiles } from '../kept.ts';
import { propertiesOf } from '../template/template.ts';
import { element } from './xml.ts';

export type S3 = AwsService & {
  /** As an AWS service stores an object, without a caller; `at` is its last-modified instant, in the stack's time. */
  keep(bucket: string, key: string, body: Buffer, at: Date): void;
};

const objectShape = z.strictObject({ key: z.string(), etag: z.string(), lastModified: z.string(), contentType: z.string() });
type Bucket = { name: string; arn: string; objects: KeptFiles<z.infer<typeof objectShape>> };

// Notifications would have to be told to somebody: a bucket that has them stops the local stack.
const bucketShape = z.object({ NotificationConfiguration: z.undefined().optional() });
const listLimit = 1000;

/**
 * S3 as our functions use it: whole objects, path style, in buckets that the template makes, kept in `folder`. A missing key is 403 and not 404 to a
 * caller who may not list the bucket. Anything else is answered 501.
 */
export function createS3({ template, clock, permissions }: Ground, folder?: string): S3 {
  const buckets = new Map<string, Bucket>();
  for (const resource of template.ofType('AWS::S3::Bucket')) {
    propertiesOf(resource, bucketShape);
    const { name, arn } = resource;
    buckets.set(name, { name, arn, objects: keepFiles(folder === undefined ? undefined : join(folder, name), objectShape) });
  }

  function store(bucket: Bucket, key: string, body: Buffer, contentType: string, at: Date): string {
    const etag = createHash('md5').update(body).digest('hex');
    bucket.objects.put(key, { key, etag, contentType, lastModified: at.toISOString() }, body);
    return etag;
  }

  function put({ headers, body }: AwsRequest, bucket: Bucket, key: string): AwsAnswer {
    const condition = headers['if-none-match'];
    const unknown = Object.keys(headers).find((name) => /^x-amz-(meta-|copy|tagging|server-side|acl|grant)/.test(name));
    if (unknown !== undefined) return error('NotImplemented', `${unknown} is not part of the local stack.`, 501);
    if (headers['content-encoding']?.includes('aws-chunked')) return error('NotImplemented', 'Streamed bodies are not part of it.', 501);
    if (condition !== undefined && condition !== '*') return error('NotImplemented', 'If-None-Match knows only * here.', 501);
    if (condition === '*' && bucket.objects.get(key))
      return error('PreconditionFailed', 'At least one of the pre-conditions you specified did not hold', 412);
    const etag = store(bucket, key, body, headers['content-type'] ?? 'application/octet-stream', clock.now());
    return { status: 200, headers: { etag: `"${etag}"` } };
  }

  function get(request: AwsRequest, bucket: Bucket, key: string): AwsAnswer {
    const found = bucket.objects.get(key);
    if (!found) {
      const mayList = permissions.may(request.caller, { action: 's3:ListBucket', resource: bucket.arn, context: { 's3:prefix': key } });
      return mayList ? error('NoSuchKey', 'The specified key does not exist.', 404) : error('AccessDenied', 'Access Denied', 403);
    }
    if (request.headers['range'] !== undefined) return error('NotImplemented', 'Ranges are not part of the local stack.', 501);
    const { etag, contentType, lastModified } = found.described;
    return {
      status: 200,
      headers: {
        etag: `"${etag}"`,
        'content-type': contentType,
        'content-length': String(found.body.length),
        'last-modified': new Date(lastModified).toUTCString(),
      },
      body: found.body,
    };
  }

  function list({ query }: AwsRequest, bucket: Bucket): AwsAnswer {
    const unknown = [...query.keys()].find((name) => !['list-type', 'x-id', 'prefix', 'continuation-token', 'max-keys'].includes(name));
    if (unknown !== undefined) return error('NotImplemented', `Listing by ${unknown} is not part of the local stack.`, 501);
    const prefix = query.get('prefix') ?? '';
    const after = Buffer.from(query.get('continuation-token') ?? '', 'base64url');
    const limit = Math.min(Number(query.get('max-keys') ?? listLimit), listLimit);
    // In the order of their keys' UTF-8 bytes.
    const rest = bucket.objects
      .all()
      .map(({ described, body }) => ({ ...described, size: body.length, bytes: Buffer.from(described.key) }))
      .filter(({ key, bytes }) => key.startsWith(prefix) && Buffer.compare(bytes, after) > 0)
      .sort((one, other) => Buffer.compare(one.bytes, other.bytes));
    const page = rest.slice(0, limit);
    const last = rest.length > page.length ? page.at(-1) : undefined;
    const contents = page.map(
      ({ key, lastModified, etag, size }) =>
        `<Contents>${element('Key', key)}${element('LastModified', lastModified)}${element('ETag', `"${etag}"`)}${element('Size', size)}</Contents>`,
    );
    return xml(
      200,
      `<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${element('Name', bucket.name)}${element('KeyCount', page.length)}` +
        `${element('IsTruncated', last !== undefined)}${last ? element('NextContinuationToken', last.bytes.toString('base64url')) : ''}` +
        `${contents.join('')}</ListBucketResult>`,
    );
  }

  return {
    name: 's3',
    operation,
    needs(request) {
      const { bucket, key } = addressOf(request);
      const arn = `arn:aws:s3:::${bucket}`;
      const action = operation(request);
      if (action === 'ListObjectsV2')
        return [{ action: 's3:ListBucket', resource: arn, context: { 's3:prefix': request.query.get('prefix') ?? '' } }];
      return action === 'unknown' ? [] : [{ action: `s3:${action}`, resource: `${arn}/${key}` }];
    },
    async answer(request) {
      const { bucket: name, key } = addressOf(request);
      const bucket = buckets.get(name);
      const asked = operation(request);
      if (asked === 'unknown') return error('NotImplemented', 'The local S3 does not know this call.', 501);
      if (!bucket) return error('NoSuchBucket', 'The specified bucket does not exist', 404);
      if (asked === 'PutObject') return put(request, bucket, key);
      return asked === 'ListObjectsV2' ? list(request, bucket) : get(request, bucket, key);
    },
    error,
    keep(name, key, body, at) {
      const bucket = buckets.get(name);
      if (!bucket) throw new Error(`The template has no bucket ${name}.`);
      store(bucket, key, body, 'application/octet-stream', at);
    },
  };
}

/** The SDK adds `x-id` to say which call it is; every other query parameter means a part of S3 that we do not have. */
function operation({ path, method, query }: AwsRequest): 'PutObject' | 'GetObject' | 'ListObjectsV2' | 'unknown' {
  if (addressOf({ path }).key === '') return method === 'GET' && query.get('list-type') === '2' ? 'ListObjectsV2' : 'unknown';
  if ([...query.keys()].some((name) => name !== 'x-id')) return 'unknown';
  return ({ PUT: 'PutObject', GET: 'GetObject' } as const)[method] ?? 'unknown';
}

function addressOf({ path }: { path: string }): { bucket: string; key: string } {
  const [, bucket = '', ...key] = path.split('/');
  return { bucket: decodeURIComponent(bucket), key: key.map(decodeURIComponent).join('/') };
}

function xml(status: number, body: string): AwsAnswer {
  return { status, headers: { 'content-type': 'application/xml' }, body: `<?xml version="1.0" encoding="UTF-8"?>\n${body}` };
}

function error(code: string, message: string, status: number): AwsAnswer {
  return xml(status, `<Error>${element('Code', code)}${element('Message', message)}${element('RequestId', randomUUID())}</Error>`);
}
