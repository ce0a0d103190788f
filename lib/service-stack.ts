import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { FilterRule } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { Alarms } from './alarms.ts';
import { Sweeps, WakeUps } from './clocks.ts';
import type { DataStack } from './data-stack.ts';
import type { Environment } from './environment.ts';
import { Evidence } from './evidence.ts';
import { type House, HouseFunction, WorkerFunction } from './house-function.ts';
import { PublicApi } from './http-api.ts';
import { Mail } from './mail.ts';
import { mayReadSecret, mayUseOriginals, mayUseTable } from './permissions.ts';
import { followTable } from './table-stream.ts';
import { Voicemail } from './voicemail.ts';

/** A person waits for these: more memory is a faster processor and a quicker first page. */
const pages = { memory: 1024, timeout: Duration.seconds(20) };
/** Reads whole messages, attachments and all (SES takes up to 40 MB), and holds them in memory more than once. */
const reader = { memory: 1024 };

/**
 * E-mails taken in at once: a flood waits in Lambda's own queue, for six hours if it must, and pages, letters and the table feel nothing of it. Each takes
 * about a fifth of a second, so five take in more than a thousand a minute.
 */
const mailAtOnce = 5;

/** Less than the two minutes for which a sender holds a notice: when its hold has run out, the sender is surely gone. A long sweep goes on at its retry. */
const sender = { timeout: Duration.seconds(90) };

/**
 * Everything that runs: functions and what wakes them. Taken down and made again, no case and no original is lost; what stands in the failure queues
 * is, and SES gives its identities new DNS records (docs/operations.md).
 */
export class ServiceStack extends Stack {
  constructor(scope: Construct, id: string, environment: Environment, data: DataStack, codeOf: House['codeOf']) {
    super(scope, id, {
      env: { account: environment.account, region: environment.region },
      description: 'Complaints: pages, mail, notices and deadlines',
    });
    const logKey = this.#logKey(environment);
    const house: House = { codeOf, logKey, alarms: new Alarms(this, environment, logKey) };
    const mail = new Mail(this, environment);
    const sweeps = new Sweeps(this, house, environment);

    // Pages

    const publicPages = new HouseFunction(this, house, {
      name: 'public-pages',
      harm: 'a resident cannot complain online.',
      ...pages,
    });
    // It queries what was told today of possible harm, where a form is held that speaks of it (duty D5).
    mayUseTable(publicPages, data, { may: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem'] });
    // Browsers send files by forms that this function signs; it reads what came, to say so.
    mayUseOriginals(publicPages, data, { reads: ['uploads'], keeps: ['web', 'uploads'] });
    mayReadSecret(publicPages, data);
    mail.knowsReplyAddresses(publicPages);

    // Apart from the form, which anybody opens: this one reads whole cases (ADR 16).
    const statusPages = new HouseFunction(this, house, {
      name: 'status-pages',
      harm: 'a resident cannot see where their complaint stands, or tell us something about it there.',
      ...pages,
    });
    mayUseTable(statusPages, data, { may: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem'] });
    // As the form: browsers send files by forms that it signs, and it reads what came.
    mayUseOriginals(statusPages, data, { reads: ['uploads'], keeps: ['web', 'uploads'] });
    mayReadSecret(statusPages, data);
    mail.knowsReplyAddresses(statusPages);

    const deskPages = new HouseFunction(this, house, {
      name: 'desk-pages',
      harm: 'officers cannot see or answer complaints.',
      ...pages,
    });
    mayUseTable(deskPages, data, { may: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem'], queries: ['open'] });
    // Officers listen to recorded calls by links that this function signs; the audio of a held e-mail becomes a recording when it is released.
    mayUseOriginals(deskPages, data, {
      reads: ['recordings', 'attachments', 'copies'],
      readsVersions: ['attachments', 'uploads'],
      keeps: ['recordings', 'logged'],
    });
    mayReadSecret(deskPages, data);
    mail.knowsReplyAddresses(deskPages);
    deskPages.lambda.addEnvironment('SIGN_IN_ISSUER', data.signIn.issuer);
    deskPages.lambda.addEnvironment('SIGN_IN_CLIENT_ID', data.signIn.clientId);

    const staticFiles = new HouseFunction(this, house, {
      name: 'static-files',
      harm: 'pages work but look bare.',
      ...pages,
    });

    new PublicApi(this, house, { publicPages, statusPages, deskPages, staticFiles });

    // Mail in

    const receiveMail = new WorkerFunction(this, house, {
      name: 'receive-mail',
      harm: 'an e-mailed complaint waits for the hourly sweep.',
      wokenBy: 'events',
      timeout: Duration.minutes(2),
      ...reader,
      atOnce: mailAtOnce,
    });
    const sweepInbox = new WorkerFunction(this, house, {
      name: 'sweep-inbox',
      harm: 'a complaint that arrived and was not taken in stays lost.',
      wokenBy: 'events',
      timeout: Duration.minutes(10),
      ...reader,
    });
    for (const takesIn of [receiveMail, sweepInbox]) {
      mayUseTable(takesIn, data, { may: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem'] });
      mayReadSecret(takesIn, data);
      mail.knowsReplyAddresses(takesIn);
    }
    // Telephone systems may send recordings by e-mail: they are taken out of it.
    mayUseOriginals(receiveMail, data, { reads: ['mail'], keeps: ['attachments', 'recordings'] });
    mayUseOriginals(sweepInbox, data, {
      lists: ['mail', 'web', 'logged', 'recordings', 'transcripts'],
      reads: ['mail', 'web', 'logged', 'recordings', 'transcripts'],
      keeps: ['attachments', 'recordings'],
    });
    mail.receivedBy(receiveMail, data);
    sweeps.wake(sweepInbox, 'rate(1 hour)', { hours: 3 });

    const { receiveVoicemail, deleteAudio } = new Voicemail(this, { house, data, mail, sweeps });
    new Evidence(this, house, data);

    // Notices out

    const sendNotices = new WorkerFunction(this, house, {
      name: 'send-notices',
      harm: 'letters to residents and officers wait for the sweep, five minutes at most.',
      wokenBy: 'stream',
      ...sender,
    });
    const sweepNotices = new WorkerFunction(this, house, {
      name: 'sweep-notices',
      harm: 'a letter that waited its ten minutes, or could not be sent at once, is never sent, and possible harm whose schedule was lost climbs no further.',
      wokenBy: 'events',
      ...sender,
    });
    mayUseTable(sendNotices, data, { may: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem'] });
    mayUseTable(sweepNotices, data, { may: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem'], queries: ['pending', 'open'] });
    for (const sends of [sendNotices, sweepNotices]) {
      mayReadSecret(sends, data);
      mail.maySend(sends);
      mail.knowsReplyAddresses(sends);
    }
    followTable(sendNotices, data, [
      { eventName: FilterRule.isEqual('INSERT'), dynamodb: { Keys: { sk: { S: FilterRule.beginsWith('NOTICE#') } } } },
    ]);
    sweeps.wake(sweepNotices, 'rate(5 minutes)', { hours: 1 });

    const recordDelivery = new WorkerFunction(this, house, {
      name: 'record-delivery',
      harm: 'we believe that a letter arrived when it bounced.',
      wokenBy: 'events',
      timeout: Duration.minutes(1),
    });
    mayUseTable(recordDelivery, data, { may: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem'] });
    mail.outcomesGoTo(recordDelivery);

    // Deadlines

    const speakAlert = new WorkerFunction(this, house, {
      name: 'speak-alert',
      harm: 'an officer is warned of a deadline late.',
      wokenBy: 'events',
      timeout: Duration.minutes(1),
    });
    const planAlerts = new WorkerFunction(this, house, {
      name: 'plan-alerts',
      harm: 'warnings of deadlines wait for the next morning’s sweep.',
      wokenBy: 'stream',
      timeout: Duration.minutes(1),
    });
    const sweepDeadlines = new WorkerFunction(this, house, {
      name: 'sweep-deadlines',
      harm: 'a deadline passes and nobody notices.',
      wokenBy: 'events',
      timeout: Duration.minutes(10),
    });
    mayUseTable(speakAlert, data, { may: ['GetItem', 'BatchGetItem', 'Query', 'PutItem'] });
    // The words by which cases are found are many small items, written together.
    mayUseTable(planAlerts, data, { may: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'BatchWriteItem'] });
    mayReadSecret(planAlerts, data);
    mayUseTable(sweepDeadlines, data, { may: ['GetItem', 'BatchGetItem', 'Query', 'PutItem'], queries: ['open'] });
    new WakeUps(this, environment, speakAlert).plannedBy(planAlerts);
    followTable(planAlerts, data, [
      { dynamodb: { Keys: { sk: { S: FilterRule.isEqual('STATE') } } } },
      { dynamodb: { Keys: { sk: { S: FilterRule.beginsWith('ALERT#') } } } },
    ]);
    sweeps.wake(sweepDeadlines, 'cron(30 8,9 ? * MON-FRI *)', { hours: 26, resting: 'at weekends' });

    // Links in letters and officers' mail.
    for (const links of [
      publicPages,
      statusPages,
      deskPages,
      receiveMail,
      sweepInbox,
      receiveVoicemail,
      deleteAudio,
      sendNotices,
      sweepNotices,
      recordDelivery,
      speakAlert,
      planAlerts,
      sweepDeadlines,
    ]) {
      links.lambda.addEnvironment('PUBLIC_URL', environment.publicUrl);
    }
  }

  /** For logs and alarms, which hold nothing of any case: apart from the key to the data, so that reading one is not reading the other. */
  #logKey(environment: Environment): Key {
    const key = new Key(this, 'LogKey', {
      alias: 'complaints-logs',
      description: 'Logs and alarms of the complaints service',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const { account, region } = environment;
    key.addToResourcePolicy(
      new PolicyStatement({
        sid: 'Logs',
        principals: [new ServicePrincipal(`logs.${region}.amazonaws.com`)],
        actions: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
        resources: ['*'],
        conditions: { ArnLike: { 'kms:EncryptionContext:aws:logs:arn': `arn:aws:logs:${region}:${account}:log-group:*complaints*` } },
      }),
    );
    return key;
  }
}
