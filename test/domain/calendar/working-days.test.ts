import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { englandAndWales } from '../../../functions/domain/calendar/england-and-wales.ts';
import { addDays, dayOfWeek, type LocalDate, localDate, writtenDate } from '../../../functions/domain/calendar/local-date.ts';
import {
  type Count,
  isBeyond,
  isWorkingDay,
  rollForward,
  withHolidays,
  workingDaysFrom,
} from '../../../functions/domain/calendar/working-days.ts';

const firstDay = writtenDate('2018-01-01');
const anyDate = fc.integer({ min: 0, max: 3600 }).map((days) => addDays(firstDay, days));
const fewDays = fc.integer({ min: 0, max: 60 });

function counted(from: LocalDate, days: number, calendar = englandAndWales): Count {
  const count = workingDaysFrom(calendar, from, days);
  if (isBeyond(count)) throw new Error(`beyond ${count.beyond}`);
  return count;
}

describe('the list for England and Wales', () => {
  it('holds 91 true weekday dates in order, each once', () => {
    const dates = englandAndWales.holidays.map((holiday) => holiday.date);
    expect(dates).toHaveLength(91);
    expect(dates.map((date) => localDate(date))).toEqual(dates);
    expect(dates.filter((date) => dayOfWeek(date) > 5)).toEqual([]);
    expect([...new Set(dates)].sort()).toEqual(dates);
  });

  it('begins and ends on true dates around every holiday', () => {
    expect([localDate('2018-01-01'), localDate('2028-12-31')]).toEqual([englandAndWales.from, englandAndWales.until]);
  });

  it.each(['2020-05-04', '2022-05-30'] as const)('has no holiday on %s, whose holiday was moved', (date) => {
    expect(isWorkingDay(englandAndWales, writtenDate(date))).toBe(true);
  });

  it.each(['2020-12-28', '2021-12-27', '2021-12-28', '2022-12-27', '2026-12-28', '2028-01-03'] as const)(
    'has the substitute day %s',
    (date) => {
      expect(isWorkingDay(englandAndWales, writtenDate(date))).toBe(false);
    },
  );
});

describe('counting working days', () => {
  it('starts on the next working day after day 0, and says what it left out', () => {
    const count = counted(writtenDate('2026-12-18'), 5);
    expect(count.counted).toEqual(['2026-12-21', '2026-12-22', '2026-12-23', '2026-12-24', '2026-12-29']);
    expect(count.skipped.map((holiday) => holiday.name)).toEqual(['Christmas Day', 'Boxing Day (substitute)']);
  });

  it('counts backwards, for a warning some working days before', () => {
    expect(counted(writtenDate('2026-12-29'), -2).date).toBe('2026-12-23');
  });

  it('n and then m working days are n + m working days', async () => {
    await fc.assert(
      fc.property(anyDate, fewDays, fewDays, (from, n, m) => {
        expect(counted(counted(from, n).date, m).date).toBe(counted(from, n + m).date);
      }),
    );
  });
  it('gives a working day after day 0, with exactly the working days between', async () => {
    await fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 60 }), (from, days) => {
        const count = counted(from, days);
        expect(isWorkingDay(englandAndWales, count.date)).toBe(true);
        expect(count.counted).toHaveLength(days);
        expect(count.counted.at(-1)).toBe(count.date);
        const between: LocalDate[] = [];
        for (let date = addDays(from, 1); date <= count.date; date = addDays(date, 1))
          if (isWorkingDay(englandAndWales, date)) between.push(date);
        expect(between).toEqual(count.counted);
      }),
    );
  });
  it('from a working day, so many back undoes so many forward', async () => {
    await fc.assert(
      fc.property(anyDate, fewDays, (from, days) => {
        fc.pre(isWorkingDay(englandAndWales, from));
        const there = counted(from, days).date;
        fc.pre(there <= '2027-12-31');
        expect(counted(there, -days).date).toBe(from);
      }),
    );
  });
  it('one more holiday never brings a date forward, and moves it on by one working day at most', async () => {
    await fc.assert(
      fc.property(anyDate, fewDays, anyDate, (from, days, proclaimed) => {
        const more = withHolidays(englandAndWales, [{ date: proclaimed, name: 'Proclaimed' }], 'with one more');
        const before = counted(from, days).date;
        const now = counted(from, days, more).date;
        expect(now >= before).toBe(true);
        expect(now <= counted(before, 1, more).date).toBe(true);
      }),
    );
  });
  it('a later start never gives an earlier end', async () => {
    await fc.assert(
      fc.property(anyDate, fc.integer({ min: 0, max: 30 }), fewDays, (from, later, days) => {
        expect(counted(addDays(from, later), days).date >= counted(from, days).date).toBe(true);
      }),
    );
  });
  it('refuses to count past its data on either side, and at its very edge still counts', () => {
    expect(counted(writtenDate('2028-12-28'), 1).date).toBe('2028-12-29');
    expect(workingDaysFrom(englandAndWales, writtenDate('2028-12-28'), 2)).toEqual({
      beyond: '2028-12-31',
      side: 'after',
      from: '2028-12-28',
    });
    expect(workingDaysFrom(englandAndWales, writtenDate('2029-01-01'), 0)).toMatchObject({ beyond: '2028-12-31', side: 'after' });
    expect(workingDaysFrom(englandAndWales, writtenDate('2017-12-29'), 5)).toMatchObject({ beyond: '2018-01-01', side: 'before' });
    expect(workingDaysFrom(englandAndWales, writtenDate('2018-01-02'), -1)).toMatchObject({ beyond: '2018-01-01', side: 'before' });
  });
});

describe('a holiday proclaimed late', () => {
  const proclaimed = { date: writtenDate('2026-12-24'), name: 'A day of thanks' };
  const revised = withHolidays(englandAndWales, [proclaimed], 'england-and-wales-2026-11+1');

  it('moves the dates that count across it and leaves the old calendar alone', () => {
    expect(counted(writtenDate('2026-12-18'), 5, revised).date).toBe('2026-12-30');
    expect(counted(writtenDate('2026-12-18'), 5).date).toBe('2026-12-29');
    expect(revised.version).toBe('england-and-wales-2026-11+1');
  });

  it('stands in order, and once when it is entered twice', () => {
    const twice = withHolidays(revised, [proclaimed], 'again');
    expect(twice.holidays).toEqual(revised.holidays);
    expect(twice.holidays.map((holiday) => holiday.date)).toEqual(twice.holidays.map((holiday) => holiday.date).sort());
  });
});

describe('rolling forward', () => {
  it('leaves a working day alone and otherwise gives the next one', async () => {
    await fc.assert(
      fc.property(anyDate, (date) => {
        const rolled = rollForward(englandAndWales, date);
        expect(rolled).toBe(isWorkingDay(englandAndWales, date) ? date : counted(date, 1).date);
      }),
    );
  });
  it('refuses beyond its data', () => {
    expect(rollForward(englandAndWales, writtenDate('2028-12-30'))).toMatchObject({ beyond: '2028-12-31' });
  });
});
