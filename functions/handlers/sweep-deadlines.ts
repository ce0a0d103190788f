import { setTimeout } from 'node:timers/promises';
import { connectStoreWithoutPeople } from '../adapters/table/connect.ts';
import { environmentOf } from './frame/environment.ts';
import { meanwhile } from './frame/meanwhile.ts';
import { onEvent } from './frame/on-event.ts';
import { underTheRules } from './frame/rules.ts';
import { worldAt } from './frame/world.ts';

const environment = environmentOf('sweep-deadlines');
const deps = underTheRules({ ...worldAt(environment.PUBLIC_URL), store: connectStoreWithoutPeople(environment.TABLE_NAME) });

/** 08:30 and 09:30 in London from Monday to Friday: each person's message of the morning, and whatever a lost schedule left unsaid. */
export const handler = onEvent(async () => {
  const [known, { sweepDeadlines }] = await meanwhile(deps(), () => import('../app/sweep-deadlines.ts'));
  return sweepDeadlines({ ...known, pause: setTimeout });
});
