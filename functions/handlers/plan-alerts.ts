import { connectStoreWithoutPeople, connectWordIndex } from '../adapters/table/connect.ts';
import type { WakeUps } from '../app/ports.ts';
import { environmentOf } from './frame/environment.ts';
import { meanwhile } from './frame/meanwhile.ts';
import { onEvent } from './frame/on-event.ts';
import { once } from './frame/once.ts';
import { underTheRules } from './frame/rules.ts';
import { secretsAtFirstUse } from './frame/secrets.ts';
import { worldAt } from './frame/world.ts';

const environment = environmentOf('plan-alerts');
// Most changes leave a case's next alert where it is: Scheduler's client is loaded for the first that moves one.
const connected = once(async () =>
  (await import('../adapters/wake-ups/connect.ts')).connectWakeUps({
    group: environment.SCHEDULE_GROUP,
    targetArn: environment.SCHEDULE_TARGET_ARN,
    roleArn: environment.SCHEDULE_ROLE_ARN,
    deadLetterArn: environment.SCHEDULE_DEAD_LETTER_ARN,
  }),
);
const wakeUps: WakeUps = {
  create: async (name, at, reference) => (await connected()).create(name, at, reference),
  delete: async (name) => (await connected()).delete(name),
};
// So is what search is made of: no deadline waits for it.
const secrets = secretsAtFirstUse(environment.SECRET_ARN);
const words = once(async () => connectWordIndex(environment.TABLE_NAME, await secrets.keysFor('search-words')));
const deps = underTheRules({
  ...worldAt(environment.PUBLIC_URL),
  store: connectStoreWithoutPeople(environment.TABLE_NAME),
  wakeUps,
});

/** The table's stream says that a case changed or an alert was spoken: keep its one schedule true, and let search find it by its words. */
export const handler = onEvent(async (event) => {
  const [known, { planAlerts, eachCase }] = await meanwhile(deps(), async () => ({
    planAlerts: (await import('../app/watch-case.ts')).planAlerts,
    eachCase: (await import('./frame/each-case.ts')).eachCase,
  }));
  return eachCase(event, async (reference) => {
    const watched = await planAlerts(known, reference);
    if (!watched) return;
    const { keepWords } = await import('../app/keep-words.ts');
    await keepWords(await words(), reference, watched);
  });
});
