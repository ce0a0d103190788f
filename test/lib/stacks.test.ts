import { App, Stack } from 'aws-cdk-lib';
import type { Template } from 'aws-cdk-lib/assertions';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { AwsSolutionsChecks } from 'cdk-nag';
import { describe, expect, test } from 'vitest';
import { environments } from '../../functions/contracts/environment.ts';
import { staging } from '../../lib/environments.ts';
import { type FunctionName, functionNames } from '../../lib/function-names.ts';
import packageFile from '../../package.json' with { type: 'json' };
import { synthesised } from './synthesised.ts';

type Statement = { Effect: string; Action: string | string[]; Resource: unknown; Condition?: Record<string, Record<string, unknown>> };

const { app, data, service, warnings } = synthesised();
const ofType = (type: string, { in: template = service } = {}) => Object.entries(template.findResources(type));
const all = (template: Template) => Object.values<{ Type: string; DeletionPolicy?: string }>(template.toJSON()['Resources']);
const list = <T>(one: T | T[]): T[] => (Array.isArray(one) ? one : [one]);
/** An intrinsic as one readable string. */
function flat(value: unknown): string {
  if (typeof value === 'string') return value;
  const [[intrinsic, inner] = ['', '']] = Object.entries(value as object);
  return intrinsic === 'Fn::Join' ? inner[1].map(flat).join('') : list(inner).join('.');
}

const functionOf = (name: FunctionName) => {
  const [id, resource] = ofType('AWS::Lambda::Function').find(([, { Properties }]) => Properties.FunctionName === `complaints-${name}`)!;
  return { id, ...resource['Properties'] };
};
const rightsOf = (name: FunctionName): Statement[] => {
  const role = functionOf(name)['Role']['Fn::GetAtt'][0];
  return ofType('AWS::IAM::Policy')
    .filter(([, { Properties }]) => Properties.Roles.some((one: { Ref: string }) => one.Ref === role))
    .flatMap(([, { Properties }]) => Properties.PolicyDocument.Statement);
};
const actionsOf = (name: FunctionName) => rightsOf(name).flatMap(({ Action }) => Action);

describe('both stacks', () => {
  test('the AWS Solutions rules find nothing that is not explained', () => {
    expect(new AwsSolutionsChecks(app).validateScope(app).violations).toEqual([]);
  });

  test('the AWS Solutions rules do look: a bare bucket is found', () => {
    const bare = new App();
    new Bucket(new Stack(bare, 'bare'), 'Bucket');
    expect(new AwsSolutionsChecks(bare).validateScope(bare).violations.map(({ ruleName }) => ruleName)).toContain('AwsSolutions-S10');
  });

  test('CDK has nothing to warn of', () => {
    expect(warnings).toEqual([]);
  });

  test('there is no function but ours, and no custom resource', () => {
    const types = [service, data].flatMap((template) => all(template)).map(({ Type }) => Type);
    expect(types.filter((type) => type.startsWith('Custom::') || type === 'AWS::CloudFormation::CustomResource')).toEqual([]);
    expect(types.filter((type) => type === 'AWS::Lambda::Function')).toHaveLength(functionNames.length);
  });

  test('this machine, which names a provider of its own, has no user pool', () => {
    expect(ofType('AWS::Cognito::UserPool', { in: data })).toEqual([]);
  });

  test('whoever should hear alarms is subscribed to them; without an address nobody is', () => {
    const subscribed = synthesised(staging).service.findResources('AWS::SNS::Subscription');
    expect(Object.values(subscribed).map(({ Properties }) => Properties.Endpoint)).toEqual([staging.alarmEmail]);
    expect(ofType('AWS::SNS::Subscription')).toEqual([]);
  });
});

describe('alarms', () => {
  const [topicId] = ofType('AWS::SNS::Topic')[0]!;
  const speaks = (action: string, policy: { Statement: (Statement & { Principal: unknown })[] }) =>
    policy.Statement.filter(({ Effect, Action }) => Effect === 'Allow' && list(Action).includes(action)).map(
      ({ Principal, Condition }) => ({
        Principal,
        Condition,
      }),
    );
  const ourAlarms = {
    Principal: { Service: 'cloudwatch.amazonaws.com' },
    Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } },
  };

  test('every alarm speaks to the topic, which lets our alarms in and nobody else', () => {
    for (const [, { Properties }] of ofType('AWS::CloudWatch::Alarm')) expect(Properties.AlarmActions).toEqual([{ Ref: topicId }]);
    const [, policy] = ofType('AWS::SNS::TopicPolicy')[0]!;
    expect(speaks('sns:Publish', policy['Properties'].PolicyDocument)).toEqual([ourAlarms]);
  });

  test('they may use the key of the topic', () => {
    const [, topic] = ofType('AWS::SNS::Topic')[0]!;
    const [, key] = ofType('AWS::KMS::Key').find(([id]) => id === topic['Properties'].KmsMasterKeyId['Fn::GetAtt'][0])!;
    expect(speaks('kms:GenerateDataKey*', key['Properties'].KeyPolicy)).toContainEqual(ourAlarms);
  });

  test.each([
    ['sweep-notices', 1, 'FILL(invocations, 0)'],
    ['sweep-inbox', 3, 'FILL(invocations, 0)'],
    ['delete-audio', 26, 'FILL(invocations, 0)'],
    ['sweep-deadlines', 26, 'IF(DAY(runs) > 5, 1, runs)'],
  ] as const)('%s is missed after %i hours without a run, and the alarm says who is harmed', (name, hours, counted) => {
    const { id, Description: description } = functionOf(name);
    const [, alarm] = ofType('AWS::CloudWatch::Alarm').find(([, { Properties }]) => Properties.AlarmName === `complaints-${name}-silent`)!;
    const { Metrics: metrics, ...properties } = alarm['Properties'];
    expect(properties).toMatchObject({
      ComparisonOperator: 'LessThanThreshold',
      Threshold: 1,
      EvaluationPeriods: hours,
      TreatMissingData: 'breaching',
      AlarmDescription: expect.stringMatching(`${description.replace('When it fails: ', '')}$`),
    });
    const seen = metrics.filter(({ ReturnData: returned }: { ReturnData?: boolean }) => returned !== false);
    expect(seen.map(({ Expression: expression }: { Expression: string }) => expression)).toEqual([counted]);
    const measured = metrics.flatMap(({ MetricStat: stat }: { MetricStat?: object }) => stat ?? []);
    expect(measured).toMatchObject([
      { Metric: { MetricName: 'Invocations', Dimensions: [{ Value: { Ref: id } }] }, Period: 3600, Stat: 'Sum' },
    ]);
  });
});

describe('what must last', () => {
  const ourKey = ofType('AWS::KMS::Key', { in: data })[0]?.[0];

  test('nothing of the data stack is deleted with it', () => {
    const lasting = all(data).filter(({ Type }) => /Table|Bucket$|Key$|Secret$/.test(Type));
    expect(lasting.map(({ Type, DeletionPolicy }) => `${Type} ${DeletionPolicy}`).sort()).toEqual([
      'AWS::DynamoDB::GlobalTable Retain',
      'AWS::KMS::Key Retain',
      'AWS::S3::Bucket Retain',
      'AWS::S3::Bucket Retain',
      'AWS::SecretsManager::Secret Retain',
    ]);
  });

  test('the table can be wound back, is guarded against deletion, is encrypted with our key, and only what says when expires', () => {
    const [[, table] = []] = ofType('AWS::DynamoDB::GlobalTable', { in: data });
    expect(table?.['Properties']).toMatchObject({
      SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
      StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
      Replicas: [
        {
          DeletionProtectionEnabled: true,
          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
          SSESpecification: { KMSMasterKeyId: { 'Fn::GetAtt': [ourKey, 'Arn'] } },
        },
      ],
    });
    expect(table?.['Properties'].TimeToLiveSpecification).toEqual({ AttributeName: 'expires', Enabled: true });
  });

  test('the key turns', () => {
    expect(ofType('AWS::KMS::Key', { in: data })[0]?.[1]['Properties'].EnableKeyRotation).toBe(true);
  });

  test('originals are private, versioned, encrypted with our key, and never expire', () => {
    const originals = ofType('AWS::S3::Bucket', { in: data }).find(([id]) => id.startsWith('Originals'))?.[1]['Properties'];
    expect(originals).toMatchObject({
      VersioningConfiguration: { Status: 'Enabled' },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [
          {
            BucketKeyEnabled: true,
            ServerSideEncryptionByDefault: { KMSMasterKeyID: { 'Fn::GetAtt': [ourKey, 'Arn'] }, SSEAlgorithm: 'aws:kms' },
          },
        ],
      },
    });
    const ends = originals.LifecycleConfiguration.Rules.flatMap(Object.keys).filter((key: string) => key.includes('Expiration'));
    expect(ends).toEqual(['NoncurrentVersionExpiration']);
  });

  test('only our receipt rule lets SES store mail, and only under mail/', () => {
    const policy = ofType('AWS::S3::BucketPolicy', { in: data }).find(([id]) => id.startsWith('Originals'))![1];
    const [received] = policy['Properties'].PolicyDocument.Statement.filter(({ Sid }: { Sid?: string }) => Sid === 'ReceivedMail');
    expect(received).toMatchObject({ Action: 's3:PutObject', Principal: { Service: 'ses.amazonaws.com' } });
    expect(flat(received.Resource)).toMatch(/\/mail\/\*$/);
    const keyPolicy = ofType('AWS::KMS::Key', { in: data })[0]![1]['Properties'].KeyPolicy;
    expect(keyPolicy.Statement).toContainEqual(
      expect.objectContaining({
        Principal: { Service: 'ses.amazonaws.com' },
        Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
        Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } },
      }),
    );
    const [, set] = ofType('AWS::SES::ReceiptRuleSet')[0]!;
    const [, rule] = ofType('AWS::SES::ReceiptRule')[0]!;
    expect(received.Condition.StringEquals).toEqual({
      'aws:SourceAccount': '111122223333',
      'aws:SourceArn': `arn:aws:ses:eu-west-2:111122223333:receipt-rule-set/${set['Properties'].RuleSetName}:receipt-rule/${rule['Properties'].Rule.Name}`,
    });
  });
});

describe.each(functionNames)('%s', (name) => {
  test('runs on the Node.js that the project develops with, on arm64', () => {
    const major = packageFile.devDependencies.node.split('.')[0];
    expect(functionOf(name)).toMatchObject({ Runtime: `nodejs${major}.x`, Architectures: ['arm64'] });
  });

  test('is given the environment it parses, and nothing else', () => {
    expect(Object.keys(functionOf(name)['Environment']?.Variables ?? {}).sort()).toEqual([...environments[name]].sort());
  });

  test('says who is harmed when it fails, and its alarm says the same', () => {
    const { id, Description: description } = functionOf(name);
    const harm = /^When it fails: (.+\.)$/.exec(description)![1]!;
    const errors = ofType('AWS::CloudWatch::Alarm').filter(
      ([, { Properties }]) => Properties.MetricName === 'Errors' && Properties.Dimensions[0].Value.Ref === id,
    );
    expect(errors.map(([, { Properties }]) => Properties.AlarmDescription.endsWith(harm))).toEqual([true]);
    expect(errors[0]![1]['Properties'].AlarmActions).toHaveLength(1);
  });

  test('may do nothing by wildcard, but for folders and the group of schedules', () => {
    const wild = rightsOf(name)
      .flatMap(({ Action, Resource }) => [...list(Action), ...list(Resource as string).map(flat)])
      .filter((text) => text.includes('*'))
      .map((text) => text.replace(/^.*:/, '').replace(/^.*Arn\w+(?=\/)/, ''));
    const folders = [
      '/mail/*',
      '/web/*',
      '/logged/*',
      '/attachments/*',
      '/recordings/*',
      '/transcripts/*',
      '/uploads/*',
      '/copies/*',
      'schedule/complaints-alerts/*',
    ];
    // Transcribe knows no job before it is started: conditions bind it (below).
    expect(wild.filter((text) => !folders.includes(text))).toEqual(name === 'transcribe-recording' ? ['*'] : []);
  });

  test('may never delete a case, an original or a log, but for the audio of calls and files that nobody sent', () => {
    const deletes = actionsOf(name).filter((action) => /Delete/.test(action) && action !== 'scheduler:DeleteSchedule');
    expect(deletes).toEqual(name === 'delete-audio' ? ['s3:DeleteObjectVersion'] : []);
  });

  test('keeps its logs, encrypted, for three months', () => {
    const logs = ofType('AWS::Logs::LogGroup').find(([, { Properties }]) => Properties.LogGroupName === `/aws/lambda/complaints-${name}`)!;
    expect(logs[1]['Properties']).toMatchObject({ RetentionInDays: 90, KmsKeyId: expect.anything() });
    expect(functionOf(name)['LoggingConfig'].LogGroup.Ref).toBe(logs[0]);
  });
});

describe('the scanner of files', () => {
  const [[, plan] = []] = ofType('AWS::GuardDuty::MalwareProtectionPlan');
  const roleId = plan?.['Properties'].Role['Fn::GetAtt'][0];
  const rights = ofType('AWS::IAM::Policy')
    .filter(([, { Properties }]) => Properties.Roles.some(({ Ref }: { Ref: string }) => Ref === roleId))
    .flatMap(([, { Properties }]): Statement[] => Properties.PolicyDocument.Statement);

  test('looks at what people send with a form and by e-mail, and at nothing else', () => {
    expect(plan?.['Properties'].ProtectedResource.S3Bucket.ObjectPrefixes).toEqual(['uploads/', 'attachments/']);
    const read = rights
      .filter(({ Action }) => list(Action).includes('s3:GetObject'))
      .flatMap(({ Resource }) => list(Resource as string).map(flat));
    expect(read.map((arn) => arn.replace(/^.*(?=\/\w+\/\*$)/, '')).sort()).toEqual(['/attachments/*', '/uploads/*']);
  });

  test('may write one object of its own and no other, and delete none', () => {
    const writes = rights.filter(({ Action }) => list(Action).some((action) => /^s3:(?:Put(?!BucketNotification)|Delete)/.test(action)));
    expect(writes.flatMap(({ Action }) => Action)).toEqual(['s3:PutObject']);
    expect(writes.flatMap(({ Resource }) => list(Resource as string).map(flat))).toEqual([
      expect.stringMatching(/\/malware-protection-resource-validation-object$/),
    ]);
  });

  test('is heard by the function that keeps its verdicts, for our bucket alone', () => {
    const [, rule] = ofType('AWS::Events::Rule').find(([, { Properties }]) => Properties.EventPattern.source?.includes('aws.guardduty'))!;
    expect(rule['Properties'].EventPattern.detail.s3ObjectDetails.bucketName).toHaveLength(1);
    expect(rule['Properties'].Targets[0].Arn['Fn::GetAtt'][0]).toBe(functionOf('check-files').id);
  });

  test('scripts of our own pages, and of no other, may post to the bucket', () => {
    const allowed = ofType('AWS::S3::Bucket', { in: data }).flatMap(([, { Properties }]) => Properties.CorsConfiguration?.CorsRules ?? []);
    expect(allowed).toEqual([{ AllowedMethods: ['POST'], AllowedOrigins: [expect.stringMatching(/^https?:\/\/[^*]+$/)], MaxAge: 3600 }]);
  });
});

describe('rights', () => {
  const who = (action: string) => functionNames.filter((name) => actionsOf(name).includes(action));

  test('whoever takes in messages may read what was told today of possible harm, since what is held waits for nobody', () => {
    const mayQuery = functionNames.filter((name) =>
      rightsOf(name).some(
        ({ Action, Resource }) => list(Action).includes('dynamodb:Query') && list(Resource).some((one) => !flat(one).includes('/index/')),
      ),
    );
    expect(mayQuery).toEqual(expect.arrayContaining(['public-pages', 'status-pages', 'desk-pages', 'receive-mail', 'sweep-inbox']));
  });

  test('mail leaves by two functions, in one name, through the configuration set', () => {
    expect(who('ses:SendRawEmail')).toEqual(['send-notices', 'sweep-notices']);
    for (const name of who('ses:SendRawEmail')) {
      const right = rightsOf(name).find(({ Action }) => Action === 'ses:SendRawEmail')!;
      expect(right.Condition).toEqual({ StringEquals: { 'ses:FromAddress': 'complaints@luton.gov.uk' } });
      expect(list(right.Resource)).toHaveLength(2);
    }
  });

  const mayIn = (action: string, folder: string) =>
    functionNames.filter((name) =>
      rightsOf(name).some(
        ({ Action, Resource }) =>
          list(Action).includes(action) && list(Resource as string).some((one) => flat(one).endsWith(`/${folder}/*`)),
      ),
    );

  test('received mail is read by the two functions that take it in', () => {
    expect(mayIn('s3:GetObject', 'mail')).toEqual(['receive-mail', 'sweep-inbox']);
    expect(mayIn('s3:PutObject', 'logged')).toEqual(['desk-pages']);
    expect(mayIn('s3:GetObject', 'logged')).toEqual(['sweep-inbox']);
    expect(who('s3:ListBucket')).toEqual(['sweep-inbox', 'delete-audio']);
  });

  test('recorded calls are heard by officers, handed to Transcribe and looked at where they are taken in', () => {
    expect(mayIn('s3:GetObject', 'recordings')).toEqual(['desk-pages', 'sweep-inbox', 'transcribe-recording', 'receive-voicemail']);
    expect(mayIn('s3:PutObject', 'recordings')).toEqual(['desk-pages', 'receive-mail', 'sweep-inbox']);
    expect(mayIn('s3:DeleteObjectVersion', 'recordings')).toEqual(['delete-audio']);
    expect(mayIn('s3:DeleteObjectVersion', 'mail')).toEqual(['delete-audio']);
    expect(mayIn('s3:DeleteObjectVersion', 'web')).toEqual([]);
  });

  test('a job of Transcribe may only write to our bucket, under our key', () => {
    const starts = functionNames.flatMap(rightsOf).filter(({ Action }) => Action === 'transcribe:StartTranscriptionJob');
    const imported = (text: string) => ({ 'Fn::ImportValue': expect.stringContaining(text) });
    expect(starts.map(({ Condition }) => Condition)).toEqual([
      {
        StringEquals: {
          'transcribe:OutputBucketName': imported('Originals'),
          'transcribe:OutputEncryptionKMSKeyId': imported('Key'),
        },
      },
    ]);
  });

  test('schedules are planned by one function, which can only pass on the role that wakes speak-alert', () => {
    expect(who('scheduler:CreateSchedule')).toEqual(['plan-alerts']);
    expect(who('iam:PassRole')).toEqual(['plan-alerts']);
    const passed = rightsOf('plan-alerts').find(({ Action }) => Action === 'iam:PassRole')!.Resource;
    const role = flat(passed).split('.')[0];
    const mayWake = ofType('AWS::IAM::Policy')
      .filter(([, { Properties }]) => Properties.Roles[0].Ref === role)
      .flatMap(([, { Properties }]) => Properties.PolicyDocument.Statement)
      .filter(({ Action }) => Action === 'lambda:InvokeFunction');
    expect(mayWake.map(({ Resource }) => flat(Resource))).toEqual([`${functionOf('speak-alert').id}.Arn`]);
  });

  test('Scheduler takes a role only for our account and for its own group', () => {
    const trusts = ofType('AWS::IAM::Role')
      .map(([, { Properties }]) => Properties.AssumeRolePolicyDocument.Statement[0])
      .filter(({ Principal }) => Principal.Service === 'scheduler.amazonaws.com');
    expect(trusts).toHaveLength(2);
    for (const trust of trusts) {
      expect(trust.Condition.StringEquals).toEqual({
        'aws:SourceAccount': '111122223333',
        'aws:SourceArn': { 'Fn::GetAtt': [expect.any(String), 'Arn'] },
      });
    }
  });

  test('no function may use the data key but through the service that holds the data', () => {
    const rights = functionNames.flatMap(rightsOf).filter(({ Action }) => list(Action).some((action) => action.startsWith('kms:')));
    expect(rights.length).toBeGreaterThan(0);
    for (const right of rights)
      expect(right.Condition?.['StringEquals']?.['kms:ViaService']).toMatch(/^(dynamodb|s3|secretsmanager|transcribe)\.eu-west-2\./);
  });
});

describe('what wakes the functions', () => {
  test('these addresses do something, and no other', () => {
    const routes: string[] = ofType('AWS::ApiGatewayV2::Route').map(([, { Properties }]) => Properties.RouteKey);
    const withMethod = (method: string) =>
      routes.filter((route) => route.startsWith(`${method} `)).map((route) => route.slice(method.length));
    expect(withMethod('HEAD').sort()).toEqual(withMethod('GET').sort());
    expect(routes.filter((route) => !route.startsWith('HEAD ')).sort()).toEqual(
      [
        '$default',
        'GET /',
        'GET /assets/{file}',
        'GET /complaint',
        'GET /complaint/evidence',
        'GET /complaint/evidence/added',
        'POST /complaint/evidence/remove',
        'GET /complaint/{page}',
        'POST /complaint/{page}',
        'GET /complaint/check',
        'GET /complaint/sent',
        'GET /complaint/copy',
        'GET /complaint/saving',
        'POST /complaint/saving',
        'POST /complaint/more-time',
        'GET /complaint/clear',
        'POST /complaint/clear',
        'GET /complaint/cleared',
        'GET /status',
        'POST /status',
        'GET /status/asked',
        'GET /status/open/{token}',
        'POST /status/open/{token}',
        'GET /status/case',
        'GET /status/letters/{notice}',
        'GET /status/say/{what}',
        'POST /status/say/{what}',
        'GET /status/files',
        'GET /status/files/added',
        'POST /status/files/remove',
        'GET /status/said',
        'POST /status/more-time',
        'POST /status/close',
        'GET /status/closed',
        'GET /answer/{token}',
        'POST /answer/{token}',
        'GET /answered',
        'GET /accessibility',
        'GET /privacy',
        'GET /cookies',
        'GET /other-ways',
        'GET /language/{tag}',
        'GET /desk',
        'GET /desk/next',
        'GET /desk/search',
        'POST /desk/search',
        'GET /desk/automatic',
        'GET /desk/cases/{reference}',
        'GET /desk/cases/{reference}/do/{action}',
        'GET /desk/cases/{reference}/documents/{channel}/{id}/{number}',
        'POST /desk/cases/{reference}/take-back',
        'POST /desk/cases/{reference}/do/{action}/draft',
        'POST /desk/cases/{reference}/do/{action}/preview',
        'POST /desk/cases/{reference}/do/{action}/word-letter',
        'GET /desk/cases/{reference}/who-looked',
        'GET /desk/cases/{reference}/letters/{notice}',
        'GET /desk/cases/{reference}/messages/{channel}/{id}',
        'GET /desk/held/{channel}/{id}',
        'GET /desk/recordings/{id}',
        'GET /desk/sign-in',
        'GET /desk/signed-in',
        'GET /desk/suggestions',
        'GET /desk/bank-holidays',
        'POST /desk/bank-holidays',
        'POST /desk/bank-holidays/{date}/{action}',
        'GET /desk/wording',
        'GET /desk/wording/{piece}',
        'POST /desk/wording/{piece}',
        'GET /desk/staff',
        'GET /desk/staff/me',
        'POST /desk/staff/me',
        'GET /desk/staff/{subject}',
        'POST /desk/staff/{subject}',
        'GET /desk/learning',
        'GET /desk/log',
        'POST /desk/log',
        'GET /desk/pass-on',
        'POST /desk/pass-on',
        'GET /desk/passed-on/{reference}',
        'GET /desk/merge/{reference}',
        'POST /desk/merge/{reference}',
        'GET /desk/reallocate',
        'POST /desk/reallocate',
        'GET /desk/signposts',
        'POST /desk/signposts',
        'GET /desk/policy-copies',
        'POST /desk/policy-copies',
        'POST /desk/policy-copies/{id}/posted',
        'GET /desk/rota',
        'POST /desk/rota',
        'POST /desk/rota/remove',
        'GET /desk/mail-preferences',
        'POST /desk/mail-preferences',
        'POST /complaint/send',
        'POST /desk/cases/{reference}/messages/{channel}/{id}',
        'POST /desk/cases/{reference}/{action}',
        'POST /desk/held/{channel}/{id}/{action}',
        'POST /desk/sign-out',
      ].sort(),
    );
  });

  test('any other address goes to the public pages, which the gateway may call for it', () => {
    const byId = (type: string, id: string) => ofType(type).find(([one]) => one === id)?.[1]['Properties'];
    const [, route] = ofType('AWS::ApiGatewayV2::Route').find(([, { Properties }]) => Properties.RouteKey === '$default')!;
    const integration = byId('AWS::ApiGatewayV2::Integration', flat(route['Properties'].Target).replace('integrations/', ''));
    const publicPages = `${functionOf('public-pages').id}.Arn`;
    expect(flat(integration?.IntegrationUri)).toBe(publicPages);
    const sources = ofType('AWS::Lambda::Permission')
      .filter(([, { Properties }]) => flat(Properties.FunctionName) === publicPages)
      .map(([, { Properties }]) => flat(Properties.SourceArn));
    // Asked for as `<api>/<stage>/$default`, which has one part fewer than other routes.
    expect(sources).toContainEqual(expect.stringMatching(/[^/]\/\*\/\*$/));
  });

  test('access logs hold the pattern of an address, never the address, the query or who asked', () => {
    const [, stage] = ofType('AWS::ApiGatewayV2::Stage')[0]!;
    const format: string = stage['Properties'].AccessLogSettings.Format;
    expect(format).toContain('$context.routeKey');
    expect(format).not.toMatch(/\$context\.(path|identity|domain|authorizer)/);
  });

  test('letters leave with an envelope of the council’s own domain, and leave all the same while its records are missing', () => {
    const envelopes = ofType('AWS::SES::EmailIdentity').map(([, { Properties }]) => [
      Properties.EmailIdentity,
      Properties.MailFromAttributes,
    ]);
    expect(Object.fromEntries(envelopes)).toEqual({
      'luton.gov.uk': { MailFromDomain: 'bounces.luton.gov.uk', BehaviorOnMxFailure: 'USE_DEFAULT_VALUE' },
      'complaints.luton.gov.uk': undefined,
    });
  });

  test('floods of mail and of files take five runs at once each, and nothing else is held to a number', () => {
    const limited = ofType('AWS::Lambda::Function').flatMap(([, { Properties }]) =>
      Properties.ReservedConcurrentExecutions === undefined ? [] : [[Properties.FunctionName, Properties.ReservedConcurrentExecutions]],
    );
    expect(limited.sort()).toEqual([
      ['complaints-check-files', 5],
      ['complaints-receive-mail', 5],
    ]);
  });

  test('received mail is kept first, without a key of SES’s own, and then handed on', () => {
    const [, rule] = ofType('AWS::SES::ReceiptRule')[0]!;
    const [keep, hand] = rule['Properties'].Rule.Actions;
    expect(Object.keys(keep.S3Action).sort()).toEqual(['BucketName', 'ObjectKeyPrefix']);
    expect(flat(hand.LambdaAction.FunctionArn)).toBe(`${functionOf('receive-mail').id}.Arn`);
  });

  test('only outcomes of our own mail reach record-delivery', () => {
    const [, rule] = ofType('AWS::Events::Rule')[0]!;
    const ours = { Ref: ofType('AWS::SES::ConfigurationSet')[0]![0] };
    expect(rule['Properties'].EventPattern).toMatchObject({
      source: ['aws.ses'],
      detail: { mail: { tags: { 'ses:configuration-set': [ours] } } },
    });
    expect(rule['Properties'].Targets.map(({ Arn }: { Arn: unknown }) => flat(Arn))).toEqual([`${functionOf('record-delivery').id}.Arn`]);
  });

  test.each([
    ['sweep-notices', 'rate(5 minutes)'],
    ['sweep-inbox', 'rate(1 hour)'],
    ['delete-audio', 'cron(0 3 ? * * *)'],
    ['sweep-deadlines', 'cron(30 8,9 ? * MON-FRI *)'],
  ] as const)('%s wakes at %s', (name, expression) => {
    const [, schedule] = ofType('AWS::Scheduler::Schedule').find(([, { Properties }]) => Properties.Name === name)!;
    expect(schedule['Properties']).toMatchObject({ ScheduleExpression: expression, ScheduleExpressionTimezone: 'Europe/London' });
    expect(flat(schedule['Properties'].Target.Arn)).toBe(`${functionOf(name).id}.Arn`);
  });

  test('two functions follow the table, each for its own items, and give up into a queue', () => {
    const followers = ofType('AWS::Lambda::EventSourceMapping').map(([, { Properties }]) => ({
      follower: Properties.FunctionName.Ref,
      patterns: Properties.FilterCriteria.Filters.map(({ Pattern }: { Pattern: string }) => JSON.parse(Pattern)),
      partial: Properties.FunctionResponseTypes,
      bisects: Properties.BisectBatchOnFunctionError,
      ends: typeof Properties.DestinationConfig.OnFailure.Destination,
    }));
    const rest = { partial: ['ReportBatchItemFailures'], bisects: true, ends: 'object' };
    expect(followers).toEqual([
      {
        follower: functionOf('send-notices').id,
        patterns: [{ eventName: ['INSERT'], dynamodb: { Keys: { sk: { S: [{ prefix: 'NOTICE#' }] } } } }],
        ...rest,
      },
      {
        follower: functionOf('plan-alerts').id,
        patterns: [{ dynamodb: { Keys: { sk: { S: ['STATE'] } } } }, { dynamodb: { Keys: { sk: { S: [{ prefix: 'ALERT#' }] } } } }],
        ...rest,
      },
    ]);
  });

  test('every function that nobody waits for ends its failures in a queue of its own, and an alarm stands on it', () => {
    const pages: readonly FunctionName[] = ['public-pages', 'status-pages', 'desk-pages', 'static-files'];
    const queues = ofType('AWS::SQS::Queue');
    expect(queues.map(([, { Properties }]) => Properties.QueueName).sort()).toEqual(
      functionNames
        .filter((name) => !pages.includes(name))
        .map((name) => `complaints-${name}-failures`)
        .sort(),
    );
    for (const [id, { Properties }] of queues) {
      expect(Properties).toMatchObject({ SqsManagedSseEnabled: true, MessageRetentionPeriod: 14 * 24 * 3600 });
      const alarms = ofType('AWS::CloudWatch::Alarm').filter(([, alarm]) =>
        flat(alarm['Properties'].Dimensions?.[0]?.Value ?? '').startsWith(id),
      );
      expect(alarms).toHaveLength(1);
    }
  });
});
