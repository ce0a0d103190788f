import type { Officer, Reference } from '../domain/cases/actor.ts';
import { type ContactKey, mayBeAPersons } from '../domain/intake/contact.ts';
import { recordingInHeld } from '../domain/intake/recording-in-mail.ts';
import { withWordsTyped } from '../domain/intake/voicemail.ts';
import { mayNotUse } from './desk-authority.ts';
import type { Originals, Recordings } from './ports.ts';
import { releaseRecording } from './receive-voicemail-mail.ts';
import { type OpenDeps, place, type TakeInDeps } from './take-in.ts';

/** What an officer heard on a recording that no machine could read, and who said it. */
export type WordsTyped = Parameters<typeof withWordsTyped>[1];

export type ReleaseDeps = TakeInDeps & { readonly originals: Pick<Originals, 'read'>; readonly recordings: Pick<Recordings, 'keep'> };

/** `call`: it was one of our telephone system's, and its recording is being written down; it stands by itself from now on. */
export type Released =
  | { readonly kind: 'done'; readonly reference: Reference }
  | { readonly kind: 'call' }
  | { readonly kind: 'overtaken' }
  | NotTheirs;

type NotTheirs = { readonly kind: 'refused'; readonly why: string };

/** An officer says that a held contact is a real message: it joins the case it answers, or opens one with the original date of receipt (decision 11). */
export async function releaseHeld(deps: ReleaseDeps, key: ContactKey, by: Officer, heard?: WordsTyped): Promise<Released> {
  const barred = await mayNotUse(deps, by, 'settle-held');
  if (barred) return { kind: 'refused', why: barred };
  const known = await deps.store.findContact(key);
  if (known?.standing.kind !== 'held') return { kind: 'overtaken' };
  const recording = recordingInHeld(known.contact, deps.council.voicemail);
  if (recording) {
    const released = await releaseRecording(deps, known.contact, recording);
    if (released === 'done') deps.log('held-call-released', { by: by.subject });
    return { kind: released === 'done' ? 'call' : 'overtaken' };
  }
  const contact = heard ? withWordsTyped(known.contact, heard, by, deps.now()) : known.contact;
  // Whatever it looked like: a person says that a person wrote it.
  const taken = await place(deps, { ...contact, automatic: undefined }, by);
  if (taken.kind !== 'opened' && taken.kind !== 'joined') return { kind: 'overtaken' };
  deps.log('held-contact-released', { reference: taken.reference, by: by.subject });
  return { kind: 'done', reference: taken.reference };
}

/** An officer says that a person wrote what was filed as a machine's: from now on it is held, its clock running since it came. */
export async function holdAutomatic(deps: OpenDeps, key: ContactKey, by: Officer): Promise<{ kind: 'done' | 'overtaken' } | NotTheirs> {
  const barred = await mayNotUse(deps, by, 'settle-held');
  if (barred) return { kind: 'refused', why: barred };
  const known = await deps.store.findContact(key);
  if (known?.standing.kind !== 'filed' || !mayBeAPersons(known.contact)) return { kind: 'overtaken' };
  const kind = await deps.store.holdFiled(known.contact);
  if (kind === 'done') deps.log('automatic-mail-held', { by: by.subject });
  return { kind };
}

/** An officer says that a held contact is no message to us. It is kept, with the reason; nothing is deleted. */
export async function setAsideHeld(
  deps: OpenDeps,
  key: ContactKey,
  by: Officer,
  reason: string,
): Promise<{ kind: 'done' | 'overtaken' } | NotTheirs> {
  const barred = await mayNotUse(deps, by, 'settle-held');
  if (barred) return { kind: 'refused', why: barred };
  return { kind: await deps.store.setAside(key, by, deps.now(), reason) };
}
