import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { ComparisonOperator, MathExpression, type Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { Architecture, type Code, type IDestination, Function as LambdaFunction, LoggingFormat, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Alarms } from './alarms.ts';
import type { FunctionName } from './function-names.ts';

/** What every function of the house shares. */
export type House = {
  readonly codeOf: (name: FunctionName) => Code;
  readonly logKey: Key;
  readonly alarms: Alarms;
};

export type HouseFunctionProps = {
  readonly name: FunctionName;
  /** Who is harmed when it fails, as a sentence: it ends the text of every alarm about this function. */
  readonly harm: string;
  /** Megabytes; they buy processor time too. 512 is enough where nobody waits. */
  readonly memory?: number;
  readonly timeout: Duration;
  /** Runs at once, no more: what many people or machines may send at a time cannot take the account's whole allowance from the rest. */
  readonly atOnce?: number;
};

/** One Lambda function with its role, its log group and its alarm. It may do nothing until `permissions.ts` says so. */
export class HouseFunction extends Construct {
  readonly lambda: LambdaFunction;
  readonly role: Role;
  readonly functionName: FunctionName;
  readonly harm: string;

  constructor(scope: Construct, house: House, props: HouseFunctionProps) {
    super(scope, props.name);
    this.functionName = props.name;
    this.harm = props.harm;
    const name = `complaints-${props.name}`;
    const logGroup = new LogGroup(this, 'Logs', {
      logGroupName: `/aws/lambda/${name}`,
      encryptionKey: house.logKey,
      // Long enough to look into a fault that somebody reports weeks later. Logs hold codes and ids; the case itself is in the table.
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    this.role.addToPrincipalPolicy(
      new PolicyStatement({ actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: [logGroup.logGroupArn] }),
    );
    this.lambda = new LambdaFunction(this, 'Function', {
      functionName: name,
      description: `When it fails: ${props.harm}`,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'index.handler',
      code: house.codeOf(props.name),
      role: this.role,
      memorySize: props.memory ?? 512,
      timeout: props.timeout,
      reservedConcurrentExecutions: props.atOnce,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
    });
    this.alarm(house, 'Errors', this.lambda.metricErrors({ period: Duration.minutes(5), statistic: 'Sum' }), 'fails');
  }

  /** Raised by the first one that is counted, and ended by the harm. */
  protected alarm(house: House, id: string, metric: Metric, what: string): void {
    house.alarms.raise(
      metric.createAlarm(this, id, {
        alarmName: `complaints-${this.functionName}-${id.toLowerCase()}`,
        alarmDescription: `${this.functionName} ${what}: ${this.harm}`,
        threshold: 1,
        evaluationPeriods: 1,
        comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
        treatMissingData: TreatMissingData.NOT_BREACHING,
      }),
    );
  }
}

export type WorkerFunctionProps = HouseFunctionProps & {
  /** `events`: invoked and not waited for (Lambda retries). `stream`: handed batches by the table's stream (the mapping retries). */
  readonly wokenBy: 'events' | 'stream';
};

/** A function nobody waits for: what it could not do, after its retries, lands in a queue whose alarm says who is harmed. */
export class WorkerFunction extends HouseFunction {
  readonly failures: Queue;

  constructor(scope: Construct, house: House, props: WorkerFunctionProps) {
    super(scope, house, props);
    this.failures = new Queue(this, 'Failures', {
      queueName: `complaints-${props.name}-failures`,
      // SQS's own key: Lambda, EventBridge and Scheduler deliver here, and none of them then needs a key of ours.
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    Validations.of(this.failures).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason: 'It is itself where failures end: an alarm stands on its depth.',
    });
    this.role.addToPrincipalPolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [this.failures.queueArn] }));
    const depth = this.failures.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(5), statistic: 'Maximum' });
    this.alarm(house, 'GivenUp', depth, 'gave up on something');
    if (props.wokenBy === 'events') {
      // Six hours is Lambda's own limit. Every worker may run late or twice: it looks before it acts.
      this.lambda.configureAsyncInvoke({ maxEventAge: Duration.hours(6), retryAttempts: 2, onFailure: this.#toFailures() });
    }
  }

  /**
   * Raised when it has not run for so many hours: what is never woken never fails, and no other alarm would say so.
   * It speaks once after the first deployment too, until the first run. `resting`: hours of Saturdays and Sundays count as hours in which it ran.
   */
  alarmWhenSilent(house: House, hours: number, resting?: 'at weekends'): void {
    const period = Duration.hours(1);
    const runs = new MathExpression({
      expression: 'FILL(invocations, 0)',
      usingMetrics: { invocations: this.lambda.metricInvocations({ period, statistic: 'Sum' }) },
      period,
    });
    const counted = resting ? new MathExpression({ expression: 'IF(DAY(runs) > 5, 1, runs)', usingMetrics: { runs }, period }) : runs;
    house.alarms.raise(
      counted.createAlarm(this, 'Silent', {
        alarmName: `complaints-${this.functionName}-silent`,
        alarmDescription: `${this.functionName} has not run for ${hours === 1 ? 'an hour' : `${hours} hours`}: ${this.harm}`,
        threshold: 1,
        evaluationPeriods: hours,
        comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
        treatMissingData: TreatMissingData.BREACHING,
      }),
    );
  }

  /** The right to send there is given above, and only that: CDK's own destination would also give the right to list. */
  #toFailures(): IDestination {
    return { bind: () => ({ destination: this.failures.queueArn }) };
  }
}
