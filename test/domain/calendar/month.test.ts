import { expect, test } from 'vitest';
import { writtenDate } from '../../../functions/domain/calendar/local-date.ts';
import { month, monthInWords, monthOf, monthsUpTo } from '../../../functions/domain/calendar/month.ts';

test('a text names a month, or none', () => {
  expect([month('2026-12'), month('2026-13'), month('2026-1'), month('2026-12-01'), month('')]).toEqual([
    '2026-12',
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test('months run back from that of a date, over the new year and from days that shorter months have not', () => {
  expect(monthsUpTo(writtenDate('2026-03-31'), 5)).toEqual(['2026-03', '2026-02', '2026-01', '2025-12', '2025-11']);
});

test('a month is written as people say it', () => {
  expect(monthInWords(monthOf(writtenDate('2026-12-29')))).toBe('December 2026');
});
