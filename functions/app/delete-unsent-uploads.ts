import { copyKeyOf, uploadPrefix } from '../contracts/upload-key.ts';
import { addMinutes, instantOf } from '../domain/calendar/local-date.ts';
import { abandonedAfter } from '../domain/policy/evidence.ts';
import type { CaseStore, Log, Originals, Recordings } from './ports.ts';
import type { World } from './world.ts';

export type DeleteUnsentDeps = Pick<World, 'now'> & {
  readonly log: Log;
  readonly store: { readonly files: Pick<CaseStore['files'], 'ofNobody'> };
  readonly originals: Pick<Originals, 'listSince'>;
  /** Deletes every version of an object. */
  readonly recordings: Pick<Recordings, 'delete'>;
};

/** Deletes files that somebody added to a form and never sent, or took away again, once no answers can bring them back. */
export async function deleteUnsentUploads({ now, log, store, originals, recordings }: DeleteUnsentDeps): Promise<void> {
  const before = addMinutes(now(), -abandonedAfter.days * 24 * 60);
  const uploads = await originals.listSince(uploadPrefix, instantOf(new Date(0)));
  const old = uploads.filter(({ storedAt }) => storedAt < before).map(({ key }) => key);
  if (old.length === 0) return;
  const unsent = await store.files.ofNobody(old);
  for (const key of unsent) {
    await recordings.delete(copyKeyOf(key));
    await recordings.delete(key);
  }
  if (unsent.length > 0) log('unsent-uploads-deleted', { count: unsent.length });
}
