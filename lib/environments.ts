import type { EnvironmentSettings } from './environment.ts';

// Staging and production show the shape of real settings. Put your own accounts, addresses and sign-in provider here
// before the first deployment; `cdk synth` says what is missing or misspelt.

/** This machine. Its template is what the local stack builds itself from. */
export const local = (publicUrl = 'http://localhost:3000', signInIssuer = 'http://localhost:3001'): EnvironmentSettings => ({
  name: 'local',
  account: '111122223333',
  region: 'eu-west-2',
  publicUrl,
  mailFrom: 'complaints@luton.gov.uk',
  mailDomain: 'complaints.luton.gov.uk',
  inboundRecipients: ['complaints@luton.gov.uk', 'voicemail@luton.gov.uk', 'complaints.luton.gov.uk'],
  signInIssuer,
  signInClientId: 'complaints-desk',
});

export const staging: EnvironmentSettings = {
  name: 'staging',
  account: '222233334444',
  region: 'eu-west-2',
  publicUrl: 'https://complaints.staging.luton.example',
  mailFrom: 'complaints@staging.luton.example',
  mailDomain: 'complaints.staging.luton.example',
  inboundRecipients: ['complaints@staging.luton.example', 'voicemail@staging.luton.example', 'complaints.staging.luton.example'],
  // No sign-in provider: the stack makes a user pool of its own.
  alarmEmail: 'service-desk@staging.luton.example',
};

export const production: EnvironmentSettings = {
  name: 'production',
  account: '333344445555',
  region: 'eu-west-2',
  publicUrl: 'https://complaints.luton.example',
  mailFrom: 'complaints@luton.example',
  mailDomain: 'complaints.luton.example',
  inboundRecipients: ['complaints@luton.example', 'voicemail@luton.example', 'complaints.luton.example'],
  signInIssuer: 'https://sign-in.luton.example',
  signInClientId: 'complaints-desk',
  alarmEmail: 'service-desk@luton.example',
};
