import * as z from 'zod';
import type { AwsAnswer, AwsRequest, Need } from '../cloud.ts';
import type { Ground } from '../ground.ts';
import { type KeptJson, keepJson } from '../kept.ts';
import type { BusEvent } from './events.ts';
import { bodyOf, jsonProtocol, targetOperation } from './json-protocol.ts';
import type { S3 } from './s3.ts';

/** Strict: what else may be asked of Transcribe would change its result. */
const startShape = z.strictObject({
  TranscriptionJobName: z.string().regex(/^[0-9a-zA-Z._-]{1,200}$/),
  LanguageCode: z.literal('en-GB'),
  Media: z.strictObject({ MediaFileUri: z.string().regex(/^s3:\/\/[^/]+\/.+$/) }),
  OutputBucketName: z.string(),
  OutputKey: z.string().regex(/^[a-zA-Z0-9-_.!*'()/]{1,1024}$/),
  OutputEncryptionKMSKeyId: z.string(),
});
type Start = z.infer<typeof startShape>;

/** The kinds of audio that Transcribe takes, by their ending. */
const mediaFormats = /\.(?:mp3|mp4|wav|flac|ogg|amr|webm|m4a)$/i;

/** Where the transcript of a recording lies that somebody put there for it: nobody here can listen. */
export const sidecarOf = (key: string): string => `sidecars/${key}.json`;

const { json, error } = jsonProtocol('application/x-amz-json-1.1');

/**
 * Transcribe as our functions use it: jobs over a recording in a bucket, whose result is what lies in `sidecars/<key>.json`. A recording without one fails,
 * or stays in hand for ever where `never` is in its name. Results and failures are told as Transcribe tells them; with the fault
 * `{"service":"transcribe","stopped":true}` jobs begin and nothing comes of them.
 */
export function createTranscribe({ template, clock, faults }: Ground, s3: S3, publish: (event: BusEvent) => void, file?: string) {
  const jobs: KeptJson<readonly string[]> = keepJson(file, z.array(z.string()).readonly(), []);

  function finish({ TranscriptionJobName: name, Media: media, OutputBucketName: bucket, OutputKey: key }: Start): void {
    const { bucket: from, key: recording } = placeOf(media.MediaFileUri);
    const result = s3.read(from, sidecarOf(recording));
    if (!result && recording.includes('never')) return;
    const at = clock.now();
    if (result) s3.keep(bucket, key, result, { at, contentType: 'application/json' });
    publish({
      source: 'aws.transcribe',
      'detail-type': 'Transcribe Job State Change',
      resources: [],
      time: at,
      detail: {
        TranscriptionJobName: name,
        TranscriptionJobStatus: result ? 'COMPLETED' : 'FAILED',
        ...(result ? {} : { FailureReason: 'There is no transcript beside this recording.' }),
      },
    });
  }

  return {
    name: 'transcribe',
    operation: targetOperation,
    needs(request: AwsRequest): Need[] {
      const start = startOf(request);
      if (!start) return [];
      const { bucket, key } = placeOf(start.Media.MediaFileUri);
      const arn = template.arn('transcribe', `transcription-job/${start.TranscriptionJobName}`);
      const context = {
        'transcribe:OutputBucketName': start.OutputBucketName,
        'transcribe:OutputEncryptionKMSKeyId': start.OutputEncryptionKMSKeyId,
      };
      const byTranscribe = { 'kms:ViaService': `transcribe.${template.region}.amazonaws.com` };
      return [
        { action: 'transcribe:StartTranscriptionJob', resource: arn, context },
        // It reads and writes with the caller's own rights.
        { action: 's3:GetObject', resource: `arn:aws:s3:::${bucket}/${key}` },
        { action: 's3:PutObject', resource: `arn:aws:s3:::${start.OutputBucketName}/${start.OutputKey}` },
        { action: 'kms:GenerateDataKey', resource: start.OutputEncryptionKMSKeyId, context: byTranscribe },
      ];
    },
    async answer(request: AwsRequest): Promise<AwsAnswer> {
      if (targetOperation(request) !== 'StartTranscriptionJob')
        return error('NotImplemented', 'The local Transcribe does not know this call.', 501);
      const start = startOf(request);
      if (!start) return error('BadRequestException', 'The request is not one that the local Transcribe knows.', 400);
      const { bucket, key } = placeOf(start.Media.MediaFileUri);
      if (!mediaFormats.test(key)) return error('BadRequestException', 'The media format of this file is not supported.', 400);
      if (s3.read(bucket, key) === undefined) return error('BadRequestException', 'The S3 URI that you provided cannot be accessed.', 400);
      const { TranscriptionJobName: name } = start;
      if (jobs.read().includes(name)) return error('ConflictException', 'The requested job name already exists.', 400);
      jobs.write([...jobs.read(), name]);
      // What it writes to see whether it may.
      const trial = start.OutputKey.replace(/[^/]*$/, '.write_access_check_file.temp');
      s3.keep(start.OutputBucketName, trial, Buffer.alloc(0), { at: clock.now() });
      if (!faults.isSet('stopped', 'transcribe')) finish(start);
      return json(200, { TranscriptionJob: { TranscriptionJobName: name, TranscriptionJobStatus: 'IN_PROGRESS' } });
    },
    error,
  };
}

const startOf = (request: AwsRequest): Start | undefined => startShape.safeParse(bodyOf(request)).data;

function placeOf(uri: string): { bucket: string; key: string } {
  const [, bucket = '', key = ''] = /^s3:\/\/([^/]+)\/(.+)$/.exec(uri) ?? [];
  return { bucket, key };
}
