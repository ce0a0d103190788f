import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { CaseStore } from '../../app/ports.ts';
import { createPersonKey } from '../identity/person-keys.ts';
import type { Keys } from '../secrets/secrets.ts';
import { createCaseStore } from './case-store.ts';
import { StoreFault } from './store-fault.ts';

/** The store for functions that take in contacts: they know people by keyed names. */
export function connectStore(tableName: string, personKeys: Keys): CaseStore {
  const personKey = createPersonKey(personKeys);
  return createCaseStore({ client: new DynamoDBClient({}), tableName, personKey: ({ kind, value }) => personKey(kind, value) });
}

/** The store for functions that never take in a contact: they hold no key, and fail loudly if they ever need one. */
export function connectStoreWithoutPeople(tableName: string): CaseStore {
  return createCaseStore({
    client: new DynamoDBClient({}),
    tableName,
    personKey: () => {
      throw new StoreFault('no-person-keys', 'this function takes in no contacts');
    },
  });
}
