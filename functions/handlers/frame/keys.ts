import type { Keys, Secrets } from '../../adapters/secrets/secrets.ts';
import { once } from './once.ts';

/** Our keys, for functions of which most calls need none: not even the client that asks for them is loaded before the first that does. */
export function keysAtFirstUse(secretArn: string): Secrets {
  const secrets = once(async () => (await import('../../adapters/secrets/connect.ts')).connectSecrets(secretArn));
  return { keysFor: async (purpose) => (await secrets()).keysFor(purpose) };
}

/** What taking in a contact needs keys for. */
export type IntakeKeys = { readonly person: Keys; readonly replyAddresses: Keys };

export async function intakeKeys(secrets: Secrets): Promise<IntakeKeys> {
  const [person, replyAddresses] = await Promise.all([secrets.keysFor('person-keys'), secrets.keysFor('reply-addresses')]);
  return { person, replyAddresses };
}
