import { BadRequestException, ConflictException, StartTranscriptionJobCommand, type TranscribeClient } from '@aws-sdk/client-transcribe';
import type { Transcription } from '../../app/ports.ts';

export type TranscriptionSettings = {
  readonly transcribe: TranscribeClient;
  /** The bucket of recordings and of results. */
  readonly bucket: string;
  /** The key that encrypts the results: without it Transcribe would take one of S3's own. */
  readonly keyArn: string;
};

/** Amazon Transcribe, which reads the recording and writes the result with the rights of the function that asks. */
export function createTranscription({ transcribe, bucket, keyArn }: TranscriptionSettings): Transcription {
  return {
    async begin({ name, from, to }) {
      try {
        await transcribe.send(
          new StartTranscriptionJobCommand({
            TranscriptionJobName: name,
            LanguageCode: 'en-GB',
            Media: { MediaFileUri: `s3://${bucket}/${from}` },
            OutputBucketName: bucket,
            OutputKey: to,
            OutputEncryptionKMSKeyId: keyArn,
          }),
        );
        return 'begun';
      } catch (fault) {
        // Named from the recording: an earlier try began it.
        if (fault instanceof ConflictException) return 'begun';
        if (fault instanceof BadRequestException) return 'refused';
        throw fault;
      }
    },
  };
}
