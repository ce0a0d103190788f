import { describe, expect, test } from 'vitest';
import type { Fault } from '../../../local/faults.ts';
import { matches, parsePattern } from '../../../local/services/event-pattern.ts';
import { createBus } from '../../../local/services/events.ts';
import { groundOf, rememberingHost, templateOf } from './stage.ts';

const functionArn = 'arn:aws:lambda:eu-west-2:111122223333:function:record-delivery';
const pattern = {
  source: ['aws.ses'],
  'detail-type': ['Email Delivered', 'Email Bounced'],
  detail: { mail: { tags: { 'ses:configuration-set': ['complaints'] } } },
};
const event = {
  source: 'aws.ses',
  'detail-type': 'Email Bounced',
  resources: [],
  time: new Date('2026-12-18T09:00:00Z'),
  detail: { mail: { tags: { 'ses:configuration-set': ['complaints'] } } },
};

function start(...faults: Fault[]) {
  const host = rememberingHost();
  const rule = { EventPattern: pattern, State: 'ENABLED', Targets: [{ Arn: functionArn, Id: 'Target0' }] };
  const template = templateOf({
    id: 'Rule',
    type: 'AWS::Events::Rule',
    arn: 'arn:aws:events:eu-west-2:111122223333:rule/Rule',
    properties: rule,
  });
  const ground = groundOf(template, { faults });
  return { host, work: ground.work, bus: createBus(ground, host) };
}

describe('the default bus', () => {
  test('wakes the function of a rule that matches, in the name of the rule', async () => {
    const { host, bus, work } = start();
    bus.publish(event);
    bus.publish({ ...event, 'detail-type': 'Email Opened' });
    bus.publish({ ...event, detail: { mail: { tags: { 'ses:configuration-set': ['another'] } } } });
    await work.idle();
    expect(host.invoked).toMatchObject([
      {
        functionArn,
        event: { version: '0', source: 'aws.ses', 'detail-type': 'Email Bounced', time: '2026-12-18T09:00:00Z', account: '111122223333' },
        by: { principal: 'events.amazonaws.com', sourceArn: 'arn:aws:events:eu-west-2:111122223333:rule/Rule' },
      },
    ]);
  });

  test('delivers twice or not at all when a fault says so', async () => {
    const twice = start({ service: 'events', duplicate: true });
    twice.bus.publish(event);
    await twice.work.idle();
    expect(twice.host.invoked).toHaveLength(2);
    const never = start({ service: 'events', stopped: true });
    never.bus.publish(event);
    await never.work.idle();
    expect(never.host.invoked).toEqual([]);
  });

  test('does not start with a rule that it cannot keep', () => {
    const withRule = (properties: object) => () =>
      createBus(groundOf(templateOf({ id: 'Odd', type: 'AWS::Events::Rule', properties: { ...properties } })), rememberingHost());
    expect(withRule({ ScheduleExpression: 'rate(1 hour)', Targets: [] })).toThrow('Odd');
    expect(withRule({ EventPattern: { source: [{ 'anything-but': 'x' }] }, Targets: [] })).toThrow('anything-but');
    expect(withRule({ EventPattern: { $or: [{ source: ['x'] }] }, Targets: [] })).toThrow('$or');
  });
});

describe('an event pattern', () => {
  const asked = (wanted: object, given: unknown) => matches(parsePattern(wanted, 'rule'), given);

  test('matches exact texts', () => {
    expect(asked({ a: ['x', '1'] }, { a: 'x' })).toBe(true);
    expect(asked({ a: ['1'] }, { a: 1 })).toBe(false);
  });

  test('matches a beginning', () => {
    expect(asked({ key: [{ prefix: 'mail/' }] }, { key: 'mail/1' })).toBe(true);
    expect(asked({ key: [{ prefix: 'mail/' }] }, { key: 'web/1' })).toBe(false);
  });

  test('is met by any value of a list, and by no value of a missing part', () => {
    expect(asked({ a: { b: ['y'] } }, { a: { b: ['x', 'y'] } })).toBe(true);
    expect(asked({ a: { b: ['y'] } }, {})).toBe(false);
  });
});
