import type { Contact } from '../domain/intake/contact.ts';
import { isUndecidedHarm } from '../domain/notices/possible-harm.ts';
import type { CaseStore, HeldContacts, QueueEntry } from './ports.ts';

export type Queue = { readonly cases: readonly QueueEntry[]; readonly held: HeldContacts };

/** As many as anybody will look through on one page; the oldest come first, so each has its turn. */
const mostHeld = 50;

/** Open cases, undecided possible harm first and then by what is due next, and contacts that wait for a person. May lag a moment behind: never the answer to a POST (decision 9). */
export async function listQueue(deps: { store: CaseStore }): Promise<Queue> {
  const [cases, held] = await Promise.all([deps.store.openCases(), deps.store.heldContacts(mostHeld)]);
  const harm = cases.filter(isUndecidedHarm);
  return { cases: [...harm, ...cases.filter((entry) => !isUndecidedHarm(entry))], held };
}

/** As many as anybody will look through; every one is kept. */
const mostAutomatic = 50;

/** What machines sent us that belongs to no case, newest first. */
export async function listAutomatic({ store }: { store: Pick<CaseStore, 'filedContacts'> }): Promise<readonly Contact[]> {
  return store.filedContacts(mostAutomatic);
}
