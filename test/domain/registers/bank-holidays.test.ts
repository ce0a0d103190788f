import { describe, expect, it } from 'vitest';
import { atRevision, withAdditions } from '../../../functions/domain/calendar/additions.ts';
import { englandAndWales } from '../../../functions/domain/calendar/england-and-wales.ts';
import { type WrittenDate, writtenDate } from '../../../functions/domain/calendar/local-date.ts';
import { isWorkingDay } from '../../../functions/domain/calendar/working-days.ts';
import { faultInProposal, judged, type Proclaimed } from '../../../functions/domain/registers/bank-holidays.ts';
import { asha, ben, moment } from '../../support/case-story.ts';

const waiting: Proclaimed = {
  date: writtenDate('2026-12-22'),
  name: 'A day of thanks',
  source: 'The London Gazette',
  proposedBy: asha,
  proposedAt: moment('2026-12-18T09:00:00Z'),
  standing: { kind: 'proposed' },
};
const proposed = (date: WrittenDate, changes: Partial<Proclaimed> = {}) =>
  faultInProposal(
    { ...waiting, date: writtenDate(date), ...changes },
    { calendar: englandAndWales, proclaimed: [waiting], today: writtenDate('2026-12-18') },
  );
const verdictOf = (by: typeof asha, changes: Partial<Proclaimed> = {}, at = '2026-12-18T10:00:00Z') =>
  judged({ ...waiting, ...changes }, { kind: 'approve' }, { by, at: moment(at), calendar: englandAndWales, number: 1 });

describe('a bank holiday that is entered', () => {
  it('is a weekday to come, or today, that is not on the list and does not wait already', () => {
    expect(proposed('2026-12-23')).toBeUndefined();
    expect(proposed('2026-12-18')).toBeUndefined();
    expect(proposed('2026-12-17')).toMatchObject({ field: 'date', refused: expect.stringMatching(/has gone by/) });
    expect(proposed('2026-12-22')).toMatchObject({ field: 'date', refused: expect.stringMatching(/waits for a second person already/) });
    expect(proposed('2026-12-25')).toMatchObject({
      field: 'date',
      refused: 'Friday 25 December 2026 is on the list already: Christmas Day.',
    });
    expect(proposed('2026-12-26')).toMatchObject({ field: 'date', refused: expect.stringMatching(/no working day anyway/) });
    expect(proposed('2029-01-02')).toMatchObject({ field: 'date', refused: expect.stringMatching(/ends on Sunday 31 December 2028/) });
    expect(proposed('2026-12-23', { name: 'x'.repeat(81) })).toMatchObject({ field: 'name' });
    expect(proposed('2026-12-23', { source: 'x'.repeat(301) })).toMatchObject({ field: 'source' });
  });

  it('counts once somebody else has approved it, and not a day that has gone by meanwhile', () => {
    expect(verdictOf(ben)).toMatchObject({ standing: { kind: 'approved', by: ben, number: 1 } });
    expect(verdictOf(asha)).toEqual({ refused: 'You entered this day yourself: a colleague approves or rejects it.' });
    expect(verdictOf(ben, {}, '2026-12-23T09:00:00Z')).toEqual({ refused: expect.stringMatching(/has gone by/) });
    const rejected = { kind: 'rejected', by: ben, at: moment('2026-12-18T09:30:00Z'), reason: 'Scotland only.' } as const;
    expect(verdictOf(ben, { standing: rejected })).toEqual({ refused: 'Somebody has decided about this day already.' });
  });
});

describe('the list', () => {
  const additions = [
    { date: writtenDate('2026-12-22'), name: 'One', number: 1, at: moment('2026-12-18T10:00:00Z') },
    { date: writtenDate('2026-12-23'), name: 'Two', number: 2, at: moment('2026-12-18T11:00:00Z') },
  ];

  it('has a revision for each day that was added, and can be read as it was at each', () => {
    const now = withAdditions(englandAndWales, additions.toReversed());
    expect([now.version, atRevision(now, 1).version, atRevision(now, 0).version]).toEqual([
      'england-and-wales-2026-11+2',
      'england-and-wales-2026-11+1',
      'england-and-wales-2026-11',
    ]);
    const [one, two] = [writtenDate('2026-12-22'), writtenDate('2026-12-23')];
    expect([now, atRevision(now, 1), atRevision(now, 0)].map((list) => [isWorkingDay(list, one), isWorkingDay(list, two)])).toEqual([
      [false, false],
      [false, true],
      [true, true],
    ]);
    expect(atRevision(now, 0).holidays).toEqual(englandAndWales.holidays);
    expect(withAdditions(now, additions)).toEqual(now);
  });
});
