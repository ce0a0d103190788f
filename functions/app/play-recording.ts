import type { LocalDate } from '../domain/calendar/local-date.ts';
import type { Officer, Reference } from '../domain/cases/actor.ts';
import { callSoFar } from '../domain/cases/call/after-a-call.ts';
import { inView } from '../domain/cases/in-view.ts';
import { mayOpen } from '../domain/staff/authority.ts';
import { mayUse } from '../domain/staff/desk-pages.ts';
import { type AuthorityDeps, whoLooks } from './desk-authority.ts';
import type { CaseStore } from './ports.ts';

/** `original`: its key in the bucket. `deletedOn`: since that London date only its words are kept, in that case. */
export type FoundRecording = { readonly original: string } | { readonly deletedOn: LocalDate; readonly reference: Reference };

/** A recorded call, for somebody who may open the case in which it stands, or the held messages; else undefined. */
export async function recordingFor(
  deps: AuthorityDeps & { readonly store: Pick<CaseStore, 'findContact' | 'loadFile'> },
  id: string,
  by: Officer,
): Promise<FoundRecording | undefined> {
  const [known, { viewer }] = await Promise.all([deps.store.findContact({ channel: 'voicemail', id }), whoLooks(deps, by)]);
  if (!known) return undefined;
  const { contact, standing } = known;
  const { original } = contact;
  if (standing.kind !== 'in-case') return mayUse(viewer, 'held') ? { original } : undefined;
  const { reference } = standing;
  const file = await deps.store.loadFile(reference);
  if (!file || !mayOpen(viewer, inView(file.state))) return undefined;
  const { audioDeletedOn: deletedOn } = callSoFar(file.events, id);
  return deletedOn ? { deletedOn, reference } : { original };
}
