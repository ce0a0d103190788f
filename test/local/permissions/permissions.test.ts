import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { needsOf } from '../../../local/dynamodb/service.ts';
import { readKeys } from '../../../local/permissions/keys.ts';
import { type Permissions, readPermissions } from '../../../local/permissions/permissions.ts';
import { evaluate, parsePolicy } from '../../../local/permissions/policy.ts';
import type { Json } from '../../../local/template/json.ts';
import { loadTemplate, type Template } from '../../../local/template/template.ts';
import { functionArn, lambda, policy, role, synthesised } from '../fixture.ts';

const table = 'arn:aws:dynamodb:eu-west-2:111122223333:table/cases';
const ofScheduler = (condition: Json): Json => ({
  Type: 'AWS::IAM::Role',
  Properties: {
    RoleName: 'waker',
    AssumeRolePolicyDocument: {
      Statement: [{ Action: 'sts:AssumeRole', Effect: 'Allow', Principal: { Service: 'scheduler.amazonaws.com' }, Condition: condition }],
    },
  },
});
const group = 'arn:aws:scheduler:eu-west-2:111122223333:schedule-group/alerts';

let permissions: Permissions;
let template: Template;
let remove: () => void;
beforeAll(() => {
  const made = synthesised(
    {
      service: {
        resources: {
          ...role(
            { Effect: 'Allow', Action: ['dynamodb:PutItem', 'dynamodb:GetItem'], Resource: table },
            { Effect: 'Allow', Action: 'dynamodb:Query', Resource: `${table}/index/open` },
            { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::kept/mail/*' },
            {
              Effect: 'Allow',
              Action: 's3:ListBucket',
              Resource: 'arn:aws:s3:::kept',
              Condition: { StringEquals: { 's3:prefix': ['mail/', 'web/'] } },
            },
            { Effect: 'Deny', Action: 's3:*', Resource: 'arn:aws:s3:::kept/mail/secret/*' },
            {
              Effect: 'Allow',
              Action: 'ses:SendRawEmail',
              Resource: '*',
              Condition: { StringEquals: { 'ses:FromAddress': 'complaints@luton.gov.uk' } },
            },
            {
              Effect: 'Allow',
              Action: 'iam:PassRole',
              Resource: 'arn:aws:iam::111122223333:role/waker',
              Condition: { StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' } },
            },
          ),
          Key: { Type: 'AWS::KMS::Key' },
          Cases: {
            Type: 'AWS::DynamoDB::GlobalTable',
            Properties: { TableName: 'cases', Replicas: [{ SSESpecification: { KMSMasterKeyId: { 'Fn::GetAtt': ['Key', 'Arn'] } } }] },
          },
          Waker: ofScheduler({ StringEquals: { 'aws:SourceAccount': '111122223333', 'aws:SourceArn': group } }),
          WakerPolicy: policy('Waker', { Effect: 'Allow', Action: 'lambda:InvokeFunction', Resource: functionArn('woken') }),
          Page: lambda('page'),
          Woken: lambda('woken'),
          MayPage: {
            Type: 'AWS::Lambda::Permission',
            Properties: {
              Action: 'lambda:InvokeFunction',
              FunctionName: { 'Fn::GetAtt': ['Page', 'Arn'] },
              Principal: 'apigateway.amazonaws.com',
              SourceArn: 'arn:aws:execute-api:eu-west-2:111122223333:api/*/*/complaint',
            },
          },
        },
      },
    },
    { page: '', woken: '' },
  );
  remove = made.remove;
  template = loadTemplate(made.folder);
  permissions = readPermissions(template);
});
afterAll(() => remove());

const caller = () => ({ functionName: 'page', role: template.ofType('AWS::IAM::Role').find(({ id }) => id === 'Role')!.arn! });
const asks = (operation: string, body: unknown) =>
  needsOf(template, operation, body).map(
    (need) => `${need.action.slice(9)} ${permissions.check(caller(), need).allowed ? 'allowed' : 'refused'}`,
  );

describe('what a role may do in DynamoDB', () => {
  it('is what it was granted, on that table', () => {
    expect(asks('PutItem', { TableName: 'cases' })).toEqual(['PutItem allowed']);
    expect(asks('PutItem', { TableName: 'other' })).toEqual(['PutItem refused']);
    expect(asks('DeleteItem', { TableName: 'cases' })).toEqual(['DeleteItem refused']);
  });

  it('speaks of indexes one by one', () => {
    expect(asks('Query', { TableName: 'cases', IndexName: 'open' })).toEqual(['Query allowed']);
    expect(asks('Query', { TableName: 'cases', IndexName: 'pending' })).toEqual(['Query refused']);
    expect(asks('Query', { TableName: 'cases' })).toEqual(['Query refused']);
  });

  it('is asked for every item of a transaction: a condition check is a right of its own', () => {
    const TransactItems = [
      { Put: { TableName: 'cases', Item: {} } },
      { ConditionCheck: { TableName: 'cases', Key: {} } },
      { Update: { TableName: 'cases', Key: {} } },
    ];
    expect(asks('TransactWriteItems', { TransactItems })).toEqual(['PutItem allowed', 'ConditionCheckItem refused', 'UpdateItem refused']);
  });

  it('is asked for every table of a batch', () => {
    expect(asks('BatchGetItem', { RequestItems: { cases: {}, other: {} } })).toEqual(['BatchGetItem refused', 'BatchGetItem refused']);
  });

  it('cannot be told for an operation that our functions do not use', () => {
    expect(() => needsOf(template, 'ExecuteStatement', {})).toThrow("DynamoDB's ExecuteStatement is not modelled locally");
  });

  it('includes the key of an encrypted table, through DynamoDB', () => {
    const needs = readKeys(template)(needsOf(template, 'Query', { TableName: 'cases', IndexName: 'open' }));
    expect(needs).toEqual([
      {
        action: 'kms:Decrypt',
        resource: template.ofType('AWS::KMS::Key')[0]!.arn,
        context: { 'kms:ViaService': 'dynamodb.eu-west-2.amazonaws.com' },
      },
    ]);
    expect(permissions.check(caller(), needs[0]!).allowed).toBe(false);
  });
});

describe('what a role may do elsewhere', () => {
  it.each([
    ['read under its prefix', 's3:GetObject', 'arn:aws:s3:::kept/mail/1', {}, true],
    ['read under another prefix', 's3:GetObject', 'arn:aws:s3:::kept/web/1', {}, false],
    ['read what is denied, although it is allowed too', 's3:GetObject', 'arn:aws:s3:::kept/mail/secret/1', {}, false],
    ['write where it may read', 's3:PutObject', 'arn:aws:s3:::kept/mail/1', {}, false],
    ['list its prefix', 's3:ListBucket', 'arn:aws:s3:::kept', { 's3:prefix': 'web/' }, true],
    ['list another prefix', 's3:ListBucket', 'arn:aws:s3:::kept', { 's3:prefix': '' }, false],
    ['list without a prefix', 's3:ListBucket', 'arn:aws:s3:::kept', {}, false],
    [
      'send from its address',
      'ses:SendRawEmail',
      'arn:aws:ses:eu-west-2:111122223333:identity/luton.gov.uk',
      { 'ses:FromAddress': 'complaints@luton.gov.uk' },
      true,
    ],
    [
      'send from another address',
      'ses:SendRawEmail',
      'arn:aws:ses:eu-west-2:111122223333:identity/luton.gov.uk',
      { 'ses:FromAddress': 'mayor@luton.gov.uk' },
      false,
    ],
    [
      'send by another action',
      'ses:SendEmail',
      'arn:aws:ses:eu-west-2:111122223333:identity/luton.gov.uk',
      { 'ses:FromAddress': 'complaints@luton.gov.uk' },
      false,
    ],
    [
      'pass its role to the scheduler',
      'iam:PassRole',
      'arn:aws:iam::111122223333:role/waker',
      { 'iam:PassedToService': 'scheduler.amazonaws.com' },
      true,
    ],
    [
      'pass its role to another service',
      'iam:PassRole',
      'arn:aws:iam::111122223333:role/waker',
      { 'iam:PassedToService': 'ec2.amazonaws.com' },
      false,
    ],
    [
      'pass another role',
      'iam:PassRole',
      'arn:aws:iam::111122223333:role/admin',
      { 'iam:PassedToService': 'scheduler.amazonaws.com' },
      false,
    ],
  ])('%s', (_what, action, resource, context, allowed) => {
    expect(permissions.may(caller(), { action, resource, context })).toBe(allowed);
  });

  it('keeps every refusal', () => {
    const before = permissions.denied().length;
    permissions.check(caller(), { action: 's3:DeleteObject', resource: 'arn:aws:s3:::kept/mail/1' });
    expect(permissions.denied().slice(before)).toEqual([
      { who: 'page', action: 's3:DeleteObject', resource: 'arn:aws:s3:::kept/mail/1', why: 'no policy allows it' },
    ]);
  });
});

describe('who may invoke a function', () => {
  const api = (path: string) =>
    ({ principal: 'apigateway.amazonaws.com', sourceArn: `arn:aws:execute-api:eu-west-2:111122223333:api/$default/GET/${path}` }) as const;
  const waker = (sourceArn: string) =>
    ({ role: 'arn:aws:iam::111122223333:role/waker', principal: 'scheduler.amazonaws.com', sourceArn }) as const;

  it('is said by its own policy, source and all', () => {
    expect(permissions.checkInvocation(functionArn('page'), api('complaint')).allowed).toBe(true);
    expect(permissions.checkInvocation(functionArn('page'), api('desk')).allowed).toBe(false);
    expect(permissions.checkInvocation(functionArn('woken'), api('complaint')).allowed).toBe(false);
  });

  it('is said by the role that the scheduler may take, for its group, for that function', () => {
    expect(permissions.checkInvocation(functionArn('woken'), waker(group)).allowed).toBe(true);
    expect(permissions.checkInvocation(functionArn('page'), waker(group)).allowed).toBe(false);
    expect(permissions.checkInvocation(functionArn('woken'), waker(`${group}-other`)).allowed).toBe(false);
    expect(permissions.checkInvocation(functionArn('woken'), { ...waker(group), role: caller().role }).allowed).toBe(false);
  });
});

describe('a condition', () => {
  const holds = (operator: string, key: string, wanted: Json, context: Record<string, string>) => {
    const Condition = { [operator]: { [key]: wanted } } as Record<string, Record<string, string>>;
    const statements = parsePolicy({ Statement: { Effect: 'Allow', Action: 's3:*', Condition } }, 'here');
    return evaluate(statements, { action: 's3:GetObject', resource: 'any', context }).allowed;
  };

  it.each<[string, string, Json, Record<string, string>, boolean]>([
    ['StringEquals', 'ses:FromAddress', ['a', 'b'], { 'ses:FromAddress': 'b' }, true],
    ['StringEquals', 'ses:FromAddress', 'a', { 'ses:FromAddress': 'A' }, false],
    ['StringEquals', 'ses:FromAddress', 'a', {}, false],
    ['ArnLike', 'AWS:SourceArn', 'arn:aws:ses:*:rule/mail?', { 'aws:SourceArn': 'arn:aws:ses:eu-west-2:1:rule/mail2' }, true],
    ['ArnEquals', 'aws:SourceArn', 'arn:aws:ses:a', { 'aws:SourceArn': 'arn:aws:ses:ab' }, false],
    ['Bool', 'aws:SecureTransport', false, { 'aws:SecureTransport': 'true' }, false],
    ['NumericLessThan', 's3:TlsVersion', 1.2, { 's3:TlsVersion': '1.1' }, true],
    ['NumericLessThan', 's3:TlsVersion', 1.2, { 's3:TlsVersion': '1.3' }, false],
  ])('%s of %s %j with %j is %s', (operator, key, wanted, context, expected) => {
    expect(holds(operator, key, wanted, context)).toBe(expected);
  });

  it('with an operator or a key that is not modelled is refused, naming where it stands', () => {
    expect(() => holds('StringNotEquals', 's3:prefix', 'x', {})).toThrow('here: the condition operator StringNotEquals is not modelled');
    expect(() => holds('StringEquals', 'aws:PrincipalTag/team', 'x', {})).toThrow('here: the condition key aws:PrincipalTag/team is not');
  });
});
