import { connectStoreWithoutPeople } from '../adapters/table/connect.ts';
import { recordScan, type StoredFiles } from '../app/check-file.ts';
import { readScanEvent } from '../contracts/scan-event.ts';
import { instantOf } from '../domain/calendar/local-date.ts';
import { environmentOf } from './frame/environment.ts';
import { log } from './frame/log.ts';
import { meanwhile } from './frame/meanwhile.ts';
import { onEvent } from './frame/on-event.ts';
import { once } from './frame/once.ts';

const environment = environmentOf('check-files');
const bucket = once(async () => (await import('../adapters/files/stored-files.ts')).connectStoredFiles(environment.ORIGINALS_BUCKET));
const files: StoredFiles = {
  look: async (key, version) => (await bucket()).look(key, version),
  copyPicture: async (key, version, type) => (await bucket()).copyPicture(key, version, type),
};
const deps = {
  store: connectStoreWithoutPeople(environment.TABLE_NAME),
  files,
  now: () => instantOf(new Date()),
  log,
};

/** GuardDuty has looked at a file: keep what it found, what the file is, and a copy of a picture. */
export const handler = onEvent(async (event) => {
  // A file that was found clean is then read, and nearly every one is clean.
  await meanwhile(recordScan(deps, readScanEvent(event)), bucket);
});
