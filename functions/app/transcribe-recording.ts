import { jobNameOf, recordingKeyOf, transcriptKeyOf } from '../contracts/recording-key.ts';
import type { Log, Transcription } from './ports.ts';

/** Has the words of a recording written down. What cannot be transcribed at all is left to the sweep, which has a person listen to it. */
export async function transcribeRecording(deps: { readonly transcription: Transcription; readonly log: Log }, id: string): Promise<void> {
  const begun = await deps.transcription.begin({ name: jobNameOf(id), from: recordingKeyOf(id), to: transcriptKeyOf(id) });
  deps.log(`transcription-${begun}`);
}
