import * as z from 'zod';
import { onlyOne, propertiesOf, type Template } from '../template/template.ts';

/** Strict: the one kind of rule that we have, an S3 action and then an asynchronous function. */
const ruleShape = z.strictObject({
  RuleSetName: z.string(),
  Rule: z.strictObject({
    Name: z.string(),
    Enabled: z.literal(true),
    Recipients: z.array(z.string()).min(1),
    ScanEnabled: z.literal(true),
    TlsPolicy: z.string().optional(),
    Actions: z.tuple([
      z.strictObject({ S3Action: z.strictObject({ BucketName: z.string(), ObjectKeyPrefix: z.string() }) }),
      z.strictObject({ LambdaAction: z.strictObject({ FunctionArn: z.string(), InvocationType: z.literal('Event').default('Event') }) }),
    ]),
  }),
});

/** The template's one receipt rule, whose set stands here for the active one (at AWS a person makes it so). */
export function readReceiptRule(template: Template) {
  const { RuleSetName: set, Rule: rule } = propertiesOf(onlyOne(template, 'AWS::SES::ReceiptRule'), ruleShape);
  const [{ S3Action: keep }, { LambdaAction: hand }] = rule.Actions;
  return {
    arn: template.arn('ses', `receipt-rule-set/${set}:receipt-rule/${rule.Name}`),
    recipients: rule.Recipients.map((recipient) => recipient.toLowerCase()),
    bucket: keep.BucketName,
    prefix: keep.ObjectKeyPrefix,
    functionArn: hand.FunctionArn,
  };
}

/** Whether the rule takes mail for an address: the address itself (labels after `+` apart) or its domain. */
export function accepts({ recipients }: { recipients: readonly string[] }, address: string): boolean {
  const [local = '', domain = ''] = address.toLowerCase().split('@');
  return [`${local}@${domain}`, `${local.split('+')[0]}@${domain}`, domain].some((one) => recipients.includes(one));
}
