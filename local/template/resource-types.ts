import { createHash } from 'node:crypto';

/** What a resource type answers to `Ref` and `Fn::GetAtt`. `named` is the property that may hold its physical name. */
type ResourceType = {
  named?: string;
  ref(names: Names): string;
  attributes?(names: Names): Record<string, string>;
};

export type Names = {
  account: string;
  region: string;
  /** The physical name: given in the template, or made as CloudFormation makes one. */
  name: string;
  /** `arn:aws:<service>:<region>:<account>:<rest>` */
  arn(service: string, rest: string): string;
};

/** Eight characters that are always the same for the same text: what CloudFormation makes random. */
export const stamp = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 8);

const byName = (named?: string): ResourceType => ({ ...(named ? { named } : {}), ref: ({ name }) => name });
const tableAttributes = ({ name, arn }: Names) => ({
  Arn: arn('dynamodb', `table/${name}`),
  StreamArn: arn('dynamodb', `table/${name}/stream/local`),
});
const keyId = (name: string) => `${stamp(name)}-0000-4000-8000-${stamp(`${name}!`)}0000`;
const secretArn = ({ name, arn }: Names) => arn('secretsmanager', `secret:${name}-${stamp(name).slice(0, 6)}`);
const topicArn = ({ name, arn }: Names) => arn('sns', name);

/** Every type our stacks use. One that is missing stops the local stack: it must be modelled, or known to need nothing. */
export const RESOURCE_TYPES: Readonly<Record<string, ResourceType>> = {
  'AWS::Lambda::Function': { ...byName('FunctionName'), attributes: ({ name, arn }) => ({ Arn: arn('lambda', `function:${name}`) }) },
  'AWS::Lambda::Permission': byName(),
  'AWS::Lambda::EventSourceMapping': byName(),
  'AWS::Lambda::EventInvokeConfig': byName(),
  'AWS::IAM::Role': {
    ...byName('RoleName'),
    attributes: ({ name, account }) => ({ Arn: `arn:aws:iam::${account}:role/${name}`, RoleId: `AROA${stamp(name).toUpperCase()}` }),
  },
  'AWS::IAM::Policy': byName('PolicyName'),
  'AWS::DynamoDB::Table': { ...byName('TableName'), attributes: tableAttributes },
  'AWS::DynamoDB::GlobalTable': { ...byName('TableName'), attributes: tableAttributes },
  'AWS::S3::Bucket': {
    ...byName('BucketName'),
    attributes: ({ name, region }) => ({
      Arn: `arn:aws:s3:::${name}`,
      DomainName: `${name}.s3.amazonaws.com`,
      RegionalDomainName: `${name}.s3.${region}.amazonaws.com`,
    }),
  },
  'AWS::S3::BucketPolicy': byName(),
  'AWS::KMS::Key': {
    ref: ({ name }) => keyId(name),
    attributes: ({ name, arn }) => ({ Arn: arn('kms', `key/${keyId(name)}`), KeyId: keyId(name) }),
  },
  'AWS::KMS::Alias': byName('AliasName'),
  'AWS::ApiGatewayV2::Api': {
    // An identifier, not the name that people see.
    ref: ({ name }) => `api${stamp(name)}`,
    attributes: ({ name, region }) => ({
      ApiEndpoint: `https://api${stamp(name)}.execute-api.${region}.amazonaws.com`,
      ApiId: `api${stamp(name)}`,
    }),
  },
  'AWS::ApiGatewayV2::Route': byName(),
  'AWS::ApiGatewayV2::Integration': byName(),
  'AWS::ApiGatewayV2::Stage': byName('StageName'),
  'AWS::SES::EmailIdentity': {
    ...byName('EmailIdentity'),
    attributes: ({ name }) =>
      Object.fromEntries(
        [1, 2, 3].flatMap((token) => [
          [`DkimDNSTokenName${token}`, `token${token}._domainkey.${name}`],
          [`DkimDNSTokenValue${token}`, `token${token}.dkim.amazonses.com`],
        ]),
      ),
  },
  'AWS::SES::ConfigurationSet': byName('Name'),
  'AWS::SES::ConfigurationSetEventDestination': byName(),
  'AWS::SES::ReceiptRuleSet': byName('RuleSetName'),
  'AWS::SES::ReceiptRule': byName(),
  'AWS::Scheduler::ScheduleGroup': {
    ...byName('Name'),
    attributes: ({ name, arn }) => ({ Arn: arn('scheduler', `schedule-group/${name}`) }),
  },
  'AWS::Scheduler::Schedule': { ...byName('Name'), attributes: ({ name, arn }) => ({ Arn: arn('scheduler', `schedule/default/${name}`) }) },
  'AWS::SQS::Queue': {
    named: 'QueueName',
    ref: ({ name, account, region }) => `https://sqs.${region}.amazonaws.com/${account}/${name}`,
    attributes: ({ name, arn }) => ({ Arn: arn('sqs', name), QueueName: name }),
  },
  'AWS::SNS::Topic': {
    named: 'TopicName',
    ref: topicArn,
    attributes: (names) => ({ TopicArn: topicArn(names), TopicName: names.name }),
  },
  'AWS::SecretsManager::Secret': { named: 'Name', ref: secretArn, attributes: (names) => ({ Id: secretArn(names) }) },
  'AWS::Events::Rule': { ...byName('Name'), attributes: ({ name, arn }) => ({ Arn: arn('events', `rule/${name}`) }) },
  'AWS::Logs::LogGroup': { ...byName('LogGroupName'), attributes: ({ name, arn }) => ({ Arn: arn('logs', `log-group:${name}:*`) }) },
  // Nothing local follows from these: who may publish an alarm, and who reads it.
  'AWS::CloudWatch::Alarm': { ...byName('AlarmName'), attributes: ({ name, arn }) => ({ Arn: arn('cloudwatch', `alarm:${name}`) }) },
  'AWS::SNS::Subscription': byName(),
  'AWS::SNS::TopicPolicy': byName(),
  'AWS::SQS::QueuePolicy': byName(),
};
