import type { Officer, Reference } from '../domain/cases/actor.ts';
import { inView } from '../domain/cases/in-view.ts';
import type { ContactKey } from '../domain/intake/contact.ts';
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
  return latestFirst(await deps.store.looks(reference));
}

/** The same of a message that stands in no case. */
export async function whoReadMessage(
  deps: AuthorityDeps & { readonly store: Pick<CaseStore, 'looks'> },
  key: ContactKey,
  by: Officer,
): Promise<readonly Look[] | undefined> {
  const { viewer } = await whoLooks(deps, by);
  return mayUse(viewer, 'held') && mayUse(viewer, 'who-looked') ? latestFirst(await deps.store.looks(key)) : undefined;
}

function latestFirst(looks: readonly Look[]): readonly Look[] {
  return looks.toSorted((one, other) => (one.last < other.last ? 1 : -1));
}
