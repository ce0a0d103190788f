import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { Ground } from './ground.ts';
import { readReceiptRule } from './services/receipt-rule.ts';
import type { S3 } from './services/s3.ts';
import { sidecarOf } from './services/transcribe.ts';

export type IncomingCall = {
  /** What Transcribe will make of it, as JSON; without it the job fails. */
  transcript?: Buffer | undefined;
  /** The audio; a moment of silence where not given. */
  audio?: Buffer | undefined;
  /** What the call is named by: the job of the transcript, or something new. */
  name?: string | undefined;
  caller?: string | undefined;
  /** When it was left; now where not given. */
  at?: Date | undefined;
};

export type VoicemailIn = ReturnType<typeof createVoicemailIn>;

export const callName = z.string().regex(/^[\w.-]{1,150}$/);
const jobShape = z.object({ jobName: callName });

/**
 * As a telephone system would leave it: the recording with caller and time as metadata, in the bucket in which mail is kept as well. The same name again
 * is the same call again.
 */
export function createVoicemailIn({ template, clock }: Ground, s3: S3) {
  const { bucket } = readReceiptRule(template);
  return {
    receive({ transcript, audio = silence, name, caller, at = clock.now() }: IncomingCall) {
      const recording = `recordings/${name ?? jobShape.safeParse(transcript && JSON.parse(transcript.toString('utf8'))).data?.jobName ?? randomUUID()}.wav`;
      if (transcript) s3.keep(bucket, sidecarOf(recording), transcript, { at, contentType: 'application/json' });
      const metadata = { ...(caller === undefined ? {} : { caller }), 'received-at': at.toISOString() };
      s3.keep(bucket, recording, audio, { at, contentType: 'audio/wav', metadata });
      return { job: `voicemail-${recording.slice('recordings/'.length)}`, recording };
    },
  };
}

/** A tenth of a second of nothing, as 8 kHz WAV: what telephones record. */
const silence = Buffer.concat([Buffer.from('UklGRmQGAABXQVZFZm10IBAAAAABAAEAQB8AAIA+AAACABAAZGF0YUAGAAA=', 'base64'), Buffer.alloc(1_600)]);
