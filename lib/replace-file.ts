import { renameSync, writeFileSync } from 'node:fs';

/** The ending of what another build is about to rename. */
export const draftEnding = '.draft';

/** Renamed into place, so that two builds of the same sources at the same time, of a test run and a start, never read half a file of each other. */
export function replaceFile(file: string, contents: string | Uint8Array): void {
  const draft = `${file}.${process.pid}${draftEnding}`;
  writeFileSync(draft, contents);
  renameSync(draft, file);
}
