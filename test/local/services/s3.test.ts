import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterEach, describe, expect, test } from 'vitest';
import { createS3 } from '../../../local/services/s3.ts';
import type { JsonObject } from '../../../local/template/json.ts';
import { groundOf, rememberingBus, serve, stillClock, templateOf } from './stage.ts';

const bucket = 'originals';
const now = '2026-12-18T09:00:00.000Z';
/** The SDK would warn that it cannot send a stream again. */
const silent = { debug() {}, info() {}, warn() {}, error() {} };
const stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

async function start(options: { mayList?: boolean; folder?: string; properties?: JsonObject } = {}) {
  const template = templateOf({
    id: 'Originals',
    type: 'AWS::S3::Bucket',
    name: bucket,
    arn: `arn:aws:s3:::${bucket}`,
    properties: options.properties ?? {},
  });
  const bus = rememberingBus();
  const s3 = createS3(groundOf(template, { clock: stillClock(now), mayAll: options.mayList ?? false }), bus.publish, options.folder);
  const served = await serve(s3);
  stops.push(served.stop);
  return { s3, bus, needs: served.needs, client: new S3Client({ ...served.client, logger: silent }) };
}

describe('the local S3', () => {
  test('gives back the bytes, type and time that an object was stored with', async () => {
    const { client } = await start();
    const body = Buffer.from([0, 13, 10, 255, 48, 13, 10]);
    await client.send(new PutObjectCommand({ Bucket: bucket, Key: 'mail/a b+ü', Body: body, ContentType: 'x/y' }));
    const got = await client.send(new GetObjectCommand({ Bucket: bucket, Key: 'mail/a b+ü' }));
    expect(Buffer.from(await got.Body!.transformToByteArray())).toEqual(body);
    expect(got).toMatchObject({ ContentType: 'x/y', ContentLength: body.length, LastModified: new Date(now) });
  });

  test('does not pretend to take what it would lose: streams, copies', async () => {
    const { client } = await start();
    const put = { Bucket: bucket, Key: 'web/big', ContentLength: 1 };
    const refused = { name: 'NotImplemented' };
    await expect(client.send(new PutObjectCommand({ ...put, Body: Readable.from([Buffer.from('x')]) }))).rejects.toMatchObject(refused);
    await expect(client.send(new PutObjectCommand({ ...put, Body: 'x', Tagging: 'one=two' }))).rejects.toMatchObject(refused);
  });

  test('never overwrites what is stored only if absent', async () => {
    const { client } = await start();
    const put = (Body: string) => client.send(new PutObjectCommand({ Bucket: bucket, Key: 'web/1', Body, IfNoneMatch: '*' }));
    await put('first');
    await expect(put('second')).rejects.toMatchObject({ name: 'PreconditionFailed' });
    const got = await client.send(new GetObjectCommand({ Bucket: bucket, Key: 'web/1' }));
    expect(await got.Body!.transformToString()).toBe('first');
  });

  test('says that a key is missing only to those who may list the bucket', async () => {
    const missing = new GetObjectCommand({ Bucket: bucket, Key: 'mail/none' });
    await expect((await start({ mayList: true })).client.send(missing)).rejects.toMatchObject({ name: 'NoSuchKey' });
    await expect((await start({ mayList: false })).client.send(missing)).rejects.toMatchObject({ name: 'AccessDenied' });
  });

  test('lists a prefix page by page with when each object was stored', async () => {
    const { client, s3 } = await start();
    for (const key of ['mail/c', 'mail/a<&>', 'web/x', 'mail/b'])
      s3.keep(bucket, key, Buffer.from('x'), { at: new Date('2026-12-01T00:00:00Z') });
    const first = await client.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: 'mail/', MaxKeys: 2 }));
    expect(first.Contents?.map(({ Key }) => Key)).toEqual(['mail/a<&>', 'mail/b']);
    expect(first.Contents?.[0]?.LastModified).toEqual(new Date('2026-12-01T00:00:00Z'));
    expect(first.IsTruncated).toBe(true);
    const second = await client.send(
      new ListObjectsV2Command({ Bucket: bucket, Prefix: 'mail/', ContinuationToken: first.NextContinuationToken }),
    );
    expect(second.Contents?.map(({ Key }) => Key)).toEqual(['mail/c']);
    expect(second.IsTruncated).toBe(false);
  });

  test('keeps objects in its folder over a restart', async () => {
    const folder = mkdtempSync(join(tmpdir(), 's3-'));
    const before = await start({ folder });
    await before.client.send(new PutObjectCommand({ Bucket: bucket, Key: `attachments/${'x'.repeat(300)}`, Body: 'kept' }));
    const after = await start({ folder });
    const got = await after.client.send(new GetObjectCommand({ Bucket: bucket, Key: `attachments/${'x'.repeat(300)}` }));
    expect(await got.Body!.transformToString()).toBe('kept');
  });

  test('does not start with a bucket that tells anybody but the bus', async () => {
    const properties = { NotificationConfiguration: { LambdaConfigurations: [{ Event: 's3:ObjectCreated:*', Function: 'one' }] } };
    await expect(start({ properties })).rejects.toThrow('NotificationConfiguration');
  });

  test('asks for the permission of the very object, and of the very prefix', async () => {
    const { client, needs } = await start();
    await client.send(new PutObjectCommand({ Bucket: bucket, Key: 'web/ü', Body: 'x' }));
    await client.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: 'mail/' }));
    expect(needs).toEqual([
      [{ action: 's3:PutObject', resource: 'arn:aws:s3:::originals/web/ü' }],
      [{ action: 's3:ListBucket', resource: 'arn:aws:s3:::originals', context: { 's3:prefix': 'mail/' } }],
    ]);
  });

  test('refuses a bucket that the template does not make, and calls that it does not know', async () => {
    const { client } = await start();
    await expect(client.send(new PutObjectCommand({ Bucket: 'other', Key: 'x', Body: 'x' }))).rejects.toMatchObject({
      name: 'NoSuchBucket',
    });
    await expect(client.send(new ListObjectsV2Command({ Bucket: bucket, Delimiter: '/' }))).rejects.toMatchObject({
      name: 'NotImplemented',
    });
  });
});
