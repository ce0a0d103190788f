import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import * as z from 'zod';
import type { AwsAnswer, AwsRequest, AwsService, BusEvent, Caller, Clock, Need } from '../cloud.ts';
import { propertiesOf, type Template } from '../template/template.ts';
import { decodeAwsChunked } from './aws-chunked.ts';
import { type Objects, openObjects, type StoredObject } from './s3-objects.ts';
import { element } from './xml.ts';

export type S3 = AwsService & {
  /** As an AWS service stores an object, without a caller; `at` is its last-modified instant, now where not given. */
  keep(bucket: string, key: string, body: Buffer, described: { contentType: string; at?: Date }): void;
};

type Bucket = { name: string; arn: string; objects: Objects; tellsBus: boolean };
type Operation = 'PutObject' | 'GetObject' | 'HeadObject' | 'ListObjectsV2' | 'unknown';

const bucketShape = z.object({
  NotificationConfiguration: z.optional(z.strictObject({ EventBridgeConfiguration: z.object({ EventBridgeEnabled: z.boolean() }) })),
});
const listLimit = 1000;

/**
 * S3 as our functions use it: whole objects, path style, in buckets that the template makes. `may` says whether a caller has a permission, for S3's
 * habit of answering 403 instead of 404 to a caller who may not list the bucket. Anything else is answered 501.
 */
export function createS3(parts: {
  template: Template;
  clock: Clock;
  may: (caller: Caller, need: Need) => boolean;
  publish: (event: BusEvent) => void;
  folder?: string;
}): S3 {
  const buckets = new Map<string, Bucket>();
  for (const resource of parts.template.ofType('AWS::S3::Bucket')) {
    const { NotificationConfiguration: notification } = propertiesOf(resource, bucketShape);
    buckets.set(resource.name, {
      name: resource.name,
      arn: `arn:aws:s3:::${resource.name}`,
      objects: openObjects(parts.folder === undefined ? undefined : join(parts.folder, resource.name)),
      tellsBus: notification?.EventBridgeConfiguration.EventBridgeEnabled ?? false,
    });
  }

  function store(bucket: Bucket, described: Omit<StoredObject, 'etag' | 'size'>, body: Buffer): StoredObject {
    const object = bucket.objects.put(described, body);
    if (bucket.tellsBus) {
      parts.publish({
        source: 'aws.s3',
        'detail-type': 'Object Created',
        resources: [bucket.arn],
        time: parts.clock.now(),
        detail: {
          version: '0',
          bucket: { name: bucket.name },
          object: {
            key: object.key,
            size: object.size,
            etag: object.etag,
            sequencer: parts.clock.now().getTime().toString(16).toUpperCase(),
          },
          'request-id': randomUUID(),
          requester: parts.template.account,
          reason: 'PutObject',
        },
      });
    }
    return object;
  }

  function put(request: AwsRequest, bucket: Bucket, key: string): AwsAnswer {
    if (request.headers['if-none-match'] !== undefined && request.headers['if-none-match'] !== '*') {
      return error('NotImplemented', 'If-None-Match knows only * here.', 501);
    }
    if (request.headers['if-none-match'] === '*' && bucket.objects.find(key)) {
      return error('PreconditionFailed', 'At least one of the pre-conditions you specified did not hold', 412);
    }
    const framed =
      request.headers['content-encoding']?.includes('aws-chunked') || request.headers['x-amz-content-sha256']?.startsWith('STREAMING-');
    const metadata = Object.entries(request.headers).filter(([name]) => name.startsWith('x-amz-meta-'));
    const object = store(
      bucket,
      {
        key,
        lastModified: parts.clock.now().toISOString(),
        contentType: request.headers['content-type'] ?? 'application/octet-stream',
        metadata: Object.fromEntries(metadata.map(([name, value]) => [name.slice('x-amz-meta-'.length), value])),
      },
      framed ? decodeAwsChunked(request.body) : request.body,
    );
    return { status: 200, headers: { etag: `"${object.etag}"` } };
  }

  function get(request: AwsRequest, bucket: Bucket, key: string): AwsAnswer {
    const object = bucket.objects.find(key);
    if (!object) {
      const mayList = parts.may(request.caller, { action: 's3:ListBucket', resource: bucket.arn, context: { 's3:prefix': key } });
      const refusal = mayList ? error('NoSuchKey', 'The specified key does not exist.', 404) : error('AccessDenied', 'Access Denied', 403);
      return request.method === 'HEAD' ? { status: refusal.status } : refusal;
    }
    if (request.headers['range'] !== undefined) return error('NotImplemented', 'Ranges are not part of the local stack.', 501);
    return {
      status: 200,
      headers: {
        etag: `"${object.etag}"`,
        'content-type': object.contentType,
        'content-length': String(object.size),
        'last-modified': new Date(object.lastModified).toUTCString(),
        ...Object.fromEntries(Object.entries(object.metadata).map(([name, value]) => [`x-amz-meta-${name}`, value])),
      },
      ...(request.method === 'HEAD' ? {} : { body: bucket.objects.body(object) }),
    };
  }

  function list(request: AwsRequest, bucket: Bucket): AwsAnswer {
    if (request.query.has('delimiter')) return error('NotImplemented', 'Delimiters are not part of the local stack.', 501);
    const prefix = request.query.get('prefix') ?? '';
    const from = request.query.get('continuation-token');
    const after = from === null ? (request.query.get('start-after') ?? '') : Buffer.from(from, 'base64url').toString('utf8');
    const limit = Math.min(Number(request.query.get('max-keys') ?? listLimit), listLimit);
    const rest = bucket.objects.list(prefix).filter((object) => Buffer.compare(Buffer.from(object.key), Buffer.from(after)) > 0);
    const page = rest.slice(0, limit);
    const last = page.at(-1);
    const truncated = rest.length > page.length && last !== undefined;
    const contents = page.map(
      (object) =>
        `<Contents>${element('Key', object.key)}${element('LastModified', object.lastModified)}${element('ETag', `"${object.etag}"`)}` +
        `${element('Size', object.size)}${element('StorageClass', 'STANDARD')}</Contents>`,
    );
    return xml(
      200,
      `<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${element('Name', bucket.name)}${element('Prefix', prefix)}` +
        `${element('KeyCount', page.length)}${element('MaxKeys', limit)}${element('IsTruncated', truncated)}` +
        `${truncated ? element('NextContinuationToken', Buffer.from(last.key).toString('base64url')) : ''}${contents.join('')}</ListBucketResult>`,
    );
  }

  return {
    name: 's3',
    operation,
    needs(request) {
      const { bucket, key } = addressOf(request);
      const arn = `arn:aws:s3:::${bucket}`;
      switch (operation(request)) {
        case 'PutObject':
          return [{ action: 's3:PutObject', resource: `${arn}/${key}` }];
        case 'GetObject':
        case 'HeadObject':
          return [{ action: 's3:GetObject', resource: `${arn}/${key}` }];
        case 'ListObjectsV2':
          return [{ action: 's3:ListBucket', resource: arn, context: { 's3:prefix': request.query.get('prefix') ?? '' } }];
        default:
          return [];
      }
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
    keep(name, key, body, { contentType, at }) {
      const bucket = buckets.get(name);
      if (!bucket) throw new Error(`The template has no bucket ${name}.`);
      store(bucket, { key, lastModified: (at ?? parts.clock.now()).toISOString(), contentType, metadata: {} }, body);
    },
  };
}

/** The SDK adds `x-id` to say which call it is; every other query parameter means a part of S3 that we do not have. */
function operation(request: AwsRequest): Operation {
  const { key } = addressOf(request);
  const parameters = [...request.query.keys()].filter((name) => name !== 'x-id');
  if (key === '') return request.method === 'GET' && request.query.get('list-type') === '2' ? 'ListObjectsV2' : 'unknown';
  if (parameters.length > 0 || request.headers['x-amz-copy-source'] !== undefined) return 'unknown';
  return ({ PUT: 'PutObject', GET: 'GetObject', HEAD: 'HeadObject' } as const)[request.method] ?? 'unknown';
}

function addressOf(request: AwsRequest): { bucket: string; key: string } {
  const [, bucket = '', ...key] = request.path.split('/');
  return { bucket: decodeURIComponent(bucket), key: key.map(decodeURIComponent).join('/') };
}

function xml(status: number, body: string): AwsAnswer {
  return { status, headers: { 'content-type': 'application/xml' }, body: `<?xml version="1.0" encoding="UTF-8"?>\n${body}` };
}

function error(code: string, message: string, status: number): AwsAnswer {
  return xml(status, `<Error>${element('Code', code)}${element('Message', message)}${element('RequestId', randomUUID())}</Error>`);
}
