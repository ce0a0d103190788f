import type { Officer, Reference } from '../domain/cases/case.ts';
import type { ContactKey } from '../domain/intake/contact.ts';
import { caseOfReply } from './case-of-reply.ts';
import { join, type OpenDeps, open, type TakeInDeps } from './take-in.ts';

/** An officer says that a held contact is a real message: it joins the case it answers, or opens one with the original date of receipt (decision 11). */
export async function releaseHeld(
  deps: TakeInDeps,
  key: ContactKey,
  by: Officer,
): Promise<{ kind: 'done'; reference: Reference } | { kind: 'overtaken' }> {
  const known = await deps.store.findContact(key);
  if (known?.standing.kind !== 'held') return { kind: 'overtaken' };
  const answers = await caseOfReply(deps, known.contact);
  const taken = await (answers ? join(deps, known.contact, answers, by) : open(deps, known.contact, by));
  if (taken.kind !== 'opened' && taken.kind !== 'joined') return { kind: 'overtaken' };
  deps.log('held-contact-released', { reference: taken.reference, by: by.subject });
  return { kind: 'done', reference: taken.reference };
}

/** An officer says that a held contact is no message to us. It is kept, with the reason; nothing is deleted. */
export async function setAsideHeld(deps: OpenDeps, key: ContactKey, by: Officer, reason: string): Promise<{ kind: 'done' | 'overtaken' }> {
  return { kind: await deps.store.setAside(key, by, deps.now(), reason) };
}
