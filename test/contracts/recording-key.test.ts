import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  jobNameOf,
  recordingIdOf,
  recordingKeyOf,
  recordingOfJob,
  recordingOfTranscript,
  transcriptKeyOf,
} from '../../functions/contracts/recording-key.ts';
import { callDetailsOf, metadataOf } from '../../functions/contracts/recording-metadata.ts';
import { readTranscript } from '../../functions/contracts/transcribe-result.ts';
import { recordingStored, transcriptNews } from '../../functions/contracts/voicemail-event.ts';

describe('a recording’s key', () => {
  it('can be told from its job and from its transcript, whatever the telephone system calls it', async () => {
    await fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }), (name) => {
        const key = `recordings/${name}`;
        const id = recordingIdOf(key);
        fc.pre(id !== undefined);
        expect(jobNameOf(id)).toMatch(/^[0-9a-zA-Z._-]{1,200}$/);
        expect(recordingKeyOf(recordingOfJob(jobNameOf(id)) ?? '')).toBe(key);
        expect(recordingKeyOf(recordingOfTranscript(transcriptKeyOf(id)) ?? '')).toBe(key);
      }),
    );
  });

  it('is a job’s for every name that is short enough', () => {
    expect(recordingIdOf(`recordings/${'a'.repeat(190)}`)).toBeDefined();
    expect(recordingIdOf(`recordings/${'a'.repeat(191)}`)).toBeUndefined();
    expect(recordingIdOf('recordings/')).toBeUndefined();
    expect(recordingIdOf('mail/one')).toBeUndefined();
  });
});

const s3 = (key: string) => ({ 'detail-type': 'Object Created', detail: { bucket: { name: 'b' }, object: { key } } });
const job = (name: string, status: string) => ({
  'detail-type': 'Transcribe Job State Change',
  detail: { TranscriptionJobName: name, TranscriptionJobStatus: status },
});

test.each([
  [s3('transcripts/voicemail-call-1.wav.json'), { recording: 'call-1.wav', kind: 'transcribed' }],
  [s3('transcripts/.write_access_check_file.temp'), undefined],
  [s3('transcripts/somebody-elses.json'), undefined],
  [job('voicemail-call-1.wav', 'FAILED'), { recording: 'call-1.wav', kind: 'failed' }],
  [job('voicemail-call-1.wav', 'COMPLETED'), undefined],
  [job('minutes-of-a-meeting', 'FAILED'), undefined],
])('%o is %o', (event, news) => {
  expect(transcriptNews(event)).toEqual(news);
});

test('what S3 says of a stored recording names it', () => {
  expect(recordingStored(s3('recordings/2026/call 1.wav'))).toBe('2026_2fcall_201.wav');
});

test('metadata tells caller and time, and leaves out what cannot be read', () => {
  const call = callDetailsOf({ caller: '01632 960123', 'received-at': '2026-12-18T10:00:00+01:00' });
  expect(call).toEqual({ caller: '01632 960123', receivedAt: '2026-12-18T09:00:00.000Z' });
  expect(callDetailsOf(metadataOf(call))).toEqual(call);
  expect(callDetailsOf({ 'received-at': 'yesterday', caller: '' })).toEqual({ caller: undefined, receivedAt: undefined });
});

test.each([
  ['nothing', ''],
  ['no JSON', '<html>'],
  ['another result', '{"results":{}}'],
])('a file that is %s is no transcript', (_, text) => {
  expect(readTranscript(new TextEncoder().encode(text))).toBeUndefined();
});

test('a word without a confidence is not doubted', () => {
  const file = {
    results: { transcripts: [{ transcript: 'Hello.' }], items: [{ type: 'pronunciation', alternatives: [{ content: 'Hello' }] }] },
  };
  expect(readTranscript(new TextEncoder().encode(JSON.stringify(file)))).toEqual({
    text: 'Hello.',
    words: [{ text: 'Hello', confidence: 1 }],
  });
});
