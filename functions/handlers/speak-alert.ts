import { connectStoreWithoutPeople } from '../adapters/table/connect.ts';
import { environmentOf } from './frame/environment.ts';
import { meanwhile } from './frame/meanwhile.ts';
import { onEvent } from './frame/on-event.ts';
import { underTheRules } from './frame/rules.ts';
import { worldAt } from './frame/world.ts';

const environment = environmentOf('speak-alert');
const deps = underTheRules({ ...worldAt(environment.PUBLIC_URL), store: connectStoreWithoutPeople(environment.TABLE_NAME) });

/** A case's schedule has come due: say what must be said. The alert's own stream record plans the next schedule. */
export const handler = onEvent(async (event) => {
  const [known, [{ schedulerInput }, { speakDueAlerts }]] = await meanwhile(deps(), () =>
    Promise.all([import('../contracts/scheduler-input.ts'), import('../app/watch-case.ts')]),
  );
  return speakDueAlerts(known, schedulerInput.parse(event).reference);
});
