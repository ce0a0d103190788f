import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMinutes } from '../../../functions/domain/calendar/local-date.ts';
import { networkOf, reasonToHold } from '../../../functions/domain/intake/at-the-door.ts';
import { ceilings, quickestPerson } from '../../../functions/domain/policy/the-door.ts';
import { moment } from '../../support/case-story.ts';

const openedAt = moment('2026-12-18T09:00:00Z');
const aPerson = { openedAt, sentAt: addMinutes(openedAt, quickestPerson.seconds / 60), trapped: false, counts: {} };

describe('a complaint at the door', () => {
  test('of a person goes in', () => {
    expect(reasonToHold(aPerson)).toBeUndefined();
    expect(reasonToHold({ ...aPerson, counts: { email: { hour: 1, day: 1 }, network: { hour: 1, day: 1 } } })).toBeUndefined();
  });

  test.each([
    ['was filled in faster than a person can', { sentAt: moment('2026-12-18T09:00:04Z') }],
    ['came without any page of ours', { openedAt: undefined }],
    ['has a field that no person sees', { trapped: true }],
  ])('that %s waits for a person', (_, how) => {
    expect(reasonToHold({ ...aPerson, ...how })).toBe('form-by-machine');
  });

  test.each(['email', 'network'] as const)('that is more than one %s ever sends waits for a person, and not the one before it', (of) => {
    const { hour, day } = ceilings[of];
    const counted = (count: { hour: number; day: number }) => reasonToHold({ ...aPerson, counts: { [of]: count } });
    expect(counted({ hour, day })).toBeUndefined();
    expect(counted({ hour: hour + 1, day: hour + 1 })).toBe('many-at-once');
    expect(counted({ hour: 1, day: day + 1 })).toBe('many-at-once');
  });
});

describe('the network of an internet address', () => {
  test.each([
    ['192.0.2.77', '192.0.2.0/24'],
    ['::ffff:192.0.2.77', '192.0.2.0/24'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['not an address', undefined],
    ['', undefined],
    ['1:2:3', undefined],
  ])('of %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  test('is the same however the rest of an address is, and says nothing of that rest', async () => {
    const group = fc.integer({ min: 0, max: 0xffff }).map((number) => number.toString(16));
    const four = fc.tuple(group, group, group, group);
    await fc.assert(
      fc.property(four, four, four, (before, one, other) => {
        const network = networkOf([...before, ...one].join(':'));
        expect(network).toBe(networkOf([...before, ...other].join(':').toUpperCase()));
        expect(network).toBe(`${before.join(':')}::/64`);
      }),
    );
  });
});
