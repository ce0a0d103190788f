import { luton } from '../council/luton.ts';
import { bundledCode, bundleFunctions } from '../lib/bundle.ts';
import { addComplaints, complaintsApp } from '../lib/complaints.ts';
import { checkedEnvironment } from '../lib/environment.ts';
import { local, production, staging } from '../lib/environments.ts';

// `npx cdk synth -c environment=staging`; without a name, this machine.
const environments = new Map<unknown, unknown>([
  ['local', local(process.env['PUBLIC_URL'], process.env['SIGN_IN_ISSUER'])],
  ['staging', staging],
  ['production', production],
]);

const app = complaintsApp(process.env['CDK_OUTDIR'] ?? 'cdk.out');
const asked: unknown = app.node.tryGetContext('environment') ?? 'local';
if (!environments.has(asked)) throw new Error(`There is no environment ${String(asked)}: choose ${[...environments.keys()].join(', ')}.`);
const environment = checkedEnvironment(environments.get(asked), luton);
await bundleFunctions();
addComplaints(app, environment, bundledCode);
app.synth();
