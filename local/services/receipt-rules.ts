import * as z from 'zod';
import { propertiesOf, type Template } from '../template/template.ts';

const ruleShape = z.strictObject({
  RuleSetName: z.string(),
  After: z.string().optional(),
  Rule: z.strictObject({
    Name: z.string().optional(),
    Enabled: z.boolean().default(false),
    Recipients: z.array(z.string()).default([]),
    ScanEnabled: z.boolean().optional(),
    TlsPolicy: z.string().optional(),
    Actions: z.array(
      z.union([
        z.strictObject({ S3Action: z.strictObject({ BucketName: z.string(), ObjectKeyPrefix: z.string().default('') }) }),
        z.strictObject({ LambdaAction: z.strictObject({ FunctionArn: z.string(), InvocationType: z.literal('Event').default('Event') }) }),
      ]),
    ),
  }),
});

export type ReceiptRule = {
  arn: string;
  recipients: readonly string[];
  actions: readonly ({ bucket: string; prefix: string } | { functionArn: string })[];
};

/**
 * The enabled rules of the template's one receipt rule set, which stands here for the active one (only `npm run activate-mail` makes it so at AWS).
 * Throws at a second rule set and at actions other than S3 and an asynchronous function.
 */
export function readReceiptRules(template: Template): readonly ReceiptRule[] {
  const sets = template.ofType('AWS::SES::ReceiptRuleSet');
  if (sets.length > 1) throw new Error('Only one receipt rule set can be active; the template has several.');
  return template.ofType('AWS::SES::ReceiptRule').flatMap((resource) => {
    const { RuleSetName: set, Rule: rule } = propertiesOf(resource, ruleShape);
    if (!rule.Enabled) return [];
    const actions = rule.Actions.map((action) =>
      'S3Action' in action
        ? { bucket: action.S3Action.BucketName, prefix: action.S3Action.ObjectKeyPrefix }
        : { functionArn: action.LambdaAction.FunctionArn },
    );
    const arn = template.arn('ses', `receipt-rule-set/${set}:receipt-rule/${rule.Name ?? resource.name}`);
    return [{ arn, recipients: rule.Recipients.map((recipient) => recipient.toLowerCase()), actions }];
  });
}

/** Whether a rule takes mail for an address: the address itself (labels after `+` apart), its domain, or with a leading dot its subdomains. */
export function accepts(rule: ReceiptRule, address: string): boolean {
  const [local = '', domain = ''] = address.toLowerCase().split('@');
  const wanted = [`${local}@${domain}`, `${local.split('+')[0]}@${domain}`, domain];
  return (
    rule.recipients.length === 0 || rule.recipients.some((one) => wanted.includes(one) || (one.startsWith('.') && domain.endsWith(one)))
  );
}
