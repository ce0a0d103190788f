import type { Officer } from '../domain/cases/actor.ts';
import type { ContactKey } from '../domain/intake/contact.ts';
import { type AuthorityDeps, mayNotUse } from './desk-authority.ts';
import type { CaseStore, ContactRecord } from './ports.ts';

/** A message that stands in no case, for somebody whose role reads what is held, and noted as read by them; undefined where there is none for them. */
export async function findOutsideCases(
  deps: AuthorityDeps & { readonly store: Pick<CaseStore, 'findContact' | 'noteLook'> },
  by: Officer,
  key: ContactKey,
): Promise<ContactRecord | undefined> {
  if ((await mayNotUse(deps, by, 'held')) !== undefined) return undefined;
  const known = await deps.store.findContact(key);
  if (!known || known.standing.kind === 'in-case') return undefined;
  await deps.store.noteLook(key, by, deps.now());
  return known;
}
