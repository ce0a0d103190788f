import { connectOriginals } from '../adapters/originals/connect.ts';
import { connectRecordings } from '../adapters/recordings/connect.ts';
import { deleteUnsentUploads } from '../app/delete-unsent-uploads.ts';
import { oldRecordings } from '../app/old-recordings.ts';
import { environmentOf } from './frame/environment.ts';
import { meanwhile } from './frame/meanwhile.ts';
import { onEvent } from './frame/on-event.ts';
import { once } from './frame/once.ts';
import { worldAt } from './frame/world.ts';

const environment = environmentOf('delete-audio');
const deps = { ...worldAt(environment.PUBLIC_URL), recordings: connectRecordings(environment.ORIGINALS_BUCKET) };
const originals = connectOriginals(environment.ORIGINALS_BUCKET);
const store = once(async () => (await import('../adapters/table/connect.ts')).connectStoreWithoutPeople(environment.TABLE_NAME));

/** Daily: the audio of calls whose words were checked long enough ago is deleted, and files that were added to a form and never sent. */
export const handler = onEvent(async () => {
  const files = { ofNobody: async (keys: readonly string[]) => (await store()).files.ofNobody(keys) };
  await meanwhile(deleteUnsentUploads({ ...deps, originals, store: { files } }), store);
  const keys = await oldRecordings(deps);
  if (keys.length === 0) return;
  // The rules of a case are loaded for recordings that may be over, and for no others.
  const [{ deleteAudio }, { underTheRules }] = await Promise.all([import('../app/delete-audio.ts'), import('./frame/rules.ts')]);
  const known = underTheRules({ ...deps, store: await store() });
  await deleteAudio(await known(), keys);
});
