import type { Officer } from '../domain/cases/actor.ts';
import { inView } from '../domain/cases/in-view.ts';
import { mayOpen } from '../domain/staff/authority.ts';
import { mayUse } from '../domain/staff/desk-pages.ts';
import { type AuthorityDeps, whoLooks } from './desk-authority.ts';
import type { CaseStore } from './ports.ts';

/** The key of the original of a recorded call, for somebody who may open the case in which it stands, or the held messages; else undefined. */
export async function recordingFor(
  deps: AuthorityDeps & { readonly store: Pick<CaseStore, 'findContact' | 'load'> },
  id: string,
  by: Officer,
): Promise<string | undefined> {
  const [known, { viewer }] = await Promise.all([deps.store.findContact({ channel: 'voicemail', id }), whoLooks(deps, by)]);
  if (!known) return undefined;
  const { contact, standing } = known;
  if (standing.kind !== 'in-case') return mayUse(viewer, 'held') ? contact.original : undefined;
  const stored = await deps.store.load(standing.reference);
  return stored && mayOpen(viewer, inView(stored.state)) ? contact.original : undefined;
}
