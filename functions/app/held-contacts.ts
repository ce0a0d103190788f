import type { Officer, Reference } from '../domain/cases/case.ts';
import type { ContactKey } from '../domain/intake/contact.ts';
import { withWordsTyped } from '../domain/intake/voicemail.ts';
import { type OpenDeps, place, type TakeInDeps } from './take-in.ts';

/** What an officer heard on a recording that no machine could read, and who said it. */
export type WordsTyped = Parameters<typeof withWordsTyped>[1];

/** An officer says that a held contact is a real message: it joins the case it answers, or opens one with the original date of receipt (decision 11). */
export async function releaseHeld(
  deps: TakeInDeps,
  key: ContactKey,
  by: Officer,
  heard?: WordsTyped,
): Promise<{ kind: 'done'; reference: Reference } | { kind: 'overtaken' }> {
  const known = await deps.store.findContact(key);
  if (known?.standing.kind !== 'held') return { kind: 'overtaken' };
  const contact = heard ? withWordsTyped(known.contact, heard, by, deps.now()) : known.contact;
  // Whatever it looked like: a person says that a person wrote it.
  const taken = await place(deps, { ...contact, automatic: undefined }, by);
  if (taken.kind !== 'opened' && taken.kind !== 'joined') return { kind: 'overtaken' };
  deps.log('held-contact-released', { reference: taken.reference, by: by.subject });
  return { kind: 'done', reference: taken.reference };
}

/** An officer says that a held contact is no message to us. It is kept, with the reason; nothing is deleted. */
export async function setAsideHeld(deps: OpenDeps, key: ContactKey, by: Officer, reason: string): Promise<{ kind: 'done' | 'overtaken' }> {
  return { kind: await deps.store.setAside(key, by, deps.now(), reason) };
}
