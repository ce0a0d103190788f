import { Duration, Stack } from 'aws-cdk-lib';
import { type EventPattern, Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as FunctionTarget } from 'aws-cdk-lib/aws-events-targets';
import type { Construct } from 'constructs';
import type { WorkerFunction } from './house-function.ts';

/** Wakes a worker by what an AWS service of this account says on the default bus; what cannot be delivered in a day lies with its failures. */
export function wakeOnEvent(scope: Construct, worker: WorkerFunction, id: string, description: string, pattern: EventPattern): void {
  new Rule(scope, id, {
    description,
    eventPattern: { ...pattern, account: [Stack.of(scope).account] },
    targets: [new FunctionTarget(worker.lambda, { deadLetterQueue: worker.failures, maxEventAge: Duration.hours(24), retryAttempts: 10 })],
  });
}
