import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { createSecrets, type Purpose } from '../../../functions/adapters/secrets/secrets.ts';

const manager = mockClient(SecretsManagerClient);
const make = () =>
  createSecrets({
    client: new SecretsManagerClient({ region: 'eu-west-2' }),
    arn: 'arn:aws:secretsmanager:eu-west-2:111122223333:secret:x',
  });
const [first, second] = ['a'.repeat(64), 'b'.repeat(64)];
const purposes: readonly Purpose[] = ['sessions', 'reply-addresses', 'person-keys', 'form-tokens'];
const hex = (bytes: Uint8Array | undefined) => bytes && Buffer.from(bytes).toString('hex');

beforeEach(() => manager.reset());
afterAll(() => manager.restore());

test('the secret is read once for all purposes, and each purpose has 32 bytes of its own', async () => {
  manager.on(GetSecretValueCommand).resolves({ SecretString: JSON.stringify({ current: first }) });
  const secrets = make();
  const keys = await Promise.all(purposes.map((purpose) => secrets.keysFor(purpose)));
  expect(manager.calls()).toHaveLength(1);
  expect(keys.map(({ current }) => current.length)).toEqual([32, 32, 32, 32]);
  expect(new Set(keys.map(({ current }) => hex(current))).size).toBe(4);
  expect(keys.every(({ previous }) => previous === undefined)).toBe(true);
});

test('after a rotation the previous key is the one that was current', async () => {
  manager
    .on(GetSecretValueCommand)
    .resolvesOnce({ SecretString: JSON.stringify({ current: first }) })
    .resolvesOnce({ SecretString: JSON.stringify({ current: second, previous: first }) });
  const before = await make().keysFor('sessions');
  const after = await make().keysFor('sessions');
  expect(hex(after.previous)).toBe(hex(before.current));
  expect(hex(after.current)).not.toBe(hex(before.current));
});

test('a failed read is not kept', async () => {
  manager
    .on(GetSecretValueCommand)
    .rejectsOnce(new Error('throttled'))
    .resolves({ SecretString: JSON.stringify({ current: first }) });
  const secrets = make();
  await expect(secrets.keysFor('sessions')).rejects.toThrow('throttled');
  await expect(secrets.keysFor('sessions')).resolves.toMatchObject({ current: expect.any(Uint8Array) });
});

test.each(['', 'not json', '{}', '{"current":"too short"}', `{"current":"${'a'.repeat(40)}","previous":3}`])(
  '%j is refused without being repeated',
  async (SecretString) => {
    manager.on(GetSecretValueCommand).resolves({ SecretString });
    await expect(make().keysFor('sessions')).rejects.toThrow(/^the secret is not JSON with "current" of at least 32 characters$/);
  },
);
