import { afterEach, describe, expect, it } from 'vitest';
import { checkMailMayBeStored } from '../../../local/permissions/stored-mail.ts';
import type { JsonObject } from '../../../local/template/json.ts';
import { loadTemplate } from '../../../local/template/template.ts';
import { lambda, role, synthesised } from '../fixture.ts';

const made: (() => void)[] = [];
afterEach(() => {
  for (const remove of made.splice(0)) remove();
});

/** A receipt rule that stores under `mail/`, and a bucket that lets in what `allows` says. */
const check = (allows: JsonObject) => {
  const { folder, remove } = synthesised(
    {
      service: {
        resources: {
          ...role(),
          Receive: lambda('receive'),
          Kept: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'kept' } },
          Policy: {
            Type: 'AWS::S3::BucketPolicy',
            Properties: {
              Bucket: { Ref: 'Kept' },
              PolicyDocument: {
                Statement: [
                  {
                    Effect: 'Deny',
                    Principal: '*',
                    Action: 's3:*',
                    Resource: 'arn:aws:s3:::kept/*',
                    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
                  },
                  {
                    Effect: 'Allow',
                    Principal: { Service: 'ses.amazonaws.com' },
                    Action: 's3:PutObject',
                    Resource: 'arn:aws:s3:::kept/mail/*',
                    ...allows,
                  },
                ],
              },
            },
          },
          Rules: { Type: 'AWS::SES::ReceiptRuleSet', Properties: { RuleSetName: 'ours' } },
          Rule: {
            Type: 'AWS::SES::ReceiptRule',
            Properties: {
              RuleSetName: { Ref: 'Rules' },
              Rule: {
                Name: 'mail',
                Enabled: true,
                ScanEnabled: true,
                TlsPolicy: 'Require',
                Recipients: ['complaints@luton.gov.uk'],
                Actions: [
                  { S3Action: { BucketName: { Ref: 'Kept' }, ObjectKeyPrefix: 'mail/' } },
                  { LambdaAction: { FunctionArn: { 'Fn::GetAtt': ['Receive', 'Arn'] }, InvocationType: 'Event' } },
                ],
              },
            },
          },
        },
      },
    },
    { receive: '' },
  );
  made.push(remove);
  return () => checkMailMayBeStored(loadTemplate(folder));
};

const from = (sourceArn: string): JsonObject => ({
  Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' }, ArnLike: { 'aws:SourceArn': sourceArn } },
});

describe('a receipt rule', () => {
  it('stores mail where the bucket lets it in', () => {
    expect(check(from('arn:aws:ses:eu-west-2:111122223333:receipt-rule-set/ours:receipt-rule/mail'))).not.toThrow();
  });

  it.each<[string, JsonObject]>([
    ['another rule', from('arn:aws:ses:eu-west-2:111122223333:receipt-rule-set/theirs:*')],
    ['another service', { Principal: { Service: 'events.amazonaws.com' } }],
    ['another folder', { Resource: 'arn:aws:s3:::kept/web/*' }],
  ])('stops the start when the bucket lets in only %s', (_what, allows) => {
    expect(check(allows)).toThrow(/may not store mail in kept\/mail\/: no policy allows it/);
  });
});
