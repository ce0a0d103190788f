import { createReplyAddresses } from '../../adapters/mail/reply-addresses.ts';
import type { Secrets } from '../../adapters/secrets/secrets.ts';
import type { TakeInDeps } from '../../app/take-in.ts';
import { meanwhile } from './meanwhile.ts';
import { once } from './once.ts';
import { underTheRules } from './rules.ts';
import { worldAt } from './world.ts';

export type IntakeEnvironment = { TABLE_NAME: string; PUBLIC_URL: string; MAIL_DOMAIN: string };

/** Everything that taking in a contact needs, made at the first use, with the rules that hold now. */
export function intake(environment: IntakeEnvironment, secrets: Secrets): () => Promise<TakeInDeps> {
  const connected = once(async () => {
    const keys = Promise.all([secrets.keysFor('person-keys'), secrets.keysFor('reply-addresses')]);
    const [[personKeys, replyKeys], { connectStore }] = await meanwhile(keys, () => import('../../adapters/table/connect.ts'));
    return underTheRules({
      ...worldAt(environment.PUBLIC_URL),
      store: connectStore(environment.TABLE_NAME, personKeys),
      replyAddresses: createReplyAddresses(replyKeys, environment.MAIL_DOMAIN),
    });
  });
  return async () => (await connected())();
}
