import { describe, expect, test } from 'vitest';
import { fortnightFrom } from '../../demo/calendar.ts';

describe('the fortnight of the demonstration', () => {
  test('begins on the first Monday whose morning is still to come', () => {
    expect(fortnightFrom('2026-11-22T09:00:00Z').dateOf('mon 1')).toBe('2026-11-23');
    expect(fortnightFrom('2026-11-23T06:30:00Z').dateOf('mon 1')).toBe('2026-11-23');
    expect(fortnightFrom('2026-11-23T09:00:00Z').dateOf('mon 1')).toBe('2026-11-30');
  });

  test('has its days in London, in summer as well and over the change of clocks', () => {
    const { moment } = fortnightFrom('2026-10-14T09:00:00Z');
    expect(moment('fri 1', '08:45')).toBe('2026-10-23T07:45:00.000Z');
    expect(moment('mon 2', '08:45')).toBe('2026-10-26T08:45:00.000Z');
  });

  test('writes a day into the three fields of a date and leaves every other answer alone', () => {
    const { written } = fortnightFrom('2026-11-22T09:00:00Z');
    expect(written({ on: { day: 'tue 3' }, note: 'She rang.', reachBy: ['post'], number: { called: '' } })).toEqual({
      'on-day': '8',
      'on-month': '12',
      'on-year': '2026',
      note: 'She rang.',
      reachBy: ['post'],
      number: { called: '' },
    });
  });
});
