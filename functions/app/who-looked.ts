import type { Officer, Reference } from '../domain/cases/actor.ts';
import { inView } from '../domain/cases/in-view.ts';
import { mayOpen } from '../domain/staff/authority.ts';
import { mayUse } from '../domain/staff/desk-pages.ts';
import type { Look } from '../domain/staff/look.ts';
import { type AuthorityDeps, whoLooks } from './desk-authority.ts';
import type { CaseStore } from './ports.ts';

/** Who opened a case, the latest day first. Undefined where there is none, or it is not theirs to open. Asking is no look at the case itself. */
export async function whoLooked(
  deps: AuthorityDeps & { readonly store: Pick<CaseStore, 'load' | 'looks'> },
  reference: Reference,
  by: Officer,
): Promise<readonly Look[] | undefined> {
  const [stored, { viewer }] = await Promise.all([deps.store.load(reference), whoLooks(deps, by)]);
  if (!stored || !mayOpen(viewer, inView(stored.state)) || !mayUse(viewer, 'who-looked')) return undefined;
  const looks = await deps.store.looks(reference);
  return looks.toSorted((one, other) => (one.last < other.last ? 1 : -1));
}
