import type { CouncilFacts } from '../../../council/facts.ts';
import type { Contact } from './contact.ts';
import { writerOf } from './writers.ts';

// Telephone systems that can only send e-mail write to `voicemail@` (ADR 8). Anybody else can write there too.

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

/** A part of a message as its name in the bucket and its type tell of it. */
export type AudioPart = { readonly key: string; readonly contentType: string };
export type Recorded<Part> = { readonly part: Part; readonly ending: string };

/**
 * The first part that is audio in an e-mail to `voicemail@`; `bySystem`: our telephone system sent it, so that it is a call. From anybody else it is an
 * e-mail like every other. Undefined without audio, and for what is held for a person or brings a letter of ours back.
 */
export function recordingIn<Part extends AudioPart>(
  { contact, parts }: { readonly contact: Contact; readonly parts: readonly Part[] },
  voicemail: CouncilFacts['voicemail'],
): (Recorded<Part> & { readonly bySystem: boolean }) | undefined {
  if (contact.hold || contact.automatic === 'bounce' || !isToVoicemail(contact, voicemail)) return undefined;
  const audio = firstAudio(parts);
  return audio && { ...audio, bySystem: contact.authenticated && isOurSystem(contact, voicemail) };
}

/** The recording in a held e-mail that an officer takes for one of our telephone system's: they vouch for what its headers did not prove. */
export function recordingInHeld(contact: Contact, voicemail: CouncilFacts['voicemail']): Recorded<AudioPart> | undefined {
  if (contact.channel !== 'email' || !isToVoicemail(contact, voicemail) || !isOurSystem(contact, voicemail)) return undefined;
  return firstAudio(contact.attachments);
}

function isToVoicemail({ email }: Contact, { mailbox }: CouncilFacts['voicemail']): boolean {
  return email?.to.some((address) => address.toLowerCase().startsWith(`${mailbox}@`)) ?? false;
}

function isOurSystem({ from }: Contact, { senders }: CouncilFacts['voicemail']): boolean {
  const sender = writerOf(from.email);
  return sender !== undefined && senders.some((known) => known === sender || known === sender.split('@')[1]);
}

export function firstAudio<Part extends AudioPart>(parts: readonly Part[]): Recorded<Part> | undefined {
  for (const part of parts) {
    const ending = endingOf(part);
    if (ending) return { part, ending };
  }
  return undefined;
}

function endingOf({ key, contentType }: AudioPart): string | undefined {
  const named = key.split('.').at(-1) ?? '';
  return endingOfType[contentType] ?? (audioEndings.includes(named) ? named : undefined);
}
