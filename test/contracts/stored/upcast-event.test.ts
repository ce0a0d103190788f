import { expect, test } from 'vitest';
import { upcastEvent } from '../../../functions/contracts/stored/upcast-event.ts';

const read = { v: 1, type: 'correspondence-read', at: '2026-12-18T10:00:00.000Z', by: { kind: 'system' }, commandId: 'command-1' };

test('an event of version 1 is read as it is', () => {
  expect(upcastEvent(read)).toEqual(read);
});

test.each([
  ['of a version that this release does not know', { ...read, v: 2 }, 'event-of-unknown-version: 2'],
  ['without a version', { ...read, v: undefined }, 'v'],
  ['of an unknown kind', { ...read, type: 'complaint-eaten' }, 'type'],
  ['at a moment that is none', { ...read, at: '2026-02-30T10:00:00.000Z' }, 'at'],
  ['at a moment written otherwise, which would not sort', { ...read, at: '2026-12-18T10:00:00Z' }, 'at'],
])('an event %s is a fault', (_, event, says) => {
  expect(() => upcastEvent(event)).toThrow(says);
});
