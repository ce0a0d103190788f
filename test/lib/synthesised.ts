import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { luton } from '../../council/luton.ts';
import { addComplaints, complaintsApp } from '../../lib/complaints.ts';
import { checkedEnvironment } from '../../lib/environment.ts';
import { local } from '../../lib/environments.ts';

/** Both stacks as they would be deployed, with a line of code in place of each bundle: nothing is built. */
export function synthesised(settings: unknown = local()) {
  const app = complaintsApp();
  const { data, service } = addComplaints(app, checkedEnvironment(settings, luton), () => Code.fromInline('exports.handler = () => {};'));
  const warnings = [data, service].flatMap((stack) => Annotations.fromStack(stack).findWarning('*', Match.anyValue()));
  return { app, data: Template.fromStack(data), service: Template.fromStack(service), warnings };
}
