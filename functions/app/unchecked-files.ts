import { type Instant, londonDateOf } from '../domain/calendar/local-date.ts';
import { isScanAwaited, isUnchecked } from '../domain/intake/file-check.ts';
import { uncheckedFilesNotice, type WithUncheckedFiles } from '../domain/notices/unchecked-files.ts';
import type { CaseStore, ContactRecord } from './ports.ts';
import type { World } from './world.ts';

export type UncheckedDeps = World & { readonly store: Pick<CaseStore, 'findContact' | 'planForDay' | 'files'> };

/**
 * A scanner that is down delays no complaint, but somebody must hear of it: tells the team once of each file at which nobody looked for a day (ADR 16).
 * Where this hour's notice is planned already, the rest waits for the next.
 */
export async function tellOfUncheckedFiles(deps: UncheckedDeps): Promise<void> {
  const { store, log } = deps;
  const at = deps.now();
  const found: { readonly message: WithUncheckedFiles; readonly keys: readonly string[] }[] = [];
  for (const key of await store.files.dueForCheck(at)) {
    const record = await store.findContact(key);
    const { keys, mayComeLate } = record ? await uncheckedOf(deps, record, at) : nothing;
    if (record && keys.length > 0) found.push({ message: { ...key, reference: referenceOf(record) }, keys });
    else if (!mayComeLate) await store.files.settle(key);
  }
  if (found.length === 0) return;
  const notice = uncheckedFilesNotice(
    found.map(({ message }) => message),
    at,
    deps,
  );
  if ((await store.planForDay({ day: londonDateOf(at), at, notices: [notice] })) === 'already-planned') return;
  log('files-unchecked', { messages: found.length });
  for (const { keys } of found) {
    for (const key of keys) await store.files.record(key, { toldAt: at });
  }
}

const nothing = { keys: [], mayComeLate: false };

/**
 * Files of messages that matter: what was set aside, or filed as a machine's, nobody opens. `keys`: of those that nobody was told of. `mayComeLate`:
 * what was never scanned may be, once the scanner runs again, and whoever sent it hears if there was a virus in it (`infected-files.ts`).
 */
async function uncheckedOf(
  { store }: UncheckedDeps,
  { contact, standing }: ContactRecord,
  at: Instant,
): Promise<{ readonly keys: readonly string[]; readonly mayComeLate: boolean }> {
  if (standing.kind !== 'in-case' && standing.kind !== 'held') return nothing;
  const keys = contact.attachments.map(({ key }) => key);
  const checks = await store.files.checks(keys);
  return {
    keys: keys.filter((key) => isUnchecked(checks.get(key))),
    mayComeLate: isScanAwaited(contact, at) && keys.some((key) => checks.get(key)?.scan === undefined),
  };
}

function referenceOf({ standing }: ContactRecord) {
  return standing.kind === 'in-case' ? standing.reference : undefined;
}
