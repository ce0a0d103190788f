import {
  ConflictException,
  CreateScheduleCommand,
  DeleteScheduleCommand,
  ResourceNotFoundException,
  type SchedulerClient,
} from '@aws-sdk/client-scheduler';
import type { WakeUps } from '../../app/ports.ts';
import type { SchedulerInput } from '../../contracts/scheduler-input.ts';

export type WakeUpSettings = {
  readonly scheduler: SchedulerClient;
  /** The schedule group's name. */
  readonly group: string;
  /** The function that is woken. */
  readonly targetArn: string;
  /** The role with which Scheduler may invoke it. */
  readonly roleArn: string;
  /** The queue that hears of wake-ups which could not be delivered. */
  readonly deadLetterArn: string;
};

/** One-off schedules that delete themselves. Scheduler may fire twice and up to 15 minutes late: both are fine, the alert re-reads the case. */
export function createWakeUps({ scheduler, group, targetArn, roleArn, deadLetterArn }: WakeUpSettings): WakeUps {
  return {
    async create(name, at, reference) {
      const input: SchedulerInput = { reference };
      try {
        await scheduler.send(
          new CreateScheduleCommand({
            Name: validName(name),
            GroupName: group,
            // Seconds are the finest that Scheduler takes, without a zone letter.
            ScheduleExpression: `at(${at.slice(0, 19)})`,
            ScheduleExpressionTimezone: 'UTC',
            FlexibleTimeWindow: { Mode: 'FLEXIBLE', MaximumWindowInMinutes: 15 },
            ActionAfterCompletion: 'DELETE',
            Target: {
              Arn: targetArn,
              RoleArn: roleArn,
              Input: JSON.stringify(input),
              // A day of trying: the 09:30 sweep has looked by then.
              RetryPolicy: { MaximumEventAgeInSeconds: 86_400, MaximumRetryAttempts: 185 },
              DeadLetterConfig: { Arn: deadLetterArn },
            },
          }),
        );
      } catch (fault) {
        // Another run of the same plan was first.
        if (!(fault instanceof ConflictException)) throw fault;
      }
    },

    async delete(name) {
      try {
        await scheduler.send(new DeleteScheduleCommand({ Name: validName(name), GroupName: group }));
      } catch (fault) {
        // It has fired and deleted itself, or another run was first.
        if (!(fault instanceof ResourceNotFoundException)) throw fault;
      }
    },
  };
}

/** Throws for a name that Scheduler would refuse: up to 64 letters, digits, `.`, `_` and `-`. */
function validName(name: string): string {
  if (!/^[0-9A-Za-z_.-]{1,64}$/.test(name)) throw new Error('a schedule has a name that Scheduler does not take');
  return name;
}
