import { connectStoreWithoutPeople } from '../adapters/table/connect.ts';
import { connectWakeUps } from '../adapters/wake-ups/connect.ts';
import { planAlerts } from '../app/watch-case.ts';
import { eachCase } from './frame/each-case.ts';
import { environmentOf } from './frame/environment.ts';
import { onEvent } from './frame/on-event.ts';
import { worldAt } from './frame/world.ts';

const environment = environmentOf('plan-alerts');
const deps = {
  ...worldAt(environment.PUBLIC_URL),
  store: connectStoreWithoutPeople(environment.TABLE_NAME),
  wakeUps: connectWakeUps({
    group: environment.SCHEDULE_GROUP,
    targetArn: environment.SCHEDULE_TARGET_ARN,
    roleArn: environment.SCHEDULE_ROLE_ARN,
    deadLetterArn: environment.SCHEDULE_DEAD_LETTER_ARN,
  }),
};

/** The table's stream says that a case changed or an alert was spoken: keep its one schedule true. */
export const handler = onEvent((event) => eachCase(event, (reference) => planAlerts(deps, reference)));
