import { hkdfSync } from 'node:crypto';
import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { secretValue } from '../../contracts/secrets.ts';

/** Each purpose has keys of its own, so that what is made for one is worthless for another. */
export type Purpose = 'sessions' | 'reply-addresses' | 'person-keys' | 'form-tokens' | 'search-words';

/** 32 bytes each. `previous` verifies and opens what was made before the last rotation; nothing new is made with it. */
export type Keys = { readonly current: Uint8Array; readonly previous?: Uint8Array };

export type Secrets = { keysFor(purpose: Purpose): Promise<Keys> };

/**
 * Keys from the service's one secret, read once per environment (decision 28). A failed read is not kept: the next request tries again.
 * After a rotation, environments that still live use the old pair: what they make is good everywhere as `previous`.
 */
export function createSecrets({ client, arn }: { readonly client: SecretsManagerClient; readonly arn: string }): Secrets {
  let reading: Promise<{ current: string; previous?: string | undefined }> | undefined;

  async function read() {
    const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: arn }));
    const read = secretValue.safeParse(parseJson(SecretString ?? ''));
    // The parser's own message could repeat what the secret holds.
    if (!read.success) throw new Error('the secret is not JSON with "current" of at least 32 characters');
    return read.data;
  }

  return {
    async keysFor(purpose) {
      reading ??= read().catch((fault: unknown) => {
        reading = undefined;
        throw fault;
      });
      const { current, previous } = await reading;
      return { current: derived(current, purpose), previous: previous === undefined ? undefined : derived(previous, purpose) };
    },
  };
}

function derived(secret: string, purpose: Purpose): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, '', `council-complaints ${purpose}`, 32));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
