import { Duration, Stack } from 'aws-cdk-lib';
import { CfnMalwareProtectionPlan } from 'aws-cdk-lib/aws-guardduty';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { wakeOnEvent } from './bus-rule.ts';
import type { DataStack } from './data-stack.ts';
import { type House, WorkerFunction } from './house-function.ts';
import { allInside, explain, mayUseOriginals, mayUseTable } from './permissions.ts';

/** Where files stand that somebody outside sent us: from a form, and out of e-mails. */
const scanned = ['uploads', 'attachments'] as const;

/**
 * Photos and documents (ADR 16): GuardDuty scans every file that people send, and says on the bus what it found; one function keeps the verdict and makes
 * copies of pictures. No complaint waits for any of it.
 */
export class Evidence extends Construct {
  constructor(scope: Construct, house: House, data: DataStack) {
    super(scope, 'Evidence');
    const bucket = data.exportValue(data.originals.bucketName);
    const role = this.#scannersRole(data);
    const plan = new CfnMalwareProtectionPlan(this, 'Scanner', {
      role: role.roleArn,
      protectedResource: { s3Bucket: { bucketName: bucket, objectPrefixes: scanned.map((folder) => `${folder}/`) } },
    });
    // GuardDuty tries the role when the plan is made.
    plan.node.addDependency(role);

    const checkFiles = new WorkerFunction(this, house, {
      name: 'check-files',
      harm: 'officers cannot open the photos and documents that people sent.',
      wokenBy: 'events',
      timeout: Duration.minutes(2),
      // An iPhone's photo of 48 million pixels takes 200 MB of memory twice while its copy is made.
      memory: 2048,
      // A flood of files waits in Lambda's own queue and takes nothing from pages and mail.
      atOnce: 5,
    });
    mayUseTable(checkFiles, data, { may: ['UpdateItem'] });
    mayUseOriginals(checkFiles, data, { readsVersions: scanned, keeps: ['copies'] });
    wakeOnEvent(this, checkFiles, 'FileScanned', 'A file that somebody sent was scanned', {
      source: ['aws.guardduty'],
      detailType: ['GuardDuty Malware Protection Object Scan Result'],
      detail: { s3ObjectDetails: { bucketName: [bucket] } },
    });
  }

  /** What AWS asks for a scanner, for our two folders and without tags (Amazon GuardDuty user guide, "Create or update IAM role policy"). */
  #scannersRole(data: DataStack): Role {
    const { account, region } = Stack.of(this);
    const service = 'malware-protection-plan.guardduty.amazonaws.com';
    const role = new Role(this, 'ScannerRole', { assumedBy: new ServicePrincipal(service) });
    const bucketArn = data.exportValue(data.originals.bucketArn);
    const rule = `arn:aws:events:${region}:${account}:rule/DO-NOT-DELETE-AmazonGuardDutyMalwareProtectionS3*`;
    explain(role, `Resource::${rule}`, 'GuardDuty names its own rule on the bus, and its name begins so.');
    for (const statement of [
      new PolicyStatement({
        actions: ['events:PutRule', 'events:DeleteRule', 'events:PutTargets', 'events:RemoveTargets'],
        resources: [rule],
        conditions: { StringLike: { 'events:ManagedBy': service } },
      }),
      new PolicyStatement({ actions: ['events:DescribeRule', 'events:ListTargetsByRule'], resources: [rule] }),
      new PolicyStatement({
        actions: ['s3:PutBucketNotification', 's3:GetBucketNotification', 's3:ListBucket'],
        resources: [bucketArn],
      }),
      new PolicyStatement({ actions: ['s3:PutObject'], resources: [`${bucketArn}/malware-protection-resource-validation-object`] }),
      new PolicyStatement({
        actions: ['s3:GetObject', 's3:GetObjectVersion'],
        resources: scanned.map((folder) => allInside(role, data, folder)),
      }),
      new PolicyStatement({
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        resources: [data.key.keyArn],
        conditions: { StringEquals: { 'kms:ViaService': `s3.${region}.amazonaws.com` } },
      }),
    ]) {
      role.addToPolicy(statement);
    }
    return role;
  }
}
