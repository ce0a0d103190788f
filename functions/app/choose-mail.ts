import type { Officer } from '../domain/cases/actor.ts';
import type { MailChoice } from '../domain/staff/mail-choices.ts';
import { type AuthorityDeps, mayNotUse } from './desk-authority.ts';
import type { CaseStore } from './ports.ts';

/** What somebody leaves out of their own morning's message. Gives why not, where their role has none. */
export async function chooseMail(
  deps: AuthorityDeps & { readonly store: Pick<CaseStore, 'chooseMail'> },
  by: Officer,
  off: readonly MailChoice[],
): Promise<string | undefined> {
  const barred = await mayNotUse(deps, by, 'mail-preferences');
  if (barred === undefined) await deps.store.chooseMail(by.subject, off);
  return barred;
}
