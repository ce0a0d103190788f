import { Duration } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { EventSourceMapping, FilterCriteria, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import type { DataStack } from './data-stack.ts';
import type { WorkerFunction } from './house-function.ts';

/**
 * Wakes a function for changes in the table that match one of the filters. The stream hurries and does not hold: what it loses, a sweep finds.
 * At most two functions may follow one stream without slowing each other.
 */
export function followTable(follower: WorkerFunction, { table }: DataStack, filters: readonly Record<string, unknown>[]): void {
  const stream = table.tableStreamArn;
  if (stream === undefined) throw new Error('the table has no stream');
  follower.role.addToPrincipalPolicy(
    new PolicyStatement({
      actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:ListStreams'],
      resources: [stream],
    }),
  );
  const mapping = new EventSourceMapping(follower, 'TableStream', {
    target: follower.lambda,
    eventSourceArn: stream,
    startingPosition: StartingPosition.TRIM_HORIZON,
    filters: filters.map((filter) => FilterCriteria.filter(filter)),
    batchSize: 10,
    // One case's records stay in order, and SES is not asked for more than it allows.
    parallelizationFactor: 1,
    reportBatchItemFailures: true,
    bisectBatchOnError: true,
    retryAttempts: 5,
    maxRecordAge: Duration.hours(1),
    onFailure: { bind: () => ({ destination: follower.failures.queueArn }) },
  });
  // Lambda checks at once whether the role may read the stream.
  mapping.node.addDependency(follower.role);
}
