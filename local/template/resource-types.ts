import { createHash } from 'node:crypto';

type Names = {
  account: string;
  region: string;
  /** The physical name: given in the template, or made as CloudFormation makes one. */
  name: string;
};

/** What a resource type answers to `Ref` and `Fn::GetAtt`; to `Ref` its name where nothing else is said. */
export type ResourceType = {
  /** The property that may hold its physical name. */
  named?: string;
  ref?(names: Names): string;
  attributes?(names: Names): Record<string, string>;
};

/** Eight characters that are always the same for the same text: what CloudFormation makes random. */
export const stamp = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 8);

const arn = ({ account, region }: Names, service: string, rest: string) => `arn:aws:${service}:${region}:${account}:${rest}`;
/** A type with an ARN like `arn:aws:<service>:<region>:<account>:<kind><name>`. */
const withArn = (named: string, service: string, kind: string): ResourceType => ({
  named,
  attributes: (names) => ({ Arn: arn(names, service, `${kind}${names.name}`) }),
});
const keyId = ({ name }: Names) => `${stamp(name)}-0000-4000-8000-${stamp(`${name}!`)}0000`;
const apiId = ({ name }: Names) => `api${stamp(name)}`;

/** Every type our stacks use. One that is missing stops the local stack: it must be modelled, or known to need nothing. */
export const RESOURCE_TYPES: Readonly<Record<string, ResourceType>> = {
  'AWS::Lambda::Function': withArn('FunctionName', 'lambda', 'function:'),
  'AWS::Lambda::Permission': {},
  'AWS::Lambda::EventSourceMapping': {},
  'AWS::Lambda::EventInvokeConfig': {},
  'AWS::IAM::Role': { named: 'RoleName', attributes: ({ name, account }) => ({ Arn: `arn:aws:iam::${account}:role/${name}` }) },
  'AWS::IAM::Policy': { named: 'PolicyName' },
  'AWS::DynamoDB::GlobalTable': {
    named: 'TableName',
    attributes: (names) => ({
      Arn: arn(names, 'dynamodb', `table/${names.name}`),
      StreamArn: arn(names, 'dynamodb', `table/${names.name}/stream/local`),
    }),
  },
  'AWS::S3::Bucket': { named: 'BucketName', attributes: ({ name }) => ({ Arn: `arn:aws:s3:::${name}` }) },
  'AWS::S3::BucketPolicy': {},
  'AWS::KMS::Key': { ref: keyId, attributes: (names) => ({ Arn: arn(names, 'kms', `key/${keyId(names)}`) }) },
  'AWS::KMS::Alias': { named: 'AliasName' },
  'AWS::ApiGatewayV2::Api': {
    // An identifier, not the name that people see.
    ref: apiId,
    attributes: (names) => ({ ApiEndpoint: `https://${apiId(names)}.execute-api.${names.region}.amazonaws.com` }),
  },
  'AWS::ApiGatewayV2::Route': {},
  'AWS::ApiGatewayV2::Integration': {},
  'AWS::ApiGatewayV2::Stage': { named: 'StageName' },
  'AWS::SES::EmailIdentity': { named: 'EmailIdentity' },
  'AWS::SES::ConfigurationSet': { named: 'Name' },
  'AWS::SES::ConfigurationSetEventDestination': {},
  'AWS::SES::ReceiptRuleSet': { named: 'RuleSetName' },
  'AWS::SES::ReceiptRule': {},
  'AWS::Scheduler::ScheduleGroup': withArn('Name', 'scheduler', 'schedule-group/'),
  'AWS::Scheduler::Schedule': { named: 'Name' },
  'AWS::SQS::Queue': {
    named: 'QueueName',
    ref: ({ name, account, region }) => `https://sqs.${region}.amazonaws.com/${account}/${name}`,
    attributes: (names) => ({ Arn: arn(names, 'sqs', names.name), QueueName: names.name }),
  },
  'AWS::SNS::Topic': { named: 'TopicName', ref: (names) => arn(names, 'sns', names.name) },
  'AWS::SecretsManager::Secret': {
    named: 'Name',
    ref: (names) => arn(names, 'secretsmanager', `secret:${names.name}-${stamp(names.name).slice(0, 6)}`),
  },
  'AWS::GuardDuty::MalwareProtectionPlan': {
    ref: ({ name }) => stamp(name),
    attributes: (names) => ({ Arn: arn(names, 'guardduty', `malware-protection-plan/${stamp(names.name)}`) }),
  },
  'AWS::Events::Rule': withArn('Name', 'events', 'rule/'),
  'AWS::Logs::LogGroup': { named: 'LogGroupName', attributes: (names) => ({ Arn: arn(names, 'logs', `log-group:${names.name}:*`) }) },
  // Nothing local follows from these: who may publish an alarm, and who reads it.
  'AWS::CloudWatch::Alarm': { named: 'AlarmName' },
  'AWS::SNS::TopicPolicy': {},
  'AWS::SQS::QueuePolicy': {},
};
