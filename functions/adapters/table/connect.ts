import type { CaseStore, WordIndex } from '../../app/ports.ts';
import { createPersonKey } from '../identity/person-keys.ts';
import type { Keys } from '../secrets/secrets.ts';
import { createCaseStore } from './case-store.ts';
import { tableClient } from './client.ts';
import type { PersonKey } from './person-details.ts';
import { StoreFault } from './store-fault.ts';

/** The store for functions that take in contacts: they know people by keyed names. */
export function connectStore(tableName: string, personKeys: Keys): CaseStore {
  const { previous } = personKeys;
  const keyed = (keys: Keys): PersonKey => {
    const personKey = createPersonKey(keys);
    return ({ kind, value }) => personKey(kind, value);
  };
  return createCaseStore({
    client: tableClient(),
    tableName,
    personKey: keyed(personKeys),
    previousPersonKey: previous && keyed({ current: previous }),
  });
}

/** The store for functions that never take in a contact: they hold no key, and fail loudly if they ever need one. */
export function connectStoreWithoutPeople(tableName: string): CaseStore {
  return createCaseStore({
    client: tableClient(),
    tableName,
    personKey: () => {
      throw new StoreFault('no-person-keys', 'this function takes in no contacts');
    },
  });
}

/** Loaded by the functions that search and that keep what is searched, at their first use. */
export async function connectWordIndex(tableName: string, keys: Keys): Promise<WordIndex> {
  const { createWordIndex } = await import('./words.ts');
  return createWordIndex({ client: tableClient(), tableName, keys });
}
