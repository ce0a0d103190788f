import * as z from 'zod/mini';
import { recordingIdOf, recordingOfJob, recordingOfTranscript } from './recording-key.ts';

const stored = z.object({ detail: z.object({ object: z.object({ key: z.string() }) }) });

/** The recording of which S3 says that it was stored; undefined for a key that cannot be one's. */
export function recordingStored(event: unknown): string | undefined {
  return recordingIdOf(stored.parse(event).detail.object.key);
}

const heard = z.object({ 'detail-type': z.literal('Object Created'), detail: stored.shape.detail });
const failed = z.object({
  'detail-type': z.literal('Transcribe Job State Change'),
  detail: z.object({ TranscriptionJobName: z.string(), TranscriptionJobStatus: z.string() }),
});
const news = z.union([heard, failed]);

/**
 * What became of a recording's words: a transcript was stored, or its job failed. Undefined for the file with which Transcribe tries the bucket,
 * and for jobs that are not ours. Throws where an event has not the shape that we know.
 */
export function transcriptNews(event: unknown): { readonly recording: string; readonly kind: 'transcribed' | 'failed' } | undefined {
  const { detail } = news.parse(event);
  if ('object' in detail) {
    const recording = recordingOfTranscript(detail.object.key);
    return recording === undefined ? undefined : { recording, kind: 'transcribed' };
  }
  const recording = recordingOfJob(detail.TranscriptionJobName);
  return recording === undefined || detail.TranscriptionJobStatus !== 'FAILED' ? undefined : { recording, kind: 'failed' };
}
