import type { Officer, Reference } from '../domain/cases/actor.ts';
import { inView } from '../domain/cases/in-view.ts';
import type { ContactKey } from '../domain/intake/contact.ts';
import { mayOpen } from '../domain/staff/authority.ts';
import { mayUse } from '../domain/staff/desk-pages.ts';
import type { Look } from '../domain/staff/look.ts';
import { type AuthorityDeps, whoLooks } from './desk-authority.ts';
import type { CaseStore } from './ports.ts';

/** `atMessage`: a message of the case was read while it stood in none. */
export type LookAtCase = Look & { readonly atMessage?: true };

/** Who opened a case, or read a message of it before it stood there, the latest first. Undefined where there is none, or it is not theirs to open. Asking is no look at the case itself. */
export async function whoLooked(
  deps: AuthorityDeps & { readonly store: Pick<CaseStore, 'loadFile' | 'looks'> },
  reference: Reference,
  by: Officer,
): Promise<readonly LookAtCase[] | undefined> {
  const [file, { viewer }] = await Promise.all([deps.store.loadFile(reference), whoLooks(deps, by)]);
  if (!file || !mayOpen(viewer, inView(file.state)) || !mayUse(viewer, 'who-looked')) return undefined;
  const [looks, ...before] = await Promise.all([reference, ...file.contacts].map((what) => deps.store.looks(what)));
  return latestFirst([...(looks ?? []), ...before.flat().map((look) => ({ ...look, atMessage: true as const }))]);
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

function latestFirst<Looked extends Look>(looks: readonly Looked[]): readonly Looked[] {
  return looks.toSorted((one, other) => (one.last < other.last ? 1 : -1));
}
