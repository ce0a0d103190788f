import { luton } from '../../../council/luton.ts';
import { linkTokens } from '../../adapters/identity/link-tokens.ts';
import { createReplyAddresses } from '../../adapters/mail/reply-addresses.ts';
import { connectStore, connectStoreWithoutPeople } from '../../adapters/table/connect.ts';
import type { CaseStore, OutgoingMail } from '../../app/ports.ts';
import type { SendDeps } from '../../app/send-notices.ts';
import { meanwhile } from './meanwhile.ts';
import { once } from './once.ts';
import { underTheRules } from './rules.ts';
import { secretsAtFirstUse } from './secrets.ts';
import { worldAt } from './world.ts';

type SendingEnvironment = {
  TABLE_NAME: string;
  SECRET_ARN: string;
  PUBLIC_URL: string;
  MAIL_FROM: string;
  MAIL_DOMAIN: string;
  CONFIGURATION_SET: string;
};

/** Everything that sending notices needs. What only a letter needs is made for the first one: most sweeps find nothing to send. */
export function sending(environment: SendingEnvironment): () => Promise<SendDeps> {
  const secrets = secretsAtFirstUse(environment.SECRET_ARN);
  const mail = once(async () => {
    const [replyKeys, connectMail] = await meanwhile(
      secrets.keysFor('reply-addresses'),
      async () => (await import('../../adapters/mail/connect.ts')).connectMail,
    );
    return connectMail({
      from: environment.MAIL_FROM,
      council: luton,
      configurationSet: environment.CONFIGURATION_SET,
      replyAddresses: createReplyAddresses(replyKeys, environment.MAIL_DOMAIN),
    });
  });
  // Receipts are counted by a keyed name of their address; no other notice needs the key.
  const counting = once(async () => connectStore(environment.TABLE_NAME, await secrets.keysFor('person-keys')));
  return underTheRules({
    ...worldAt(environment.PUBLIC_URL),
    store: {
      ...connectStoreWithoutPeople(environment.TABLE_NAME),
      countReceipt: async (...receipt: Parameters<CaseStore['countReceipt']>) => (await counting()).countReceipt(...receipt),
    },
    linkTokens,
    sendMail: async (message: OutgoingMail) => (await mail())(message),
  });
}
