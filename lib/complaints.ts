import { App } from 'aws-cdk-lib';
import { DataStack } from './data-stack.ts';
import type { Environment } from './environment.ts';
import type { House } from './house-function.ts';
import { ServiceStack } from './service-stack.ts';

/** Behaviour of CDK that this project relies on. It stands here, not in cdk.json, because the app also runs without the CDK's command line. */
const relyOn = {
  // Access logs are let into their bucket by its policy; the older way needs access control lists, which our buckets refuse.
  '@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy': true,
  // One statement per set of resources, and `aws` written out: templates stay short enough to read.
  '@aws-cdk/aws-iam:minimizePolicies': true,
  '@aws-cdk/core:enablePartitionLiterals': true,
  // What the service stack uses cannot be taken out of the data stack under it.
  '@aws-cdk/core:defaultCrossStackReferences': 'strong',
};

/** An empty CDK app that writes its templates to `outdir`. */
export function complaintsApp(outdir?: string): App {
  return new App({ outdir, analyticsReporting: false, stackTraces: false, postCliContext: relyOn });
}

/** Adds the whole service for one environment: what lasts, and what runs. */
export function addComplaints(app: App, environment: Environment, codeOf: House['codeOf']): { data: DataStack; service: ServiceStack } {
  const data = new DataStack(app, 'complaints-data', environment);
  const service = new ServiceStack(app, 'complaints-service', environment, data, codeOf);
  return { data, service };
}
