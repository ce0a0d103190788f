import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { createSecrets, type Secrets } from './secrets.ts';

export function connectSecrets(arn: string): Secrets {
  return createSecrets({ client: new SecretsManagerClient({}), arn });
}
