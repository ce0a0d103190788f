import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetSecretValueCommand, ListSecretsCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { afterEach, describe, expect, test } from 'vitest';
import { createSecrets } from '../../../local/services/secrets.ts';
import { groundOf, serve, templateOf } from './stage.ts';

const SecretId = 'arn:aws:secretsmanager:eu-west-2:111122223333:secret:keys-abc123';
const template = templateOf({
  id: 'Keys',
  type: 'AWS::SecretsManager::Secret',
  ref: SecretId,
  properties: {
    GenerateSecretString: {
      SecretStringTemplate: '{"purpose":"all"}',
      GenerateStringKey: 'current',
      PasswordLength: 64,
      ExcludePunctuation: true,
    },
  },
});
const stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

async function start(file?: string) {
  const served = await serve(createSecrets(groundOf(template), file));
  stops.push(served.stop);
  return { needs: served.needs, client: new SecretsManagerClient(served.client) };
}

describe('the local Secrets Manager', () => {
  test('makes a secret as the template says, once', async () => {
    const { client } = await start();
    const first = await client.send(new GetSecretValueCommand({ SecretId }));
    const value = JSON.parse(first.SecretString ?? '');
    expect(value).toEqual({ purpose: 'all', current: expect.stringMatching(/^[A-Za-z0-9]{64}$/) });
    expect((await client.send(new GetSecretValueCommand({ SecretId }))).SecretString).toBe(first.SecretString);
  });

  test('keeps it over a restart', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'secrets-')), 'secrets.json');
    const before = await (await start(file)).client.send(new GetSecretValueCommand({ SecretId }));
    const after = await (await start(file)).client.send(new GetSecretValueCommand({ SecretId }));
    expect(after.SecretString).toBe(before.SecretString);
  });

  test('knows no other secret and no other call', async () => {
    const { client } = await start();
    await expect(client.send(new GetSecretValueCommand({ SecretId: 'none' }))).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    await expect(client.send(new ListSecretsCommand({}))).rejects.toMatchObject({ name: 'NotImplemented' });
  });

  test('asks for the permission of the very secret', async () => {
    const { client, needs } = await start();
    await client.send(new GetSecretValueCommand({ SecretId }));
    expect(needs).toEqual([[{ action: 'secretsmanager:GetSecretValue', resource: SecretId }]]);
  });
});
