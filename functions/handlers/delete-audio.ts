import { connectOriginals } from '../adapters/originals/connect.ts';
import { connectRecordings } from '../adapters/recordings/connect.ts';
import { connectStoreWithoutPeople } from '../adapters/table/connect.ts';
import { deleteUnsentUploads } from '../app/delete-unsent-uploads.ts';
import { oldRecordings } from '../app/old-recordings.ts';
import { environmentOf } from './frame/environment.ts';
import { onEvent } from './frame/on-event.ts';
import { underTheRules } from './frame/rules.ts';
import { worldAt } from './frame/world.ts';

const environment = environmentOf('delete-audio');
const deps = { ...worldAt(environment.PUBLIC_URL), recordings: connectRecordings(environment.ORIGINALS_BUCKET) };

const store = connectStoreWithoutPeople(environment.TABLE_NAME);
const originals = connectOriginals(environment.ORIGINALS_BUCKET);

/** Daily: the audio of calls whose words were checked long enough ago is deleted, and files that were added to a form and never sent. */
export const handler = onEvent(async () => {
  await deleteUnsentUploads({ ...deps, store, originals });
  const keys = await oldRecordings(deps);
  if (keys.length === 0) return;
  // The rules of a case are loaded for recordings that may be over, and for no others.
  const { deleteAudio } = await import('../app/delete-audio.ts');
  const known = underTheRules({ ...deps, store });
  await deleteAudio(await known(), keys);
});
