import { connectRecordings } from '../adapters/recordings/connect.ts';
import { oldRecordings } from '../app/old-recordings.ts';
import { environmentOf } from './frame/environment.ts';
import { onEvent } from './frame/on-event.ts';
import { underTheRules } from './frame/rules.ts';
import { worldAt } from './frame/world.ts';

const environment = environmentOf('delete-audio');
const deps = { ...worldAt(environment.PUBLIC_URL), recordings: connectRecordings(environment.ORIGINALS_BUCKET) };

/** Daily: the audio of calls whose words were checked long enough ago is deleted. */
export const handler = onEvent(async () => {
  const keys = await oldRecordings(deps);
  if (keys.length === 0) return;
  // The table and the rules of a case are loaded for recordings that may be over, and for no others.
  const [{ connectStoreWithoutPeople }, { deleteAudio }] = await Promise.all([
    import('../adapters/table/connect.ts'),
    import('../app/delete-audio.ts'),
  ]);
  const known = underTheRules({ ...deps, store: connectStoreWithoutPeople(environment.TABLE_NAME) });
  await deleteAudio(await known(), keys);
});
