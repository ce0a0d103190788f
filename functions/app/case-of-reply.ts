import type { Reference } from '../domain/cases/case.ts';
import type { Contact } from '../domain/intake/contact.ts';
import { referencesIn } from '../domain/intake/references-in.ts';
import type { CaseStore, ReplyAddresses } from './ports.ts';

/** A sender can type any number of references: look at a few only. */
const mostReferencesLookedUp = 5;

/**
 * The case that an e-mail belongs to: the signed reply address it was sent to; else a reference in it, where the authenticated sender is
 * the case's own complainant. A reference alone is a hint, not proof: one person's mail never lands in another's case.
 */
export async function caseOfReply(
  deps: { readonly store: Pick<CaseStore, 'load'>; readonly replyAddresses: Pick<ReplyAddresses, 'caseOf'> },
  contact: Contact,
): Promise<Reference | undefined> {
  if (contact.channel !== 'email') return undefined;
  for (const address of contact.email?.to ?? []) {
    const reference = deps.replyAddresses.caseOf(address);
    if (reference) return reference;
  }
  if (!contact.authenticated || !contact.from.email) return undefined;
  const sender = contact.from.email.toLowerCase();
  for (const reference of referencesIn(`${contact.subject ?? ''}\n${contact.text}`).slice(0, mostReferencesLookedUp)) {
    const stored = await deps.store.load(reference);
    if (stored?.state.complainant.email?.toLowerCase() === sender) return reference;
  }
  return undefined;
}
