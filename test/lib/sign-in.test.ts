import { Match } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks } from 'cdk-nag';
import { expect, test } from 'vitest';
import { staffRoles } from '../../functions/domain/staff/staff-member.ts';
import { staging } from '../../lib/environments.ts';
import { signInGroups } from '../../lib/sign-in.ts';
import { unchecked } from '../support/synthesised-table.ts';
import { synthesised } from './synthesised.ts';

const { app, data, service } = unchecked(() => synthesised(staging));

test('an environment without a provider gets a user pool: a second factor, nobody signs themselves up, and nothing deletes it', () => {
  expect(() =>
    data.hasResource('AWS::Cognito::UserPool', {
      DeletionPolicy: 'Retain',
      Properties: Match.objectLike({
        MfaConfiguration: 'ON',
        EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
        AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
        DeletionProtection: 'ACTIVE',
      }),
    }),
  ).not.toThrow();
});

test('the desk is a public client of it: the code flow alone, which the desk always uses with PKCE, and no secret', () => {
  expect(() =>
    data.hasResourceProperties('AWS::Cognito::UserPoolClient', {
      GenerateSecret: false,
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: ['openid', 'profile', 'email'],
      CallbackURLs: [`${staging.publicUrl}/desk/signed-in`],
      PreventUserExistenceErrors: 'ENABLED',
    }),
  ).not.toThrow();
});

test('its groups are the role of the desk and the roles of the staff directory', () => {
  const groups = Object.values(data.findResources('AWS::Cognito::UserPoolGroup')).map(({ Properties }) => Properties.GroupName);
  expect([...groups].sort()).toEqual(['complaints-officer', ...staffRoles].sort());
  expect([...signInGroups]).toEqual(['complaints-officer', ...staffRoles]);
});

test('the desk is told of it by what the data stack gives, and the AWS Solutions rules find nothing', () => {
  const desk = Object.values(service.findResources('AWS::Lambda::Function')).find(
    ({ Properties }) => Properties.FunctionName === 'complaints-desk-pages',
  );
  expect(JSON.stringify(desk?.['Properties'].Environment.Variables.SIGN_IN_ISSUER)).toContain('ImportValue');
  expect(new AwsSolutionsChecks(app).validateScope(app).violations).toEqual([]);
});
