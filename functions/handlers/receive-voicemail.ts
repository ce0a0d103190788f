import { transcriptNews } from '../contracts/voicemail-event.ts';
import { environmentOf } from './frame/environment.ts';
import { meanwhile } from './frame/meanwhile.ts';
import { onEvent } from './frame/on-event.ts';
import { voicemailIntake } from './frame/voicemail-intake.ts';

const intake = voicemailIntake(environmentOf('receive-voicemail'));

/** A transcript has been stored, or its job has failed: take the call in. */
export const handler = onEvent(async (event) => {
  const news = transcriptNews(event);
  if (!news) return;
  const [deps, { holdRecording, receiveTranscript }] = await meanwhile(intake(), () => import('../app/receive-voicemail.ts'));
  if (news.kind === 'transcribed') await receiveTranscript(deps, news.recording);
  else await holdRecording(deps, news.recording, 'failed');
});
