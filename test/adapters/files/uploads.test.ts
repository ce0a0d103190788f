import { S3Client } from '@aws-sdk/client-s3';
import { afterEach, describe, expect, test } from 'vitest';
import { createUploads } from '../../../functions/adapters/files/uploads.ts';
import { evidenceLimits } from '../../../functions/domain/policy/evidence.ts';
import { readPostedForm } from '../../../local/services/posted-form.ts';
import { createS3 } from '../../../local/services/s3.ts';
import { groundOf, rememberingBus, serve, templateOf } from '../../local/services/stage.ts';

const bucket = 'originals';
const onTo = 'https://complaints.example/complaint/evidence/added?from=check';
const token = 'the-token-of-these-answers';
const stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

async function start(clock = { now: () => new Date(), offsetMilliseconds: () => 0 }) {
  const template = templateOf({ id: 'Originals', type: 'AWS::S3::Bucket', name: bucket, arn: `arn:aws:s3:::${bucket}` });
  const s3 = createS3(groundOf(template, { clock }), rememberingBus().publish);
  const served = await serve(s3, readPostedForm);
  stops.push(served.stop);
  const client = new S3Client({ ...served.client, credentials: { accessKeyId: 'TEST', secretAccessKey: 'local' } });
  return { s3, uploads: createUploads({ s3: client, bucket }) };
}
type Form = { url: string; fields: Readonly<Record<string, string>> };

const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, ...Buffer.from('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0, 0xff, 0xd9]);

/** As a browser posts it. */
async function post({ url, fields }: Form, file: Uint8Array, name = '') {
  const body = new FormData();
  for (const [field, value] of Object.entries({ ...fields, 'x-amz-meta-name': name })) body.append(field, value);
  body.append('file', new Blob([new Uint8Array(file)]));
  const answer = await fetch(url, { method: 'POST', body, redirect: 'manual' });
  return { status: answer.status, location: answer.headers.get('location'), said: await answer.text() };
}

describe('a form that posts a file to the bucket', () => {
  test('takes the file, leads back with its key, and the file is found by who opened it', async () => {
    const { uploads } = await start();
    const { key, byBrowser } = await uploads.open(token, onTo);
    const { status, location } = await post(byBrowser, jpeg, encodeURIComponent('C:\\fakepath\\wand – küche.jpg'));
    expect(status).toBe(303);
    expect(location?.startsWith(onTo)).toBe(true);
    expect(new URL(location!).searchParams.get('key')).toBe(key);
    expect(await uploads.find(token, key)).toEqual({ key, size: jpeg.length, seen: 'image/jpeg', name: 'wand – küche.jpg' });
  });

  test('answers a script with nothing, and keeps nothing of a person in its key', async () => {
    const { uploads } = await start();
    const { key, byScript } = await uploads.open(token, onTo);
    expect(await post(byScript, jpeg)).toMatchObject({ status: 204, location: null });
    expect(key).toMatch(/^uploads\/[0-9a-f]{64}\/[0-9a-f-]{36}$/);
  });

  test('is nobody else’s: another token finds nothing there, and nothing where nothing came', async () => {
    const { uploads } = await start();
    const { key, byScript } = await uploads.open(token, onTo);
    expect(await uploads.find(token, key)).toBeUndefined();
    await post(byScript, jpeg);
    expect(await uploads.find('another-token', key)).toBeUndefined();
    expect(await uploads.find(token, `${key}/../../mail/message`)).toBeUndefined();
  });

  test.each([
    ['a file that is too large', {}, Buffer.alloc(evidenceLimits.bytesEach + 1), 'EntityTooLarge'],
    ['an empty file', {}, Buffer.alloc(0), 'EntityTooSmall'],
    ['another place', { key: 'web/0123456789abcdef.json' }, jpeg, 'Policy Condition failed'],
    ['a type that a browser would run', { 'Content-Type': 'text/html' }, jpeg, 'Policy Condition failed'],
    ['another way back', { success_action_redirect: 'https://evil.example/' }, jpeg, 'Policy Condition failed'],
    ['a field of which the policy says nothing', { acl: 'public-read' }, jpeg, 'Extra input fields: acl'],
    [
      'a policy that somebody changed',
      { Policy: Buffer.from('{"expiration":"2099-01-01","conditions":[]}').toString('base64') },
      jpeg,
      'SignatureDoesNotMatch',
    ],
  ])('S3 refuses %s, and stores nothing', async (_what, changed, file, why) => {
    const { uploads, s3 } = await start();
    const { key, byBrowser } = await uploads.open(token, onTo);
    const { status, said } = await post({ ...byBrowser, fields: { ...byBrowser.fields, ...changed } }, file);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(said).toContain(why);
    expect(s3.read(bucket, key)).toBeUndefined();
  });

  test('is over after an hour', async () => {
    let later = 0;
    const { uploads } = await start({ now: () => new Date(Date.now() + later), offsetMilliseconds: () => 0 });
    const { byScript } = await uploads.open(token, onTo);
    later = 61 * 60_000;
    expect((await post(byScript, jpeg)).said).toContain('Policy expired');
  });
});
