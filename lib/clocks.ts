import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnSchedule, ScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import type { Environment } from './environment.ts';
import type { House, HouseFunction, WorkerFunction } from './house-function.ts';
import { explain } from './permissions.ts';

/** A group of schedules and the role in which its schedules wake functions. Scheduler may take that role only for this group. */
class Clock extends Construct {
  readonly group: ScheduleGroup;
  readonly role: Role;

  constructor(scope: Construct, id: string, environment: Environment, groupName: string) {
    super(scope, id);
    this.group = new ScheduleGroup(this, 'Group', { scheduleGroupName: groupName });
    this.role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': environment.account, 'aws:SourceArn': this.group.scheduleGroupArn } },
      }),
    });
  }

  mayWake(sleeper: WorkerFunction): void {
    this.role.addToPrincipalPolicy(new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [sleeper.lambda.functionArn] }));
    this.role.addToPrincipalPolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [sleeper.failures.queueArn] }));
  }
}

/** The sweeps: they find what events, streams and schedules lost, and are the reason why nothing stays lost. */
export class Sweeps extends Construct {
  readonly #house: House;
  readonly #clock: Clock;

  constructor(scope: Construct, house: House, environment: Environment) {
    super(scope, 'Sweeps');
    this.#house = house;
    this.#clock = new Clock(this, 'Clock', environment, 'complaints-sweeps');
  }

  /** `expression` is read in London time. `silence`: after so many hours without a run somebody is told. */
  wake(sweep: WorkerFunction, expression: string, silence: { readonly hours: number; readonly resting?: 'at weekends' }): void {
    sweep.alarmWhenSilent(this.#house, silence.hours, silence.resting);
    this.#clock.mayWake(sweep);
    new CfnSchedule(this, sweep.functionName, {
      name: sweep.functionName,
      groupName: this.#clock.group.scheduleGroupName,
      scheduleExpression: expression,
      scheduleExpressionTimezone: 'Europe/London',
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: sweep.lambda.functionArn,
        roleArn: this.#clock.role.roleArn,
        deadLetterConfig: { arn: sweep.failures.queueArn },
        // A sweep that could not be started within a quarter of an hour is overtaken by a later one.
        retryPolicy: { maximumEventAgeInSeconds: 900, maximumRetryAttempts: 5 },
      },
    });
  }
}

/** One-off schedules, one per case, for its next alert. The functions make and delete them. */
export class WakeUps extends Construct {
  readonly #clock: Clock;
  readonly #speaker: WorkerFunction;

  constructor(scope: Construct, environment: Environment, speaker: WorkerFunction) {
    super(scope, 'WakeUps');
    this.#clock = new Clock(this, 'Clock', environment, 'complaints-alerts');
    this.#clock.mayWake(speaker);
    this.#speaker = speaker;
  }

  /** Lets a function make and delete schedules in this group, which can wake the one speaker and nothing else. */
  plannedBy({ lambda, role }: HouseFunction): void {
    const { group, role: clockRole } = this.#clock;
    lambda.addEnvironment('SCHEDULE_GROUP', group.scheduleGroupName);
    lambda.addEnvironment('SCHEDULE_TARGET_ARN', this.#speaker.lambda.functionArn);
    lambda.addEnvironment('SCHEDULE_ROLE_ARN', clockRole.roleArn);
    lambda.addEnvironment('SCHEDULE_DEAD_LETTER_ARN', this.#speaker.failures.queueArn);
    const { account, region } = lambda.env;
    const schedules = `arn:aws:scheduler:${region}:${account}:schedule/complaints-alerts/*`;
    explain(
      role,
      `Resource::${schedules}`,
      'Schedules are named from reference, kind and date of an alert; the right ends at their group.',
    );
    role.addToPrincipalPolicy(
      new PolicyStatement({ actions: ['scheduler:CreateSchedule', 'scheduler:DeleteSchedule'], resources: [schedules] }),
    );
    role.addToPrincipalPolicy(
      new PolicyStatement({
        actions: ['iam:PassRole'],
        resources: [clockRole.roleArn],
        conditions: { StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' } },
      }),
    );
  }
}
