import { recordingPrefix } from '../contracts/recording-key.ts';
import type { Contact } from '../domain/intake/contact.ts';
import type { AudioPart, Recorded } from '../domain/intake/recording-in-mail.ts';
import type { CaseStore, MailPart, Originals, Recordings } from './ports.ts';
import { type TakeInDeps, type TakenIn, takeIn } from './take-in.ts';

/** What an e-mail of a telephone system says of the call whose recording it carries. */
export type CallInMail = { readonly caller?: string };

type Deps = TakeInDeps & { readonly recordings: Pick<Recordings, 'keep'> };

/**
 * Makes the recording out of an e-mail, and files the e-mail beside it. The recording comes first: should this die half-way, the sweep does both
 * again. From the recording on the call goes the way of every other; its time is when the e-mail came.
 */
export async function receiveVoicemailMail(
  deps: Deps,
  contact: Contact,
  { part, ending }: { readonly part: MailPart; readonly ending: string },
  { caller }: CallInMail,
): Promise<TakenIn> {
  const key = `${recordingPrefix}${contact.id}.${ending}`;
  await deps.recordings.keep(key, part.body, part.contentType, { caller, receivedAt: contact.receivedAt });
  return takeIn(deps, { ...contact, automatic: 'voicemail', attachments: contact.attachments.filter((one) => one.key !== part.key) });
}

type ReleaseDeps = {
  readonly store: Pick<CaseStore, 'fileHeld'>;
  readonly originals: Pick<Originals, 'read'>;
  readonly recordings: Pick<Recordings, 'keep'>;
};

/**
 * The same for an e-mail that was held: its audio was kept with its other attachments, and stays there until the recording is deleted. Who rang is
 * for the officer to see in the e-mail: its headers are not read again.
 */
export async function releaseRecording(
  { store, originals, recordings }: ReleaseDeps,
  contact: Contact,
  { part, ending }: Recorded<AudioPart>,
): Promise<'done' | 'overtaken'> {
  const audio = await originals.read(part.key);
  if (!audio) throw new Error('the audio of a held e-mail is not there');
  await recordings.keep(`${recordingPrefix}${contact.id}.${ending}`, audio.body, part.contentType, { receivedAt: contact.receivedAt });
  return store.fileHeld({ ...contact, automatic: 'voicemail' });
}
