import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMinutes,
  addMonths,
  dayOfWeek,
  inShort,
  instant,
  instantOf,
  inWords,
  lastOfDaysBeginningWith,
  lastOfMonthsBeginningWith,
  localDate,
  londonDateOf,
  londonTime,
  writtenDate,
} from '../../../functions/domain/calendar/local-date.ts';

const anyDate = fc.integer({ min: 0, max: 7000 }).map((days) => addDays(writtenDate('2015-01-01'), days));
const someMonths = fc.integer({ min: 1, max: 36 });

describe('reading dates and moments', () => {
  it.each(['2026-02-30', '2026-13-01', '2026-2-3', '2027-02-29', 'yesterday', '', '2026-03-02T00:00'])('%j names no date', (text) => {
    expect(localDate(text)).toBeUndefined();
  });

  it.each(['2024-02-29', '2026-12-31'])('%s is a date', (text) => {
    expect(localDate(text)).toBe(text);
  });

  it('takes a moment with a zone or an offset and keeps it in UTC', () => {
    expect(instant('2026-07-01T00:30:00+01:00')).toBe('2026-06-30T23:30:00.000Z');
    expect(instant('2026-03-02T10:00Z')).toBe('2026-03-02T10:00:00.000Z');
  });

  it.each(['2026-03-02T10:00:00', '2026-03-02', '2026-02-30T10:00:00Z', 'March 7 2026 +0000', '2026-03-02T25:00:00Z'])(
    '%j names no moment',
    (text) => {
      expect(instant(text)).toBeUndefined();
    },
  );
});

describe('the date in London', () => {
  it.each([
    ['the last minute of winter time', '2026-03-29T00:59:00Z', '2026-03-29'],
    ['the first minute of summer time', '2026-03-29T01:00:00Z', '2026-03-29'],
    ['late on the last winter evening', '2026-03-28T23:59:59Z', '2026-03-28'],
    ['23:30 UTC on the first summer day is already tomorrow', '2026-03-29T23:30:00Z', '2026-03-30'],
    ['22:59 UTC in summer is still today', '2026-06-30T22:59:59Z', '2026-06-30'],
    ['midnight on the night the clocks go back', '2026-10-24T23:00:00Z', '2026-10-25'],
    ['the first 01:30 of that night', '2026-10-25T00:30:00Z', '2026-10-25'],
    ['the second 01:30 of that night', '2026-10-25T01:30:00Z', '2026-10-25'],
    ['23:30 UTC that evening is the same day again', '2026-10-25T23:30:00Z', '2026-10-25'],
  ])('%s', (_, moment, date) => {
    expect(londonDateOf(instant(moment)!)).toBe(date);
  });

  it('nine in the morning is 08:00 UTC in summer and 09:00 in winter, and always that date', async () => {
    expect(londonTime(writtenDate('2026-06-30'), '09:00')).toBe('2026-06-30T08:00:00.000Z');
    expect(londonTime(writtenDate('2026-12-29'), '09:00')).toBe('2026-12-29T09:00:00.000Z');
    await fc.assert(
      fc.property(anyDate, (date) => {
        expect(londonDateOf(londonTime(date, '09:00'))).toBe(date);
      }),
    );
  });

  it('never goes back as time goes on', async () => {
    await fc.assert(
      fc.property(
        fc.date({ min: new Date('2018-01-01'), max: new Date('2028-12-31'), noInvalidDate: true }),
        fc.nat(100_000),
        (moment, minutes) => {
          const earlier = instantOf(moment);
          expect(londonDateOf(addMinutes(earlier, minutes)) >= londonDateOf(earlier)).toBe(true);
        },
      ),
    );
  });
});

describe('days, months and periods', () => {
  it('so many days forward and back again is the same date', async () => {
    await fc.assert(
      fc.property(anyDate, fc.integer({ min: -800, max: 800 }), (date, days) => {
        expect(addDays(addDays(date, days), -days)).toBe(date);
      }),
    );
  });

  it('the weekday moves on by one each day', async () => {
    await fc.assert(
      fc.property(anyDate, (date) => {
        expect(dayOfWeek(addDays(date, 1))).toBe((dayOfWeek(date) % 7) + 1);
      }),
    );
    expect(dayOfWeek(writtenDate('2026-12-28'))).toBe(1);
  });

  it('months keep the day, or end the month where it has no such day', async () => {
    await fc.assert(
      fc.property(anyDate, someMonths, (date, months) => {
        const later = addMonths(date, months);
        const isLastOfMonth = addDays(later, 1).slice(8) === '01';
        expect(later.slice(8) === date.slice(8) || (isLastOfMonth && later.slice(8) < date.slice(8))).toBe(true);
      }),
    );
  });

  it('a period of months beginning with a date ends the day before the corresponding date, or with the month that has none', async () => {
    await fc.assert(
      fc.property(anyDate, someMonths, (date, months) => {
        const last = lastOfMonthsBeginningWith(date, months);
        expect(last <= addMonths(date, months)).toBe(true);
        expect(last >= addDays(addMonths(date, months), -1)).toBe(true);
        if (addMonths(date, months).slice(8) === date.slice(8)) expect(addDays(last, 1)).toBe(addMonths(date, months));
      }),
    );
  });

  it('a period of so many days beginning with a date has that many days', async () => {
    await fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 90 }), (date, days) => {
        expect(addDays(lastOfDaysBeginningWith(date, days), 1)).toBe(addDays(date, days));
      }),
    );
    expect(lastOfDaysBeginningWith(writtenDate('2026-12-10'), 1)).toBe('2026-12-10');
  });

  it('reads well in letters and in tables', () => {
    expect(inWords(writtenDate('2026-12-29'))).toBe('Tuesday 29 December 2026');
    expect(inShort(writtenDate('2026-12-29'))).toBe('Tue 29 Dec 2026');
  });
});
