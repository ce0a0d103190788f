import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkedEnvironment } from '../../lib/environment.ts';
import { local, production, staging } from '../../lib/environments.ts';

const council = { outOfHours: { email: 'out-of-hours@luton.gov.uk', careEmergencyTelephone: '0300 300 8123' } };
const refusal = (settings: unknown, facts: Parameters<typeof checkedEnvironment>[1] = council): string => {
  try {
    checkedEnvironment(settings, facts);
  } catch (error) {
    return error instanceof Error ? error.message : 'not an error';
  }
  return 'accepted';
};

describe('the settings of an environment', () => {
  test.each([
    ['local', local()],
    ['staging', staging],
    ['production', production],
  ])('%s as committed is usable', (_, settings) => {
    expect(checkedEnvironment(settings, council)).toEqual(settings);
  });

  test('this machine answers where it is told to', () => {
    expect(checkedEnvironment(local('http://localhost:4010', 'http://localhost:4011'), council)).toMatchObject({
      publicUrl: 'http://localhost:4010',
      signInIssuer: 'http://localhost:4011',
    });
  });

  test.each([
    ['account', '12345', '12 digits'],
    ['region', 'us-east-1', 'eu-west-2'],
    ['publicUrl', 'http://complaints.luton.gov.uk', 'https'],
    ['publicUrl', 'https://complaints.luton.gov.uk/', 'slash at its end'],
    ['mailFrom', 'Complaints <complaints@luton.gov.uk>', 'complaints@luton.gov.uk'],
    ['mailDomain', 'https://luton.gov.uk', 'complaints.luton.gov.uk'],
    ['inboundRecipients', [], 'at least one'],
    ['signInIssuer', 'http://sign-in.luton.gov.uk', 'https'],
    ['signInClientId', '', 'client id'],
    ['alarmEmail', 'everyone', 'e-mail address'],
  ])('a wrong %s (%j) is named, with what it should look like', (setting, value, shouldBe) => {
    const message = refusal({ ...production, [setting]: value });
    expect(message).toContain(`  ${setting} should `);
    expect(message).toContain(shouldBe);
  });

  test('a setting that was left out is named', () => {
    expect(refusal({ ...staging, mailFrom: undefined })).toContain('mailFrom should be one lower-case e-mail address');
  });

  test('a misspelt setting is named: it is never silently ignored', () => {
    expect(refusal({ ...staging, alarmMail: 'service-desk@luton.gov.uk' })).toContain('alarmMail');
  });

  test('all that is wrong is said at once', () => {
    const message = refusal({ ...production, account: '', mailFrom: '', signInClientId: '' });
    expect(['account', 'mailFrom', 'signInClientId'].filter((setting) => message.includes(`  ${setting} should`))).toHaveLength(3);
  });

  test('sign-in is by a provider that is named whole, or by a user pool of our own', () => {
    const { signInIssuer: _issuer, signInClientId: _client, ...without } = production;
    expect(checkedEnvironment(without, council)).toEqual(without);
    expect(refusal({ ...without, signInIssuer: 'https://login.example/council/v2.0' })).toContain('given together with signInClientId');
    expect(refusal({ ...without, signInClientId: 'complaints-desk' })).toContain('Cognito user pool');
  });

  test('replies must be received where letters say they are', () => {
    expect(refusal({ ...staging, inboundRecipients: ['complaints@luton.gov.uk'] })).toContain('should contain the mailDomain');
  });

  test('plain http is for this machine only', () => {
    fc.assert(
      fc.property(fc.domain(), (host) => {
        expect(refusal(local(`http://${host}`))).toContain('publicUrl should be');
      }),
    );
  });
});

describe('the out-of-hours rota', () => {
  const nobody = 'reaches nobody';

  test('production is refused while possible harm at night would be told to an example address', () => {
    const message = refusal(production, { outOfHours: { ...council.outOfHours, email: 'out-of-hours@luton.example' } });
    expect(message).toContain('council.outOfHours.email');
    expect(message).toContain(nobody);
  });

  test('production is refused when there is no rota', () => {
    expect(refusal(production, {} as typeof council)).toContain('there is none');
  });

  test.each([
    ['local', local()],
    ['staging', staging],
  ])('%s may do with an example', (_, settings) => {
    expect(refusal(settings, { outOfHours: { ...council.outOfHours, email: 'out-of-hours@luton.example' } })).toBe('accepted');
  });
});
