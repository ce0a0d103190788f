import { Duration } from 'aws-cdk-lib';
import { type EventPattern, Match } from 'aws-cdk-lib/aws-events';
import { Construct } from 'constructs';
import { wakeOnEvent } from './bus-rule.ts';
import type { Sweeps } from './clocks.ts';
import type { DataStack } from './data-stack.ts';
import { type House, WorkerFunction } from './house-function.ts';
import type { Mail } from './mail.ts';
import { mayReadSecret, mayTranscribe, mayUseOriginals, mayUseTable } from './permissions.ts';

/** Begins the names of our Transcribe jobs, and of the results: what Transcribe writes to try the bucket has no such name. */
const jobPrefix = 'voicemail-';

type Parts = { readonly house: House; readonly data: DataStack; readonly mail: Mail; readonly sweeps: Sweeps };

/**
 * Recorded calls (ADR 8): a recording arrives in the bucket, its words are written down by Transcribe, and the call is taken in. What the events lose
 * the inbox sweep finds; audio is deleted when its time is over.
 */
export class Voicemail extends Construct {
  readonly receiveVoicemail: WorkerFunction;
  readonly deleteAudio: WorkerFunction;

  constructor(scope: Construct, { house, data, mail, sweeps }: Parts) {
    super(scope, 'Voicemail');
    const transcribeRecording = new WorkerFunction(this, house, {
      name: 'transcribe-recording',
      harm: 'a recorded call waits hours until the sweep hands it to a person.',
      wokenBy: 'events',
      timeout: Duration.minutes(1),
    });
    mayTranscribe(transcribeRecording, data);
    this.receiveVoicemail = new WorkerFunction(this, house, {
      name: 'receive-voicemail',
      harm: 'a recorded call whose words are known waits for the hourly sweep.',
      wokenBy: 'events',
      timeout: Duration.minutes(1),
    });
    mayUseTable(this.receiveVoicemail, data, { may: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem'] });
    mayUseOriginals(this.receiveVoicemail, data, { reads: ['recordings', 'transcripts'] });
    mayReadSecret(this.receiveVoicemail, data);
    mail.knowsReplyAddresses(this.receiveVoicemail);

    this.deleteAudio = new WorkerFunction(this, house, {
      name: 'delete-audio',
      harm: 'recorded voices, and files that nobody sent, are kept longer than the council promises.',
      wokenBy: 'events',
      timeout: Duration.minutes(10),
    });
    mayUseTable(this.deleteAudio, data, { may: ['GetItem', 'BatchGetItem', 'Query', 'PutItem'] });
    // The one function that deletes anything. Mail too: where a telephone system sends recordings by e-mail, the message holds the same audio, and
    // one that was held has left it among the attachments.
    mayUseOriginals(this.deleteAudio, data, {
      lists: ['recordings', 'uploads'],
      deletes: ['recordings', 'mail', 'attachments', 'uploads', 'copies'],
    });
    sweeps.wake(this.deleteAudio, 'cron(0 3 ? * * *)', { hours: 26 });

    const bucket = data.exportValue(data.originals.bucketName);
    const storedUnder = (prefix: string): EventPattern => ({
      source: ['aws.s3'],
      detailType: ['Object Created'],
      detail: { bucket: { name: [bucket] }, object: { key: Match.prefix(prefix) } },
    });
    wakeOnEvent(this, transcribeRecording, 'RecordingStored', 'A recorded call has arrived', storedUnder('recordings/'));
    wakeOnEvent(this, this.receiveVoicemail, 'TranscriptStored', 'A transcript has been written', storedUnder(`transcripts/${jobPrefix}`));
    wakeOnEvent(this, this.receiveVoicemail, 'TranscriptFailed', 'No transcript could be made of a recorded call', {
      source: ['aws.transcribe'],
      detailType: ['Transcribe Job State Change'],
      detail: { TranscriptionJobStatus: ['FAILED'], TranscriptionJobName: Match.prefix(jobPrefix) },
    });
  }
}
