import { connectStoredFiles } from '../adapters/files/stored-files.ts';
import { connectStoreWithoutPeople } from '../adapters/table/connect.ts';
import { recordScan } from '../app/check-file.ts';
import { readScanEvent } from '../contracts/scan-event.ts';
import { instantOf } from '../domain/calendar/local-date.ts';
import { environmentOf } from './frame/environment.ts';
import { log } from './frame/log.ts';
import { onEvent } from './frame/on-event.ts';

const environment = environmentOf('check-files');
const deps = {
  store: connectStoreWithoutPeople(environment.TABLE_NAME),
  files: connectStoredFiles(environment.ORIGINALS_BUCKET),
  now: () => instantOf(new Date()),
  log,
};

/** GuardDuty has looked at a file: keep what it found, what the file is, and a copy of a picture. */
export const handler = onEvent(async (event) => recordScan(deps, readScanEvent(event)));
