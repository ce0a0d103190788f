import { createReplyAddresses } from '../../adapters/mail/reply-addresses.ts';
import type { Secrets } from '../../adapters/secrets/secrets.ts';
import type { TakeInDeps } from '../../app/take-in.ts';
import { once } from './once.ts';
import { worldAt } from './world.ts';

export type IntakeEnvironment = { TABLE_NAME: string; PUBLIC_URL: string; MAIL_DOMAIN: string };

/** Everything that taking in a contact needs, made at the first use. */
export function intake(environment: IntakeEnvironment, secrets: Secrets): () => Promise<TakeInDeps> {
  return once(async () => {
    // The table's code is loaded while the secret is on its way.
    const [personKeys, replyKeys, { connectStore }] = await Promise.all([
      secrets.keysFor('person-keys'),
      secrets.keysFor('reply-addresses'),
      import('../../adapters/table/connect.ts'),
    ]);
    return {
      ...worldAt(environment.PUBLIC_URL),
      store: connectStore(environment.TABLE_NAME, personKeys),
      replyAddresses: createReplyAddresses(replyKeys, environment.MAIL_DOMAIN),
    };
  });
}
