import type { Secrets } from '../../adapters/secrets/secrets.ts';
import { once } from './once.ts';

/** The secret's keys for pages, most of which are drawn without one: not even the client is loaded before the first page that asks. */
export function secretsAtFirstUse(arn: string): Secrets {
  const secrets = once(async () => (await import('../../adapters/secrets/connect.ts')).connectSecrets(arn));
  return { keysFor: async (purpose) => (await secrets()).keysFor(purpose) };
}
