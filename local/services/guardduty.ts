import * as z from 'zod';
import type { Ground } from '../ground.ts';
import { readKeys } from '../permissions/keys.ts';
import { propertiesOf } from '../template/template.ts';
import type { BusEvent } from './events.ts';
import { eicar } from './receipt-verdicts.ts';
import type { S3 } from './s3.ts';

/** Strict: tags, or anything else that it might do to an object, would have to be done. */
const planShape = z.strictObject({
  ProtectedResource: z.strictObject({ S3Bucket: z.strictObject({ BucketName: z.string(), ObjectPrefixes: z.array(z.string()) }) }),
  Role: z.string(),
});

const objectCreated = z.object({
  bucket: z.object({ name: z.string() }),
  object: z.object({ key: z.string(), etag: z.string(), 'version-id': z.string() }),
});

/**
 * GuardDuty Malware Protection for S3, as the template's plans ask for it: reads, with the plan's role, what S3 says was stored, and tells the bus what it
 * found. The file for trying scanners is infected, and nothing else is. While the fault `{"service":"guardduty","stopped":true}` is set it looks at nothing,
 * and does not come back to it.
 */
export function createGuardDuty(ground: Ground, read: S3['read'], publish: (event: BusEvent) => void) {
  const { template, permissions, faults, clock, work } = ground;
  const keyNeeds = readKeys(template);
  const plans = template.ofType('AWS::GuardDuty::MalwareProtectionPlan').map((resource) => {
    const { ProtectedResource: of, Role: role } = propertiesOf(resource, planShape);
    return { arn: resource.arn, role, bucket: of.S3Bucket.BucketName, prefixes: of.S3Bucket.ObjectPrefixes };
  });

  function resultOf(role: string, bucket: string, key: string): string {
    const needs = ['s3:GetObject', 's3:GetObjectVersion'].map((action) => ({ action, resource: `arn:aws:s3:::${bucket}/${key}` }));
    const guardDuty = { functionName: 'guardduty', role };
    if (![...needs, ...keyNeeds(needs)].every((need) => permissions.may(guardDuty, need))) return 'ACCESS_DENIED';
    return read(bucket, key)?.includes(eicar) ? 'THREATS_FOUND' : 'NO_THREATS_FOUND';
  }

  return {
    hears(event: BusEvent): void {
      if (event['detail-type'] !== 'Object Created' || faults.isSet('stopped', 'guardduty')) return;
      const { bucket, object } = objectCreated.parse(event.detail);
      const protecting = plans.filter((plan) => plan.bucket === bucket.name && plan.prefixes.some((one) => object.key.startsWith(one)));
      for (const { arn, role } of protecting) {
        const result = resultOf(role, bucket.name, object.key);
        const told: BusEvent = {
          source: 'aws.guardduty',
          'detail-type': 'GuardDuty Malware Protection Object Scan Result',
          resources: [arn],
          time: clock.now(),
          detail: {
            schemaVersion: '1.0',
            scanStatus: result === 'ACCESS_DENIED' ? 'SKIPPED' : 'COMPLETED',
            resourceType: 'S3_OBJECT',
            s3ObjectDetails: {
              bucketName: bucket.name,
              objectKey: object.key,
              eTag: object.etag,
              versionId: object['version-id'],
              s3Throttled: false,
            },
            scanResultDetails: { scanResultStatus: result, threats: result === 'THREATS_FOUND' ? [{ name: 'EICAR-Test-File' }] : null },
          },
        };
        // A moment later, never before whoever stored it has heard that it is stored.
        void work.track(new Promise<void>((resolve) => setImmediate(resolve)).then(() => publish(told)));
      }
    },
  };
}
