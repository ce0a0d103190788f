import { uploadPrefix } from '../contracts/upload-key.ts';
import type { Instant } from '../domain/calendar/local-date.ts';
import { type FileCheck, hasCopy } from '../domain/intake/file-check.ts';
import { isAsNamed, kindOf } from '../domain/intake/file-kinds.ts';
import type { CaseStore, Log } from './ports.ts';

/** One stored object in one of its versions, and how it is looked at. */
export type StoredFiles = {
  /** What its first bytes look like, and the name that its sender gave it. Undefined where there is no such version any more. */
  look(key: string, version: string): Promise<{ readonly seen?: string; readonly name: string } | undefined>;
  /** Keeps a copy of a picture that says nothing of where it was taken, of a kind that browsers show. `failed` where none can be made. */
  copyPicture(key: string, version: string, type: string): Promise<'made' | 'failed'>;
};

export type CheckFileDeps = {
  readonly store: { readonly files: Pick<CaseStore['files'], 'recordScan' | 'record'> };
  readonly files: StoredFiles;
  readonly now: () => Instant;
  readonly log: Log;
};

/**
 * A file was scanned: keeps the verdict, and of a clean one what it is, and a copy of a picture. Each is written as soon as it is known, so that a picture
 * that nothing can read costs its copy and nothing else. The same news twice changes nothing.
 */
export async function recordScan(
  deps: CheckFileDeps,
  { key, version, scan }: Required<Pick<FileCheck, 'scan' | 'version'>> & { readonly key: string },
): Promise<void> {
  const { store, files, log } = deps;
  // Whoever sent it may not put another in its place: what was scanned first is the evidence.
  if ((await store.files.recordScan(key, { scan, version, scannedAt: deps.now() })) === 'judged-before')
    return log('file-judged-before', { key, scan });
  if (scan !== 'clean') return log('file-not-clean', { key, scan });
  const found = await files.look(key, version);
  if (!found) return log('file-gone', { key });
  const { seen, name } = found;
  // The form takes some kinds and no others, whatever they are called.
  const asNamed = isAsNamed(seen, name) && (kindOf(seen, name) !== undefined || !key.startsWith(uploadPrefix));
  await store.files.record(key, { seen, asNamed }, version);
  if (!asNamed) return log('file-not-as-named', { key });
  if (seen === undefined || !hasCopy(seen)) return;
  const copy = await files.copyPicture(key, version, seen);
  if (copy === 'failed') log('picture-without-copy', { key });
  await store.files.record(key, { copy }, version);
}
