import { luton } from '../../../council/luton.ts';
import { readMail } from '../../adapters/mail/read-mail.ts';
import { createReplyAddresses } from '../../adapters/mail/reply-addresses.ts';
import { connectOriginals } from '../../adapters/originals/connect.ts';
import { connectSecrets } from '../../adapters/secrets/connect.ts';
import { connectStore } from '../../adapters/table/connect.ts';
import type { ReceiveMailDeps } from '../../app/receive-mail.ts';
import { once } from './once.ts';
import { worldAt } from './world.ts';

type IntakeEnvironment = { TABLE_NAME: string; ORIGINALS_BUCKET: string; SECRET_ARN: string; PUBLIC_URL: string; MAIL_DOMAIN: string };

/** Everything that taking in an e-mail needs, made at the first use. */
export function mailIntake(environment: IntakeEnvironment): () => Promise<ReceiveMailDeps> {
  const secrets = connectSecrets(environment.SECRET_ARN);
  const originals = connectOriginals(environment.ORIGINALS_BUCKET);
  const ourAddresses = [luton.complaints.email];
  return once(async () => ({
    ...worldAt(environment.PUBLIC_URL),
    originals,
    store: connectStore(environment.TABLE_NAME, await secrets.keysFor('person-keys')),
    replyAddresses: createReplyAddresses(await secrets.keysFor('reply-addresses'), environment.MAIL_DOMAIN),
    readMail: (raw, receipt) => readMail(raw, { ...receipt, ourAddresses }),
  }));
}
