import { setTimeout } from 'node:timers/promises';
import { connectStoreWithoutPeople } from '../adapters/table/connect.ts';
import { sweepDeadlines } from '../app/watch-case.ts';
import { environmentOf } from './frame/environment.ts';
import { onEvent } from './frame/on-event.ts';
import { underTheRules } from './frame/rules.ts';
import { worldAt } from './frame/world.ts';

const environment = environmentOf('sweep-deadlines');
const deps = underTheRules({ ...worldAt(environment.PUBLIC_URL), store: connectStoreWithoutPeople(environment.TABLE_NAME) });

/** 09:30 in London on working days: every case whose dates are near, so that a lost schedule stays nobody's loss. */
export const handler = onEvent(async () => sweepDeadlines({ ...(await deps()), pause: setTimeout }));
