import { connectSecrets } from '../../adapters/secrets/connect.ts';
import type { ReceiveVoicemailDeps } from '../../app/receive-voicemail.ts';
import { type IntakeEnvironment, intake } from './intake.ts';
import { meanwhile } from './meanwhile.ts';
import { once } from './once.ts';

type VoicemailIntakeEnvironment = IntakeEnvironment & { ORIGINALS_BUCKET: string; SECRET_ARN: string };

/** Everything that taking in a recorded call needs, made at the first use. */
export function voicemailIntake(environment: VoicemailIntakeEnvironment): () => Promise<ReceiveVoicemailDeps> {
  const contacts = intake(environment, connectSecrets(environment.SECRET_ARN));
  const bucket = once(async () => {
    const [{ connectOriginals }, { connectRecordings }] = await Promise.all([
      import('../../adapters/originals/connect.ts'),
      import('../../adapters/recordings/connect.ts'),
    ]);
    return {
      originals: connectOriginals(environment.ORIGINALS_BUCKET),
      recordings: connectRecordings(environment.ORIGINALS_BUCKET),
    };
  });
  return async () => {
    const [deps, kept] = await meanwhile(contacts(), bucket);
    return { ...deps, ...kept };
  };
}
