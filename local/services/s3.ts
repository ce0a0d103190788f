import { createHash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import * as z from 'zod';
import type { AwsAnswer, AwsRequest, Need, PostedForm } from '../cloud.ts';
import type { Ground } from '../ground.ts';
import { propertiesOf } from '../template/template.ts';
import type { BusEvent } from './events.ts';
import { whyFormRefused } from './posted-form.ts';
import { whyRefused } from './presigned.ts';
import { keepObjects, type Objects, type ObjectVersion, type StoredObject } from './s3-objects.ts';
import { element, elements } from './xml.ts';

/** How an object is stored; `at` is its last-modified instant, in the stack's time. */
type Keeping = { at: Date; contentType?: string | undefined; metadata?: Record<string, string> };
export type S3 = ReturnType<typeof createS3>;

// Notifications of any other kind would have to be told to somebody: a bucket that has them stops the local stack.
const toEventBridge = z.strictObject({ EventBridgeConfiguration: z.strictObject({ EventBridgeEnabled: z.literal(true) }) });
const corsShape = z.strictObject({
  CorsRules: z.array(
    z.strictObject({ AllowedOrigins: z.array(z.string()), AllowedMethods: z.array(z.string()), MaxAge: z.number().optional() }),
  ),
});
type Cors = z.infer<typeof corsShape>['CorsRules'];
type Bucket = { name: string; arn: string; tells: boolean; cors: Cors; objects: Objects };
const bucketShape = z.object({ NotificationConfiguration: toEventBridge.optional(), CorsConfiguration: corsShape.optional() });
const listLimit = 1000;
const metadataPrefix = 'x-amz-meta-';

/**
 * S3 as our functions use it: whole objects and their versions, path style, in buckets that the template makes, kept in `folder`. What is stored is told to
 * the bus where the bucket says so. A missing key is 403 and not 404 to a caller who may not list the bucket. Anything else is answered 501.
 */
export function createS3({ template, clock, permissions }: Ground, publish: (event: BusEvent) => void, folder?: string) {
  const buckets = new Map<string, Bucket>();
  for (const resource of template.ofType('AWS::S3::Bucket')) {
    const { NotificationConfiguration: told, CorsConfiguration: cors } = propertiesOf(resource, bucketShape);
    const { name, arn } = resource;
    buckets.set(name, {
      name,
      arn,
      tells: told !== undefined,
      cors: cors?.CorsRules ?? [],
      objects: keepObjects(folder === undefined ? undefined : join(folder, name)),
    });
  }

  function store(bucket: Bucket, key: string, body: Buffer, keeping: Keeping): ObjectVersion {
    const etag = createHash('md5').update(body).digest('hex');
    const { at, contentType = 'application/octet-stream', metadata = {} } = keeping;
    const version = bucket.objects.put({ key, etag, contentType, metadata, lastModified: at.toISOString() }, body);
    const { versionId } = version;
    const detail = {
      version: '0',
      bucket: { name: bucket.name },
      object: { key, size: body.length, etag, 'version-id': versionId, sequencer: versionId },
      'request-id': randomUUID(),
      reason: 'PutObject',
    };
    if (bucket.tells) publish({ source: 'aws.s3', 'detail-type': 'Object Created', resources: [bucket.arn], time: at, detail });
    return version;
  }

  function put({ headers, body }: AwsRequest, bucket: Bucket, key: string): AwsAnswer {
    const condition = headers['if-none-match'];
    const unknown = Object.keys(headers).find((name) => /^x-amz-(copy|tagging|server-side|acl|grant)/.test(name));
    if (unknown !== undefined) return error('NotImplemented', `${unknown} is not part of the local stack.`, 501);
    if (headers['content-encoding']?.includes('aws-chunked')) return error('NotImplemented', 'Streamed bodies are not part of it.', 501);
    if (condition !== undefined && condition !== '*') return error('NotImplemented', 'If-None-Match knows only * here.', 501);
    if (condition === '*' && bucket.objects.latest(key))
      return error('PreconditionFailed', 'At least one of the pre-conditions you specified did not hold', 412);
    const { 'content-type': contentType } = headers;
    const { etag } = store(bucket, key, body, { at: clock.now(), contentType, metadata: metadataIn(headers) });
    return { status: 200, headers: { etag: `"${etag}"` } };
  }

  /** What a browser posts from a form: its policy says what it may be. */
  function post(form: PostedForm, bucket: Bucket): AwsAnswer {
    const refused = whyFormRefused(form, clock.now());
    if (refused) return error(refused.code, refused.message, refused.status);
    const { fields, file } = form;
    const key = fields['key'] ?? '';
    const contentType = fields['content-type'] ?? 'binary/octet-stream';
    const { etag } = store(bucket, key, file, { at: clock.now(), contentType, metadata: metadataIn(fields) });
    const { success_action_redirect: onTo, success_action_status: status } = fields;
    if (onTo === undefined) return { status: status === '201' || status === '200' ? Number(status) : 204 };
    const location = new URL(onTo);
    for (const [name, value] of Object.entries({ bucket: bucket.name, key, etag: `"${etag}"` })) location.searchParams.set(name, value);
    return { status: 303, headers: { location: location.href } };
  }

  function get(request: AwsRequest, bucket: Bucket, key: string): AwsAnswer {
    const refused = whyRefused(request, clock.now());
    if (refused !== undefined) return error('AccessDenied', refused, 403);
    const version = request.query.get('versionId');
    const found = version === null ? bucket.objects.latest(key) : bucket.objects.version(key, version);
    if (!found && version !== null) return error('NoSuchVersion', 'The specified version does not exist.', 404);
    if (!found) {
      const mayList = permissions.may(request.caller, { action: 's3:ListBucket', resource: bucket.arn, context: { 's3:prefix': key } });
      return mayList ? error('NoSuchKey', 'The specified key does not exist.', 404) : error('AccessDenied', 'Access Denied', 403);
    }
    return answerWith(request, found);
  }

  return {
    name: 's3',
    operation,
    needs(request: AwsRequest): Need[] {
      const { bucket, key } = addressOf(request);
      const arn = `arn:aws:s3:::${bucket}`;
      const action = operation(request);
      const context = { 's3:prefix': request.query.get('prefix') ?? '' };
      if (action === 'PostObject') return [{ action: 's3:PutObject', resource: `${arn}/${request.form?.fields['key']}` }];
      if (action === 'GetObject' && request.query.has('versionId')) return [{ action: 's3:GetObjectVersion', resource: `${arn}/${key}` }];
      if (action === 'ListObjectsV2') return [{ action: 's3:ListBucket', resource: arn, context }];
      if (action === 'ListObjectVersions') return [{ action: 's3:ListBucketVersions', resource: arn, context }];
      if (action === 'DeleteObject') return [{ action: 's3:DeleteObjectVersion', resource: `${arn}/${key}` }];
      // Who may read an object may ask about it: S3 has no right of its own for HeadObject.
      return action === 'unknown' ? [] : [{ action: action === 'HeadObject' ? 's3:GetObject' : `s3:${action}`, resource: `${arn}/${key}` }];
    },
    async answer(request: AwsRequest): Promise<AwsAnswer> {
      const { bucket: name, key } = addressOf(request);
      const bucket = buckets.get(name);
      const asked = operation(request);
      if (asked === 'unknown') return error('NotImplemented', 'The local S3 does not know this call.', 501);
      if (!bucket) return error('NoSuchBucket', 'The specified bucket does not exist', 404);
      if (asked === 'PutObject') return put(request, bucket, key);
      if (asked === 'PostObject' && request.form) return post(request.form, bucket);
      if (asked === 'GetObject' || asked === 'HeadObject') return get(request, bucket, key);
      if (asked === 'ListObjectsV2') return list(request, bucket);
      if (asked === 'ListObjectVersions') return listVersions(request, bucket);
      if (asked !== 'DeleteObject')
        return error('MalformedPOSTRequest', 'The body of your POST request is not well-formed multipart/form-data.', 400);
      bucket.objects.remove(key, request.query.get('versionId') ?? '');
      return { status: 204 };
    },
    error,
    lets(origin: string, method: string, path: string): Record<string, string> | undefined {
      const rules = buckets.get(addressOf({ path: path.split('?')[0] ?? '' }).bucket)?.cors ?? [];
      const allowed = rules.some((rule) => rule.AllowedOrigins.includes(origin) && rule.AllowedMethods.includes(method));
      return allowed ? { 'access-control-allow-origin': origin, 'access-control-allow-methods': method, vary: 'Origin' } : undefined;
    },
    /** As an AWS service stores an object, without a caller. */
    keep(name: string, key: string, body: Buffer, keeping: Keeping): void {
      const bucket = buckets.get(name);
      if (!bucket) throw new Error(`The template has no bucket ${name}.`);
      store(bucket, key, body, keeping);
    },
    /** As an AWS service reads one. */
    read: (name: string, key: string): Buffer | undefined => buckets.get(name)?.objects.latest(key)?.body,
  };
}

/** What is kept beside an object. */
function metadataIn(named: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(named).flatMap(([name, value]) => (name.startsWith(metadataPrefix) ? [[name.slice(metadataPrefix.length), value]] : [])),
  );
}

function answerWith({ method, headers, query }: AwsRequest, { described, body }: StoredObject): AwsAnswer {
  const { etag, contentType, lastModified, metadata, versionId } = described;
  const disposition = query.get('response-content-disposition');
  const common = {
    etag: `"${etag}"`,
    'content-type': query.get('response-content-type') ?? contentType,
    ...(disposition !== null && { 'content-disposition': disposition }),
    'last-modified': new Date(lastModified).toUTCString(),
    'accept-ranges': 'bytes',
    'x-amz-version-id': versionId,
    ...Object.fromEntries(Object.entries(metadata).map(([name, value]) => [`${metadataPrefix}${name}`, value])),
  };
  const whole = { status: 200, headers: { ...common, 'content-length': String(body.length) } };
  if (method === 'HEAD') return whole;
  if (headers['range'] === undefined) return { ...whole, body };
  // Browsers ask for audio in parts.
  const [, from = '', to = ''] = /^bytes=(\d+)-(\d*)$/.exec(headers['range']) ?? [];
  const [start, end] = [Number(from), to === '' ? body.length - 1 : Math.min(Number(to), body.length - 1)];
  if (from === '' || start > end) return error('InvalidRange', 'The requested range is not satisfiable', 416);
  const part = body.subarray(start, end + 1);
  const range = { 'content-range': `bytes ${start}-${end}/${body.length}`, 'content-length': String(part.length) };
  return { status: 206, headers: { ...common, ...range }, body: part };
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
  const contents = page.map(({ key: Key, lastModified: LastModified, etag, size: Size }) =>
    element('Contents', { Key, LastModified, ETag: `"${etag}"`, Size }),
  );
  const token = last && { NextContinuationToken: last.bytes.toString('base64url') };
  return listed('ListBucketResult', { Name: bucket.name, KeyCount: page.length, IsTruncated: last !== undefined, ...token }, contents);
}

/** One page: nobody asks for the versions of more than one key. */
function listVersions({ query }: AwsRequest, bucket: Bucket): AwsAnswer {
  const unknown = [...query.keys()].find((name) => !['versions', 'x-id', 'prefix'].includes(name));
  const versions = bucket.objects.versions(query.get('prefix') ?? '');
  if (unknown !== undefined || versions.length > listLimit)
    return error('NotImplemented', 'Such lists are not part of the local stack.', 501);
  const all = versions.map(({ key: Key, versionId: VersionId, lastModified: LastModified, etag }, index) =>
    element('Version', { Key, VersionId, IsLatest: versions[index - 1]?.key !== Key, LastModified, ETag: `"${etag}"` }),
  );
  return listed('ListVersionsResult', { Name: bucket.name, IsTruncated: false }, all);
}

function listed(result: string, about: Parameters<typeof elements>[0], members: readonly string[]): AwsAnswer {
  return xml(200, `<${result} xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${elements(about)}${members.join('')}</${result}>`);
}

/**
 * The SDK adds `x-id` to say which call it is, and a presigned link its signature and the headers of its answer; every other query parameter means a
 * part of S3 that we do not have. Nothing is deleted without saying which version: that would only hide it.
 */
function operation({ path, method, query, form }: AwsRequest) {
  if (addressOf({ path }).key === '') {
    if (method === 'POST' && form) return 'PostObject';
    if (method !== 'GET') return 'unknown';
    if (query.has('versions')) return 'ListObjectVersions';
    return query.get('list-type') === '2' ? 'ListObjectsV2' : 'unknown';
  }
  if (method === 'DELETE') return query.has('versionId') ? 'DeleteObject' : 'unknown';
  const asks = [...query.keys()].filter((name) => name !== 'x-id');
  if (method === 'GET' && asks.every((name) => /^(?:x-amz-|response-|versionId$)/i.test(name))) return 'GetObject';
  if (asks.length > 0) return 'unknown';
  return ({ PUT: 'PutObject', HEAD: 'HeadObject' } as const)[method] ?? 'unknown';
}

function addressOf({ path }: { path: string }): { bucket: string; key: string } {
  const [, bucket = '', ...key] = path.split('/');
  return { bucket: decodeURIComponent(bucket), key: key.map(decodeURIComponent).join('/') };
}

function xml(status: number, body: string): AwsAnswer {
  return { status, headers: { 'content-type': 'application/xml' }, body: `<?xml version="1.0" encoding="UTF-8"?>\n${body}` };
}

function error(code: string, message: string, status: number): AwsAnswer {
  return xml(status, element('Error', { Code: code, Message: message, RequestId: randomUUID() }));
}
