import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { Ground } from './ground.ts';
import { readReceiptRule } from './services/receipt-rule.ts';
import type { S3 } from './services/s3.ts';
import { sidecarOf } from './services/transcribe.ts';

export type IncomingCall = {
  /** What Transcribe will make of it; without it the job fails. */
  transcript?: Buffer;
  /** The audio; a moment of silence where not given. */
  audio?: Buffer;
  /** What the call is named by: the job of the transcript, or something new. */
  name?: string;
  caller?: string;
  /** When it was left; now where not given. */
  at?: Date;
};

/** A telephone system that leaves recordings in the bucket. */
export type VoicemailIn = { receive(call: IncomingCall): { job: string; recording: string } };

const jobShape = z.object({ jobName: z.string().regex(/^[\w.-]{1,150}$/) });

/**
 * As a telephone system would: the recording with caller and time as metadata, in the bucket in which mail is kept as well. The same name again is the same
 * call again.
 */
export function createVoicemailIn({ template, clock }: Ground, s3: S3): VoicemailIn {
  const { bucket } = readReceiptRule(template);
  return {
    receive({ transcript, audio = silence(), name, caller, at = clock.now() }) {
      const recording = `recordings/${name ?? nameIn(transcript) ?? randomUUID()}.wav`;
      if (transcript) s3.keep(bucket, sidecarOf(recording), transcript, { at, contentType: 'application/json' });
      const metadata = { ...(caller === undefined ? {} : { caller }), 'received-at': at.toISOString() };
      s3.keep(bucket, recording, audio, { at, contentType: 'audio/wav', metadata });
      return { job: `voicemail-${recording.slice('recordings/'.length)}`, recording };
    },
  };
}

function nameIn(transcript: Buffer | undefined): string | undefined {
  try {
    return jobShape.safeParse(JSON.parse(transcript?.toString('utf8') ?? '')).data?.jobName;
  } catch {
    return undefined;
  }
}

/** A tenth of a second of nothing, as 8 kHz WAV: what telephones record. */
function silence(): Buffer {
  const samples = Buffer.alloc(1_600);
  const header = Buffer.alloc(44);
  header.write('RIFF', 0, 'latin1');
  header.writeUInt32LE(36 + samples.length, 4);
  header.write('WAVEfmt ', 8, 'latin1');
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(8_000, 24);
  header.writeUInt32LE(16_000, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36, 'latin1');
  header.writeUInt32LE(samples.length, 40);
  return Buffer.concat([header, samples]);
}
