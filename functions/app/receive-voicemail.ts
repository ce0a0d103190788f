import { recordingKeyOf, transcriptKeyOf } from '../contracts/recording-key.ts';
import { readTranscript } from '../contracts/transcribe-result.ts';
import { contactOfVoicemail, type Recording } from '../domain/intake/voicemail.ts';
import type { Originals, Recordings } from './ports.ts';
import { type TakeInDeps, type TakenIn, takeIn } from './take-in.ts';

export type ReceiveVoicemailDeps = TakeInDeps & {
  readonly originals: Pick<Originals, 'read'>;
  readonly recordings: Pick<Recordings, 'find'>;
};

/** Takes in one call whose transcript has been stored. Its receipt is the moment of the call. A repeat changes nothing. */
export async function receiveTranscript(deps: ReceiveVoicemailDeps, id: string): Promise<TakenIn | undefined> {
  if (await isKnown(deps, id)) return undefined;
  const stored = await deps.originals.read(transcriptKeyOf(id));
  if (!stored) throw new Error('a transcript was announced and is not there');
  // Not a result as we know it: a person listens, as where no transcript could be made.
  return take(deps, id, readTranscript(stored.body) ?? 'failed');
}

/** Takes in a call of which there will be no transcript, or none has come: it is held, to be listened to. */
export async function holdRecording(deps: ReceiveVoicemailDeps, id: string, why: 'failed' | 'missing'): Promise<TakenIn | undefined> {
  return (await isKnown(deps, id)) ? undefined : take(deps, id, why);
}

async function isKnown(deps: ReceiveVoicemailDeps, id: string): Promise<boolean> {
  return (await deps.store.findContact({ channel: 'voicemail', id })) !== undefined;
}

async function take(deps: ReceiveVoicemailDeps, id: string, transcript: Parameters<typeof contactOfVoicemail>[1]): Promise<TakenIn> {
  const key = recordingKeyOf(id);
  const found = await deps.recordings.find(key);
  if (!found) throw new Error('a recording was transcribed and is not there');
  const recording: Recording = { id, key, ...found };
  const contact = contactOfVoicemail(recording, transcript, {
    loggedAt: deps.now(),
    prefix: deps.council.referencePrefix,
    covering: await coveringMail(deps, id),
  });
  const taken = await takeIn(deps, contact);
  deps.log('voicemail-taken-in', { reading: contact.voicemail?.reading ?? 'failed', kind: taken.kind });
  return taken;
}

/**
 * The e-mail that brought a recording: who sent it, and what stands in it. Mostly a telephone system's, but anybody may send one. The recording has
 * the name of its message.
 */
async function coveringMail({ store }: ReceiveVoicemailDeps, id: string): Promise<string | undefined> {
  const mail = await store.findContact({ channel: 'email', id: id.replace(/\.[^.]*$/, '') });
  if (mail?.contact.automatic !== 'voicemail') return undefined;
  const { from, subject, text, attachments } = mail.contact;
  const lines = [
    ['From', [from.name, from.email].filter((part) => part !== undefined).join(', ')],
    ['Subject', subject ?? ''],
    ['Attached', attachments.map(({ name }) => name).join(', ')],
  ].flatMap(([name, value]) => (value ? [`${name}: ${value}`] : []));
  return [lines.join('\n'), text].filter((words) => words !== '').join('\n\n') || undefined;
}
