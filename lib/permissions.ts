import { Validations } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';
import * as z from 'zod';
import type { DataStack } from './data-stack.ts';
import type { HouseFunction } from './house-function.ts';

// Each of these gives a function one right and the environment variable it finds the thing by, in one call:
// a function cannot know of something it may not use, nor be allowed something it does not know.

/** What the store does, and nothing more: no function deletes anything in the table. */
type TableAction = 'GetItem' | 'BatchGetItem' | 'Query' | 'PutItem' | 'UpdateItem' | 'BatchWriteItem';

/** `queries` names the indexes it may read; `may` speaks of the table itself. A transaction needs the action of each of its items. */
export function mayUseTable(
  { lambda, role }: HouseFunction,
  { table, key }: DataStack,
  rights: { readonly may: readonly TableAction[]; readonly queries?: readonly ('open' | 'pending')[] },
): void {
  lambda.addEnvironment('TABLE_NAME', table.tableName);
  role.addToPrincipalPolicy(
    new PolicyStatement({ actions: rights.may.map((action) => `dynamodb:${action}`), resources: [table.tableArn] }),
  );
  for (const index of rights.queries ?? []) {
    role.addToPrincipalPolicy(new PolicyStatement({ actions: ['dynamodb:Query'], resources: [`${table.tableArn}/index/${index}`] }));
  }
  mayUseKey(role, key, 'dynamodb', ['kms:Decrypt', 'kms:DescribeKey']);
}

/**
 * Folders of the originals bucket: `mail` (as SES received it), `web` (forms as sent), `logged` (what officers and colleagues wrote down), `attachments` (taken out of mail), `recordings` (calls),
 * `transcripts` (what Transcribe made of them), `uploads` (files that people sent with a form) and `copies` (of pictures, without their place).
 */
type Folder = 'mail' | 'web' | 'logged' | 'attachments' | 'recordings' | 'transcripts' | 'uploads' | 'copies';

export function mayUseOriginals(
  { lambda, role }: HouseFunction,
  data: DataStack,
  folders: {
    readonly reads?: readonly Folder[];
    /** A version that is named: the one that was scanned. */
    readonly readsVersions?: readonly Folder[];
    readonly keeps?: readonly Folder[];
    readonly lists?: readonly Folder[];
    /** Every version: nothing of it is left. */
    readonly deletes?: readonly Folder[];
  },
): void {
  lambda.addEnvironment('ORIGINALS_BUCKET', data.originals.bucketName);
  const bucketArn = data.exportValue(data.originals.bucketArn);
  const inside = (folder: Folder) => allInside(role, data, folder);
  const { reads = [], readsVersions = [], keeps = [], lists = [], deletes = [] } = folders;
  const mayKey: string[] = [];
  if (readsVersions.length > 0) {
    role.addToPrincipalPolicy(new PolicyStatement({ actions: ['s3:GetObjectVersion'], resources: readsVersions.map(inside) }));
  }
  if (reads.length > 0) {
    role.addToPrincipalPolicy(new PolicyStatement({ actions: ['s3:GetObject'], resources: reads.map(inside) }));
  }
  if (reads.length + readsVersions.length > 0) mayKey.push('kms:Decrypt');
  if (keeps.length > 0) {
    role.addToPrincipalPolicy(new PolicyStatement({ actions: ['s3:PutObject'], resources: keeps.map(inside) }));
    mayKey.push('kms:GenerateDataKey');
  }
  if (lists.length > 0) {
    const prefixes = lists.map((folder) => `${folder}/`);
    role.addToPrincipalPolicy(
      new PolicyStatement({ actions: ['s3:ListBucket'], resources: [bucketArn], conditions: { StringEquals: { 's3:prefix': prefixes } } }),
    );
  }
  if (deletes.length > 0) {
    role.addToPrincipalPolicy(new PolicyStatement({ actions: ['s3:DeleteObjectVersion'], resources: deletes.map(inside) }));
    const prefixes = deletes.map((folder) => `${folder}/*`);
    role.addToPrincipalPolicy(
      new PolicyStatement({
        actions: ['s3:ListBucketVersions'],
        resources: [bucketArn],
        conditions: { StringLike: { 's3:prefix': prefixes } },
      }),
    );
  }
  if (mayKey.length > 0) mayUseKey(role, data.key, 's3', mayKey);
}

/** Every object of one folder of the originals bucket, with the reason that the rule on wildcards asks for. */
export function allInside(role: IConstruct, data: DataStack, folder: Folder): string {
  const bucketArn = data.exportValue(data.originals.bucketArn);
  const finding = `${importedName.parse(data.resolve(bucketArn))['Fn::ImportValue']}/${folder}/*`;
  explain(role, `Resource::${finding}`, `Names under ${folder}/ are made one by one as messages arrive; the right ends at that folder.`);
  return `${bucketArn}/${folder}/*`;
}

/** How the service stack names what the data stack exports. */
const importedName = z.object({ 'Fn::ImportValue': z.string() });

export function mayReadSecret({ lambda, role }: HouseFunction, { secret, key }: DataStack): void {
  lambda.addEnvironment('SECRET_ARN', secret.secretArn);
  role.addToPrincipalPolicy(new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: [secret.secretArn] }));
  mayUseKey(role, key, 'secretsmanager', ['kms:Decrypt']);
}

/**
 * Starting jobs that read recordings and write transcripts. Transcribe does both with the rights of whoever starts the job, through S3 and in its
 * own name. Jobs have no name in a policy before they exist: the conditions say where a job may write, and under which key.
 */
export function mayTranscribe(starter: HouseFunction, data: DataStack): void {
  const { lambda, role } = starter;
  mayUseOriginals(starter, data, { reads: ['recordings'], keeps: ['transcripts'] });
  lambda.addEnvironment('DATA_KEY_ARN', data.key.keyArn);
  explain(role, 'Resource::*', 'Transcribe knows no resource when a job is started; conditions bind the job to our bucket and our key.');
  role.addToPrincipalPolicy(
    new PolicyStatement({
      actions: ['transcribe:StartTranscriptionJob'],
      resources: ['*'],
      conditions: {
        StringEquals: {
          'transcribe:OutputBucketName': data.originals.bucketName,
          'transcribe:OutputEncryptionKMSKeyId': data.key.keyArn,
        },
      },
    }),
  );
  mayUseKey(role, data.key, 'transcribe', ['kms:Decrypt', 'kms:GenerateDataKey']);
}

/** The data key, only through the service that holds the data. */
function mayUseKey(role: HouseFunction['role'], key: DataStack['key'], service: string, actions: readonly string[]): void {
  const { region } = key.env;
  role.addToPrincipalPolicy(
    new PolicyStatement({
      actions: [...actions],
      resources: [key.keyArn],
      conditions: { StringEquals: { 'kms:ViaService': `${service}.${region}.amazonaws.com` } },
    }),
  );
}

/** A wildcard that cannot be avoided, with its reason, for the rule that asks for one. */
export function explain(construct: IConstruct, finding: string, reason: string): void {
  Validations.of(construct).acknowledge({ id: `AwsSolutions-IAM5[${finding}]`, reason });
}
