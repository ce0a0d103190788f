import { connectTranscription } from '../adapters/transcription/connect.ts';
import { transcribeRecording } from '../app/transcribe-recording.ts';
import { recordingStored } from '../contracts/voicemail-event.ts';
import { environmentOf } from './frame/environment.ts';
import { log } from './frame/log.ts';
import { onEvent } from './frame/on-event.ts';

const environment = environmentOf('transcribe-recording');
const transcription = connectTranscription({ bucket: environment.ORIGINALS_BUCKET, keyArn: environment.DATA_KEY_ARN });

/** A recording has been stored: have its words written down. */
export const handler = onEvent(async (event) => {
  const id = recordingStored(event);
  if (id === undefined) log('recording-with-unusable-name');
  else await transcribeRecording({ transcription, log }, id);
});
