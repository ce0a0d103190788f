import { connectRecordings } from '../adapters/recordings/connect.ts';
import { connectStoreWithoutPeople } from '../adapters/table/connect.ts';
import { deleteAudio } from '../app/delete-audio.ts';
import { environmentOf } from './frame/environment.ts';
import { onEvent } from './frame/on-event.ts';
import { worldAt } from './frame/world.ts';

const environment = environmentOf('delete-audio');
const deps = {
  ...worldAt(environment.PUBLIC_URL),
  store: connectStoreWithoutPeople(environment.TABLE_NAME),
  recordings: connectRecordings(environment.ORIGINALS_BUCKET),
};

/** Daily: the audio of calls whose words were checked long enough ago is deleted. */
export const handler = onEvent(() => deleteAudio(deps));
