import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { TranscribeClient } from '@aws-sdk/client-transcribe';
import { afterEach, describe, expect, test } from 'vitest';
import { createRecordingLinks } from '../../../functions/adapters/recordings/links.ts';
import { createRecordings } from '../../../functions/adapters/recordings/recordings.ts';
import { createTranscription } from '../../../functions/adapters/transcription/transcription.ts';
import type { Clock } from '../../../local/cloud.ts';
import { createS3 } from '../../../local/services/s3.ts';
import { createTranscribe, sidecarOf } from '../../../local/services/transcribe.ts';
import { groundOf, rememberingBus, serve, templateOf } from '../../local/services/stage.ts';
import { moment } from '../../support/case-story.ts';

const bucket = 'originals';
const key = 'recordings/call-1.wav';
const stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

/** The local S3 and Transcribe, spoken to by the real clients. */
async function start(now = new Date()) {
  const time = { now };
  const clock: Clock = { now: () => time.now, offsetMilliseconds: () => 0 };
  const told = { EventBridgeConfiguration: { EventBridgeEnabled: true } };
  const properties = { NotificationConfiguration: told };
  const template = templateOf({ id: 'Originals', type: 'AWS::S3::Bucket', name: bucket, arn: `arn:aws:s3:::${bucket}`, properties });
  const bus = rememberingBus();
  const ground = groundOf(template, { clock, mayAll: true });
  const s3 = createS3(ground, bus.publish);
  const transcribe = createTranscribe(ground, s3, bus.publish);
  const [servedS3, servedTranscribe] = await Promise.all([serve(s3), serve(transcribe)]);
  stops.push(servedS3.stop, servedTranscribe.stop);
  const credentials = { accessKeyId: 'TEST', secretAccessKey: 'local' };
  const client = new S3Client({ ...servedS3.client, credentials });
  return {
    time,
    bus,
    s3,
    client,
    needs: servedTranscribe.needs,
    recordings: createRecordings({ s3: client, bucket }),
    links: createRecordingLinks({ s3: client, bucket }),
    transcription: createTranscription({
      transcribe: new TranscribeClient(servedTranscribe.client),
      bucket,
      keyArn: 'arn:aws:kms:eu-west-2:1:key/k',
    }),
  };
}

describe('recordings in S3', () => {
  test('keep caller and time beside them, once', async () => {
    const { recordings, bus } = await start(new Date('2026-12-18T09:00:00Z'));
    const call = { caller: '+441632960123', receivedAt: moment('2026-12-18T08:12:00Z') };
    await recordings.keep(key, Buffer.from('one'), 'audio/wav', call);
    await recordings.keep(key, Buffer.from('two'), 'audio/wav', { caller: 'another' });
    expect(await recordings.find(key)).toEqual({ storedAt: '2026-12-18T09:00:00.000Z', ...call });
    expect(await recordings.find('recordings/none')).toBeUndefined();
    expect(bus.events).toMatchObject([
      { source: 'aws.s3', 'detail-type': 'Object Created', detail: { bucket: { name: bucket }, object: { key, size: 3 } } },
    ]);
  });

  test('go with every version, and nothing else goes', async () => {
    const { recordings, client, s3 } = await start();
    for (const Key of [key, key, `${key}.other`, 'mail/one']) await client.send(new PutObjectCommand({ Bucket: bucket, Key, Body: 'x' }));
    expect((await recordings.all()).map((one) => one.key)).toEqual([key, `${key}.other`]);
    await recordings.delete(key);
    expect([s3.read(bucket, key), s3.read(bucket, `${key}.other`)?.toString(), s3.read(bucket, 'mail/one')?.toString()]).toEqual([
      undefined,
      'x',
      'x',
    ]);
    await recordings.delete(key);
  });

  test('are heard for five minutes by a link that nobody can change', async () => {
    const { links, client, time } = await start();
    await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: '<script>', ContentType: 'text/html' }));
    await client.send(new PutObjectCommand({ Bucket: bucket, Key: 'mail/one', Body: 'private' }));
    const link = await links.linkTo(key);
    expect(new URL(link).origin).toBe(await links.origin());
    const heard = await fetch(link);
    expect([heard.status, heard.headers.get('content-type')]).toEqual([200, 'audio/wav']);
    expect((await fetch(link.replace(key, 'mail/one'))).status).toBe(403);
    expect((await fetch(link.replace('audio%2Fwav', 'text%2Fhtml'))).status).toBe(403);
    time.now = new Date(time.now.getTime() + 299_000);
    expect((await fetch(link)).status).toBe(200);
    time.now = new Date(time.now.getTime() + 2_000);
    expect((await fetch(link)).status).toBe(403);
  });
});

describe('jobs of Transcribe', () => {
  const job = { name: 'voicemail-call-1.wav', from: key, to: 'transcripts/voicemail-call-1.wav.json' };

  test('write what lies beside the recording where we said, and are begun once', async () => {
    const { transcription, s3, needs } = await start();
    s3.keep(bucket, key, Buffer.from('RIFF'), { at: new Date() });
    s3.keep(bucket, sidecarOf(key), Buffer.from('{"results":{}}'), { at: new Date() });
    expect([await transcription.begin(job), await transcription.begin(job)]).toEqual(['begun', 'begun']);
    expect(s3.read(bucket, job.to)?.toString()).toBe('{"results":{}}');
    expect(needs[0]?.map(({ action }) => action)).toEqual([
      'transcribe:StartTranscriptionJob',
      's3:GetObject',
      's3:PutObject',
      'kms:GenerateDataKey',
    ]);
  });

  test('fail aloud where there are no words, and not at all where the recording says never', async () => {
    const { transcription, s3, bus } = await start();
    for (const from of [key, 'recordings/never.wav']) {
      s3.keep(bucket, from, Buffer.from('RIFF'), { at: new Date() });
      await transcription.begin({ ...job, name: `voicemail-${from.slice(11)}`, from });
    }
    expect(bus.events.filter(({ source }) => source === 'aws.transcribe')).toMatchObject([
      { 'detail-type': 'Transcribe Job State Change', detail: { TranscriptionJobName: job.name, TranscriptionJobStatus: 'FAILED' } },
    ]);
  });

  test('are refused for a file that is no audio', async () => {
    const { transcription, s3 } = await start();
    s3.keep(bucket, 'recordings/fax.tif', Buffer.from('x'), { at: new Date() });
    expect(await transcription.begin({ ...job, from: 'recordings/fax.tif' })).toBe('refused');
  });
});
