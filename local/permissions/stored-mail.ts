import { readReceiptRules } from '../services/receipt-rules.ts';
import type { Template } from '../template/template.ts';
import { evaluate, parsePolicy, policySchema } from './statements.ts';

/**
 * SES tries each receipt rule's bucket when the rule is made, and refuses the rule when it may not write there. So does this: it throws naming
 * the rule whose bucket's own policy does not let SES in. (The policy of the bucket's key is not looked at.)
 */
export const checkMailMayBeStored = (template: Template): void => {
  for (const rule of readReceiptRules(template)) {
    for (const action of rule.actions) {
      if (!('bucket' in action)) continue;
      const bucket = template.ofType('AWS::S3::Bucket').find(({ name }) => name === action.bucket);
      const statements = template
        .ofType('AWS::S3::BucketPolicy')
        .filter(({ properties }) => properties['Bucket'] === bucket?.ref)
        .flatMap((policy) => parsePolicy(policySchema.parse(policy.properties['PolicyDocument']), `${policy.stack}: ${policy.id}`))
        .filter(({ services }) => services.includes('ses.amazonaws.com') || services.includes('*'));
      const verdict = evaluate(statements, {
        action: 's3:PutObject',
        resource: `${bucket?.arn}/${action.prefix}message`,
        context: {
          'aws:SourceAccount': template.account,
          'aws:SourceArn': rule.arn,
          'aws:SecureTransport': 'true',
          's3:TlsVersion': '1.3',
        },
      });
      if (!verdict.allowed)
        throw new Error(`The receipt rule ${rule.arn} may not store mail in ${action.bucket}/${action.prefix}: ${verdict.why}`);
    }
  }
};
