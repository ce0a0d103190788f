import { CfnOutput, Duration, RemovalPolicy } from 'aws-cdk-lib';
import { FeaturePlan, Mfa, OAuthScope, StandardThreatProtectionMode, UserPool } from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import type { Environment } from './environment.ts';

/** Who may sign in as an officer, and the roles of the staff directory (`functions/domain/staff/staff-member.ts`; a test holds them together). */
export const signInGroups = [
  'complaints-officer',
  'investigator',
  'complaints-team',
  'service-lead',
  'head-of-complaints',
  'director',
  'equality-co-ordinator',
  'monitoring-officer',
  'complaints-manager-children',
  'complaints-manager-adults',
  'auditor',
  'administrator',
] as const;

/**
 * Sign-in for a council that names no provider of its own: a user pool in which somebody with access to the account makes each officer, with a second
 * factor. Nobody signs themselves up, and nobody's entry goes with a stack that is taken down.
 */
export class OwnSignIn extends Construct {
  readonly issuer: string;
  readonly clientId: string;

  constructor(scope: Construct, { publicUrl, mailDomain }: Pick<Environment, 'publicUrl' | 'mailDomain'>) {
    super(scope, 'SignIn');
    const pool = new UserPool(this, 'Officers', {
      userPoolName: 'complaints-officers',
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      standardAttributes: { email: { required: true, mutable: true }, fullname: { required: true, mutable: true } },
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: {
        minLength: 14,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(3),
      },
      featurePlan: FeaturePlan.PLUS,
      standardThreatProtectionMode: StandardThreatProtectionMode.FULL_FUNCTION,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    for (const groupName of signInGroups) pool.addGroup(groupName, { groupName });
    // The first part of its address, the same for nobody else in the region: the domain that letters come from.
    const domain = pool.addDomain('Domain', { cognitoDomain: { domainPrefix: mailDomain.replaceAll('.', '-') } });
    const client = pool.addClient('Desk', {
      userPoolClientName: 'complaints-desk',
      // A public client with PKCE, as with any other provider: there is no secret to leak.
      generateSecret: false,
      preventUserExistenceErrors: true,
      authFlows: { userSrp: true },
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.PROFILE, OAuthScope.EMAIL],
        callbackUrls: [`${publicUrl}/desk/signed-in`],
        logoutUrls: [`${publicUrl}/desk`],
      },
      // The desk reads the ID token once and keeps none: its own session lasts (`functions/adapters/identity/sessions.ts`).
      idTokenValidity: Duration.minutes(5),
      accessTokenValidity: Duration.minutes(5),
      refreshTokenValidity: Duration.hours(1),
    });
    this.issuer = pool.userPoolProviderUrl;
    this.clientId = client.userPoolClientId;
    new CfnOutput(this, 'Pool', { value: pool.userPoolId, description: 'Officers are made and put into groups here (docs/operations.md)' });
    new CfnOutput(this, 'Page', { value: domain.baseUrl(), description: 'Where officers sign in' });
  }
}
