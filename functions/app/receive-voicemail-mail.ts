import { recordingPrefix } from '../contracts/recording-key.ts';
import type { Contact } from '../domain/intake/contact.ts';
import type { MailPart, Recordings } from './ports.ts';
import { type TakeInDeps, type TakenIn, takeIn } from './take-in.ts';

/** What an e-mail of a telephone system says of the call whose recording it carries. */
export type CallInMail = { readonly caller?: string };

type Deps = TakeInDeps & { readonly recordings: Pick<Recordings, 'keep'> };

/** Endings under which Transcribe and browsers know the kinds of audio that telephone systems send. */
const audioEndings = ['wav', 'mp3', 'm4a', 'mp4', 'ogg', 'flac', 'amr', 'webm'];
const endingOfType: Readonly<Record<string, string>> = {
  'audio/wav': 'wav',
  'audio/x-wav': 'wav',
  'audio/wave': 'wav',
  'audio/vnd.wave': 'wav',
  'audio/mpeg': 'mp3',
  'audio/mp3': 'mp3',
  'audio/mp4': 'm4a',
  'audio/x-m4a': 'm4a',
  'audio/ogg': 'ogg',
  'audio/flac': 'flac',
  'audio/amr': 'amr',
  'audio/webm': 'webm',
};

/**
 * The recording in an e-mail to `voicemail@`: the first part that is audio. Undefined for any other e-mail: it is then an e-mail like every other.
 * What is held for a person, or came from a machine that no telephone stands behind, is never a call.
 */
export function recordingIn(
  { contact, parts }: { readonly contact: Contact; readonly parts: readonly MailPart[] },
  mailbox: string,
): { readonly part: MailPart; readonly ending: string } | undefined {
  const toVoicemail = contact.email?.to.some((address) => address.toLowerCase().startsWith(`${mailbox}@`)) ?? false;
  if (!toVoicemail || contact.hold || contact.automatic === 'bounce') return undefined;
  for (const part of parts) {
    const ending = endingOf(part);
    if (ending) return { part, ending };
  }
  return undefined;
}

function endingOf({ key, contentType }: MailPart): string | undefined {
  const named = key.split('.').at(-1) ?? '';
  return endingOfType[contentType] ?? (audioEndings.includes(named) ? named : undefined);
}

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
