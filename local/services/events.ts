import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { BusEvent, Faults, FunctionHost } from '../cloud.ts';
import { propertiesOf, type Template } from '../template/template.ts';
import { createDeliveries, type Deliveries } from './deliveries.ts';
import { type EventPattern, matches, parsePattern } from './event-pattern.ts';

export type Bus = Omit<Deliveries, 'deliver'> & { publish(event: BusEvent): void };

type Rule = { arn: string; pattern: EventPattern; targets: readonly string[] };

/** Strict: a schedule, an input transformer or anything else that we do not keep stops the local stack. */
const ruleShape = z.strictObject({
  Name: z.optional(z.string()),
  Description: z.optional(z.string()),
  EventPattern: z.record(z.string(), z.unknown()),
  State: z.optional(z.string()),
  EventBusName: z.string().default('default'),
  Targets: z.array(
    z.strictObject({ Arn: z.string(), Id: z.string(), RetryPolicy: z.optional(z.unknown()), DeadLetterConfig: z.optional(z.unknown()) }),
  ),
});

/**
 * The default bus with the template's rules, whose targets are functions. While the fault `stopped` is set what is published is lost, as the
 * services that publish here promise best effort only.
 * Throws at once at a rule it cannot keep: a schedule, another bus, an unknown pattern operator, an input transformer.
 */
export function createBus(parts: { template: Template; host: FunctionHost; faults: Faults }): Bus {
  const { template, host, faults } = parts;
  const rules = template.ofType('AWS::Events::Rule').map((resource): Rule => {
    const { EventBusName: bus, EventPattern: pattern, State: state, Targets: targets } = propertiesOf(resource, ruleShape);
    if (bus !== 'default' && !bus.endsWith('event-bus/default')) throw new Error(`The rule ${resource.id} is not on the default bus.`);
    const arn = resource.arn ?? template.arn('events', `rule/${resource.name}`);
    return { arn, pattern: parsePattern(pattern, resource.id), targets: state === 'DISABLED' ? [] : targets.map((target) => target.Arn) };
  });

  const deliveries = createDeliveries('events', host);

  function publish(event: BusEvent): void {
    if (faults.isSet('stopped', 'events')) return;
    const whole = {
      version: '0',
      id: randomUUID(),
      'detail-type': event['detail-type'],
      source: event.source,
      account: template.account,
      time: event.time.toISOString().replace(/\.\d+Z$/, 'Z'),
      region: template.region,
      resources: event.resources,
      detail: event.detail,
    };
    const twice = faults.isSet('duplicate', 'events');
    for (const rule of rules.filter((one) => matches(one.pattern, whole))) {
      for (const functionArn of rule.targets) {
        void deliveries.deliver({ functionArn, event: whole, by: { principal: 'events.amazonaws.com', sourceArn: rule.arn }, twice });
      }
    }
  }

  return { ...deliveries, publish };
}
