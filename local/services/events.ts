import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { FunctionHost } from '../cloud.ts';
import type { Ground } from '../ground.ts';
import { propertiesOf } from '../template/template.ts';
import { createDeliveries } from './deliveries.ts';
import { matches, parsePattern } from './event-pattern.ts';

/** An event without what the bus itself adds. */
export type BusEvent = { source: string; 'detail-type': string; resources: readonly string[]; time: Date; detail: unknown };

/** Strict: a schedule, another bus, an input transformer or anything else that we do not keep stops the local stack. */
const ruleShape = z.strictObject({
  Name: z.string().optional(),
  Description: z.string().optional(),
  EventPattern: z.record(z.string(), z.unknown()),
  State: z.literal('ENABLED').optional(),
  Targets: z.array(
    z.strictObject({ Arn: z.string(), Id: z.string(), RetryPolicy: z.unknown().optional(), DeadLetterConfig: z.unknown().optional() }),
  ),
});

/**
 * The default bus with the template's rules, whose targets are functions. While the fault `stopped` is set what is published is lost, as the
 * services that publish here promise best effort only. Throws at once at a rule it cannot keep.
 */
export function createBus(ground: Ground, host: FunctionHost): { publish(event: BusEvent): void } {
  const { template, faults } = ground;
  const rules = template.ofType('AWS::Events::Rule').map((resource) => {
    const { EventPattern: pattern, Targets: targets } = propertiesOf(resource, ruleShape);
    return { arn: resource.arn, pattern: parsePattern(pattern, resource.id), targets };
  });
  const deliver = createDeliveries('events', ground, host);

  return {
    publish(event) {
      if (faults.isSet('stopped', 'events')) return;
      const whole = {
        version: '0',
        id: randomUUID(),
        account: template.account,
        region: template.region,
        ...event,
        time: event.time.toISOString().replace(/\.\d+Z$/, 'Z'),
      };
      for (const { arn: sourceArn, targets } of rules.filter(({ pattern }) => matches(pattern, whole)))
        for (const { Arn: functionArn } of targets)
          void deliver({ functionArn, event: whole, by: { principal: 'events.amazonaws.com', sourceArn } });
    },
  };
}
