import * as z from 'zod';
import type { Need } from '../cloud.ts';
import { propertiesOf, type Template } from '../template/template.ts';

const tableSchema = z.object({
  Replicas: z.array(z.object({ SSESpecification: z.object({ KMSMasterKeyId: z.string() }).optional() })).optional(),
});
const bucketRuleSchema = z.object({ ServerSideEncryptionByDefault: z.object({ KMSMasterKeyID: z.string().optional() }) });
const bucketSchema = z.object({
  BucketEncryption: z.object({ ServerSideEncryptionConfiguration: z.array(bucketRuleSchema) }).optional(),
});
const secretSchema = z.object({ KmsKeyId: z.string().optional() });

/**
 * What encrypted things need besides: who reads or writes a table, an object or a secret under a customer-managed key needs that key too,
 * through the service that holds the thing. Answers the needs of the keys for the needs of a call.
 */
export const readKeys = (template: Template): ((needs: readonly Need[]) => readonly Need[]) => {
  const keys = new Map<string, string | undefined>();
  for (const resource of template.ofType('AWS::DynamoDB::GlobalTable')) {
    keys.set(resource.arn, propertiesOf(resource, tableSchema).Replicas?.[0]?.SSESpecification?.KMSMasterKeyId);
  }
  for (const resource of template.ofType('AWS::S3::Bucket')) {
    const [rule] = propertiesOf(resource, bucketSchema).BucketEncryption?.ServerSideEncryptionConfiguration ?? [];
    keys.set(resource.arn, rule?.ServerSideEncryptionByDefault.KMSMasterKeyID);
  }
  for (const resource of template.ofType('AWS::SecretsManager::Secret')) {
    keys.set(resource.ref, propertiesOf(resource, secretSchema).KmsKeyId);
  }

  return (needs) => {
    const asked = new Map<string, Need>();
    for (const { action, resource } of needs) {
      // Through the service that holds the thing, whichever service was called: Transcribe reads recordings through S3.
      const service = action.split(':')[0];
      const context = { 'kms:ViaService': `${service}.${template.region}.amazonaws.com` };
      // An object's bucket, an index's table; listing names in a bucket opens no object.
      const holder = service === 's3' ? resource.split('/')[0] : resource.split('/index/')[0];
      const opens = !/^s3:(?:List|Delete)/.test(action);
      const key = opens ? keys.get(holder ?? '') : undefined;
      const wanted = action === 's3:PutObject' ? 'kms:GenerateDataKey' : 'kms:Decrypt';
      if (key !== undefined) asked.set(`${wanted} ${key}`, { action: wanted, resource: key, context });
    }
    return [...asked.values()];
  };
};
