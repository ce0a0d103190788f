import { readReceiptRule } from '../services/receipt-rule.ts';
import type { Template } from '../template/template.ts';
import { evaluate, parsePolicy, policySchema } from './policy.ts';

/**
 * SES tries the receipt rule's bucket when the rule is made, and refuses the rule when it may not write there. So does this: it throws naming
 * the rule whose bucket's own policy does not let SES in. (The policy of the bucket's key is not looked at.)
 */
export const checkMailMayBeStored = (template: Template): void => {
  const { arn, bucket: name, prefix } = readReceiptRule(template);
  const bucket = template.ofType('AWS::S3::Bucket').find((one) => one.name === name);
  const statements = template
    .ofType('AWS::S3::BucketPolicy')
    .filter(({ properties }) => properties['Bucket'] === bucket?.ref)
    .flatMap((policy) => parsePolicy(policySchema.parse(policy.properties['PolicyDocument']), `${policy.stack}: ${policy.id}`))
    .filter(({ services }) => services.includes('ses.amazonaws.com') || services.includes('*'));
  const verdict = evaluate(statements, {
    action: 's3:PutObject',
    resource: `${bucket?.arn}/${prefix}message`,
    context: { 'aws:SourceAccount': template.account, 'aws:SourceArn': arn, 'aws:SecureTransport': 'true', 's3:TlsVersion': '1.3' },
  });
  if (!verdict.allowed) throw new Error(`The receipt rule ${arn} may not store mail in ${name}/${prefix}: ${verdict.why}`);
};
