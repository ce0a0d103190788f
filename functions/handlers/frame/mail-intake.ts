import { luton } from '../../../council/luton.ts';
import { connectSecrets } from '../../adapters/secrets/connect.ts';
import type { ReceiveMailDeps } from '../../app/receive-mail.ts';
import type { ReceiveVoicemailDeps } from '../../app/receive-voicemail.ts';
import { ourMailboxes } from '../../domain/intake/writers.ts';
import { type IntakeEnvironment, intake } from './intake.ts';
import { meanwhile } from './meanwhile.ts';
import { once } from './once.ts';

type MailIntakeEnvironment = IntakeEnvironment & { ORIGINALS_BUCKET: string; SECRET_ARN: string };

/** Everything that taking in an e-mail needs, made at the first use. */
export function mailIntake(environment: MailIntakeEnvironment): () => Promise<ReceiveMailDeps & Pick<ReceiveVoicemailDeps, 'recordings'>> {
  const { trustedForwarders } = luton;
  const ourAddresses = ourMailboxes(luton);
  const contacts = intake(environment, connectSecrets(environment.SECRET_ARN));
  const reader = once(async () => {
    const [{ connectOriginals }, { readMail }, { createLookUpText }, { connectRecordings }] = await Promise.all([
      import('../../adapters/originals/connect.ts'),
      import('../../adapters/mail/read-mail.ts'),
      import('../../adapters/mail/look-up-text.ts'),
      import('../../adapters/recordings/connect.ts'),
    ]);
    const lookUpText = createLookUpText();
    return {
      originals: connectOriginals(environment.ORIGINALS_BUCKET),
      recordings: connectRecordings(environment.ORIGINALS_BUCKET),
      readMail: (raw: Uint8Array, receipt: Parameters<ReceiveMailDeps['readMail']>[1]) =>
        readMail(raw, { ...receipt, ourAddresses, trustedForwarders, lookUpText }),
    };
  });
  return async () => {
    const [deps, reading] = await meanwhile(contacts(), reader);
    return { ...deps, ...reading };
  };
}
