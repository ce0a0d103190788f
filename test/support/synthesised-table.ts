import { Template } from 'aws-cdk-lib/assertions';
import { luton } from '../../council/luton.ts';
import { complaintsApp } from '../../lib/complaints.ts';
import { DataStack } from '../../lib/data-stack.ts';
import { checkedEnvironment } from '../../lib/environment.ts';
import { local } from '../../lib/environments.ts';

/** The properties of the template's table. */
export const synthesisedTable = (): unknown =>
  unchecked(() => {
    const stack = new DataStack(complaintsApp(), 'complaints-data', checkedEnvironment(local(), luton));
    const [table] = Object.values(Template.fromStack(stack).findResources('AWS::DynamoDB::GlobalTable'));
    if (!table) throw new Error('the data stack has no table');
    return table['Properties'];
  });

/** Synthesises without the CDK's own check of templates, which takes seconds: `stacks.test.ts` makes it for both kinds of environment. */
export function unchecked<Made>(make: () => Made): Made {
  process.env['CDK_VALIDATION'] = 'false';
  try {
    return make();
  } finally {
    delete process.env['CDK_VALIDATION'];
  }
}
