import { luton } from '../../council/luton.ts';
import { connectOriginals } from '../adapters/originals/connect.ts';
import { connectRecordings } from '../adapters/recordings/connect.ts';
import { deleteUnsentUploads } from '../app/delete-unsent-uploads.ts';
import { oldRecordings } from '../app/old-recordings.ts';
import { instantOf } from '../domain/calendar/local-date.ts';
import { environmentOf } from './frame/environment.ts';
import { log } from './frame/log.ts';
import { meanwhile } from './frame/meanwhile.ts';
import { onEvent } from './frame/on-event.ts';
import { once } from './frame/once.ts';

const environment = environmentOf('delete-audio');
const recordings = connectRecordings(environment.ORIGINALS_BUCKET);
const deps = {
  council: luton,
  now: () => instantOf(new Date()),
  log,
  recordings,
  originals: connectOriginals(environment.ORIGINALS_BUCKET),
};
const store = once(async () => (await import('../adapters/table/connect.ts')).connectStoreWithoutPeople(environment.TABLE_NAME));

/** Daily: the audio of calls whose words were checked long enough ago is deleted, and files that were added to a form and never sent. */
export const handler = onEvent(async () => {
  const files = { ofNobody: async (keys: readonly string[]) => (await store()).files.ofNobody(keys) };
  await meanwhile(deleteUnsentUploads({ ...deps, store: { files } }), store);
  const keys = await oldRecordings(deps);
  if (keys.length === 0) return;
  // The rules of a case are loaded for recordings that may be over, and for no others.
  const [{ deleteAudio }, { underTheRules }, { worldAt }] = await Promise.all([
    import('../app/delete-audio.ts'),
    import('./frame/rules.ts'),
    import('./frame/world.ts'),
  ]);
  const known = underTheRules({ ...worldAt(environment.PUBLIC_URL), recordings, store: await store() });
  await deleteAudio(await known(), keys);
});
