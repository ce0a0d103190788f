import { luton } from '../../../council/luton.ts';
import { connectMail } from '../../adapters/mail/connect.ts';
import { createReplyAddresses } from '../../adapters/mail/reply-addresses.ts';
import { connectSecrets } from '../../adapters/secrets/connect.ts';
import { connectStoreWithoutPeople } from '../../adapters/table/connect.ts';
import type { SendDeps } from '../../app/send-notices.ts';
import { once } from './once.ts';
import { worldAt } from './world.ts';

type SendingEnvironment = {
  TABLE_NAME: string;
  SECRET_ARN: string;
  PUBLIC_URL: string;
  MAIL_FROM: string;
  MAIL_DOMAIN: string;
  CONFIGURATION_SET: string;
};

/** Everything that sending notices needs, made at the first use. */
export function sending(environment: SendingEnvironment): () => Promise<SendDeps> {
  const secrets = connectSecrets(environment.SECRET_ARN);
  const store = connectStoreWithoutPeople(environment.TABLE_NAME);
  return once(async () => ({
    ...worldAt(environment.PUBLIC_URL),
    store,
    sendMail: connectMail({
      from: environment.MAIL_FROM,
      council: luton,
      configurationSet: environment.CONFIGURATION_SET,
      replyAddresses: createReplyAddresses(await secrets.keysFor('reply-addresses'), environment.MAIL_DOMAIN),
    }),
  }));
}
