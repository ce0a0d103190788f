import type { Officer, Reference } from '../domain/cases/case.ts';
import type { ContactKey } from '../domain/intake/contact.ts';
import { type OpenDeps, open } from './take-in.ts';

/** An officer says that a held contact is a real message: its case opens with the original date of receipt (decision 11). */
export async function releaseHeld(
  deps: OpenDeps,
  key: ContactKey,
  by: Officer,
): Promise<{ kind: 'done'; reference: Reference } | { kind: 'overtaken' }> {
  const known = await deps.store.findContact(key);
  if (known?.standing.kind !== 'held') return { kind: 'overtaken' };
  const opened = await open(deps, known.contact, by);
  if (opened.kind !== 'opened') return { kind: 'overtaken' };
  deps.log('held-contact-released', { reference: opened.reference, by: by.subject });
  return { kind: 'done', reference: opened.reference };
}

/** An officer says that a held contact is no message to us. It is kept, with the reason; nothing is deleted. */
export async function setAsideHeld(deps: OpenDeps, key: ContactKey, by: Officer, reason: string): Promise<{ kind: 'done' | 'overtaken' }> {
  return { kind: await deps.store.setAside(key, by, deps.now(), reason) };
}
