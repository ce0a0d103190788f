import { GetObjectCommand, ListObjectsV2Command, NoSuchKey, PutObjectCommand, S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { createOriginals } from '../../../functions/adapters/originals/originals.ts';
import { instant } from '../../../functions/domain/calendar/local-date.ts';

const s3 = mockClient(S3Client);
const originals = createOriginals({ s3: new S3Client({ region: 'eu-west-2' }), bucket: 'originals' });
const fault = (name: string, httpStatusCode: number) =>
  new S3ServiceException({ name, message: 'x', $fault: 'client', $metadata: { httpStatusCode } });

beforeEach(() => s3.reset());
afterAll(() => s3.restore());

test('an original is stored once and never overwritten', async () => {
  s3.on(PutObjectCommand).resolvesOnce({}).rejectsOnce(fault('PreconditionFailed', 412));
  const body = new TextEncoder().encode('{}');
  await originals.keep('web/token.json', body, 'application/json');
  await originals.keep('web/token.json', body, 'application/json');
  for (const call of s3.commandCalls(PutObjectCommand)) {
    expect(call.args[0].input).toEqual({
      Bucket: 'originals',
      Key: 'web/token.json',
      Body: body,
      ContentType: 'application/json',
      IfNoneMatch: '*',
    });
  }
});

test('an original that is being stored at this moment is tried again, and not for ever', async () => {
  s3.on(PutObjectCommand).rejectsOnce(fault('ConditionalRequestConflict', 409)).rejects(fault('PreconditionFailed', 412));
  await originals.keep('web/token.json', new Uint8Array(), 'application/json');
  expect(s3.commandCalls(PutObjectCommand)).toHaveLength(2);

  s3.on(PutObjectCommand).rejects(fault('ConditionalRequestConflict', 409));
  await expect(originals.keep('web/token.json', new Uint8Array(), 'application/json')).rejects.toMatchObject({
    name: 'ConditionalRequestConflict',
  });
});

test('any other refusal is a fault', async () => {
  s3.on(PutObjectCommand).rejects(fault('AccessDenied', 403));
  await expect(originals.keep('a', new Uint8Array(), 'text/plain')).rejects.toMatchObject({ name: 'AccessDenied' });
});

test('an original comes back byte for byte with the moment it was stored', async () => {
  const Body = { transformToByteArray: vi.fn(async () => new Uint8Array([1, 2, 3])) };
  s3.on(GetObjectCommand).resolves({ Body, LastModified: new Date('2026-03-10T08:17:22Z') } as never);
  expect(await originals.read('mail/1')).toEqual({ body: new Uint8Array([1, 2, 3]), storedAt: instant('2026-03-10T08:17:22Z') });
});

test('one that is not there is absent, and one that may not be read is a fault', async () => {
  s3.on(GetObjectCommand)
    .rejectsOnce(new NoSuchKey({ message: 'x', $metadata: {} }))
    .rejectsOnce(fault('AccessDenied', 403));
  expect(await originals.read('mail/none')).toBeUndefined();
  await expect(originals.read('mail/secret')).rejects.toMatchObject({ name: 'AccessDenied' });
});

test('the sweep sees every page, and only what was stored since', async () => {
  s3.on(ListObjectsV2Command)
    .resolvesOnce({
      Contents: [
        { Key: 'mail/old', LastModified: new Date('2026-03-01T00:00:00Z') },
        { Key: 'mail/a', LastModified: new Date('2026-03-10T00:00:00Z') },
      ],
      IsTruncated: true,
      NextContinuationToken: 'next',
    })
    .resolvesOnce({ Contents: [{ Key: 'mail/b', LastModified: new Date('2026-03-11T00:00:00Z') }] });
  expect(await originals.listSince('mail/', instant('2026-03-10T00:00:00Z')!)).toEqual([
    { key: 'mail/a', storedAt: '2026-03-10T00:00:00.000Z' },
    { key: 'mail/b', storedAt: '2026-03-11T00:00:00.000Z' },
  ]);
  expect(s3.commandCalls(ListObjectsV2Command).map((call) => call.args[0].input)).toMatchObject([
    { Bucket: 'originals', Prefix: 'mail/' },
    { Bucket: 'originals', Prefix: 'mail/', ContinuationToken: 'next' },
  ]);
});
