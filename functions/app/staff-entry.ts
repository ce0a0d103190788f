import type { Officer } from '../domain/cases/actor.ts';
import { type AuthorityDeps, mayNotUse } from './desk-authority.ts';
import type { CaseStore, StaffEntry } from './ports.ts';

/** What is recorded of one member of staff, and who changed it; undefined alike where there is nobody and where it is not theirs to read. */
export async function staffEntry(
  deps: AuthorityDeps & { readonly store: Pick<CaseStore, 'staffEntry'> },
  by: Officer,
  subject: string,
): Promise<StaffEntry | undefined> {
  const barred = await mayNotUse(deps, by, subject === by.subject ? 'own-absence' : 'staff');
  return barred === undefined ? deps.store.staffEntry(subject) : undefined;
}
