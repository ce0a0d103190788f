import { describe, expect, it } from 'vitest';
import { englandAndWales } from '../../../functions/domain/calendar/england-and-wales.ts';
import { explainCount } from '../../../functions/domain/calendar/explanation.ts';
import { type WrittenDate, writtenDate } from '../../../functions/domain/calendar/local-date.ts';
import { workingDaysFrom } from '../../../functions/domain/calendar/working-days.ts';

function explained(from: WrittenDate, days: number): string {
  return explainCount(workingDaysFrom(englandAndWales, writtenDate(from), days));
}

describe('explaining a count to people', () => {
  it('names the days counted and the bank holidays left out', () => {
    expect(explained('2026-12-18', 5)).toBe(
      '5 working days from Fri 18 Dec 2026: Mon 21, Tue 22, Wed 23, Thu 24, Tue 29; 25 and 28 Dec are bank holidays',
    );
  });

  it('says nothing of holidays where there are none', () => {
    expect(explained('2026-03-02', 3)).toBe('3 working days from Mon 2 Mar 2026: Tue 3, Wed 4, Thu 5');
  });

  it('can count a single day over a single holiday', () => {
    expect(explained('2026-08-28', 1)).toBe('1 working day from Fri 28 Aug 2026: Tue 1 Sep; 31 Aug is a bank holiday');
  });

  it('names the month where it changes, and holidays month by month', () => {
    expect(explained('2026-12-24', 5)).toBe(
      '5 working days from Thu 24 Dec 2026: Tue 29, Wed 30, Thu 31, Mon 4 Jan, Tue 5; 25 and 28 Dec and 1 Jan are bank holidays',
    );
  });

  it('shortens a long count to its first three days and its last two', () => {
    expect(explained('2026-12-07', 20)).toBe(
      '20 working days from Mon 7 Dec 2026: Tue 8, Wed 9, Thu 10, …, Wed 6 Jan, Thu 7; 25 and 28 Dec and 1 Jan are bank holidays',
    );
    expect(explained('2026-03-02', 10)).toBe(
      '10 working days from Mon 2 Mar 2026: Tue 3, Wed 4, Thu 5, Fri 6, Mon 9, Tue 10, Wed 11, Thu 12, Fri 13, Mon 16',
    );
  });

  it('lists three months of holidays', () => {
    expect(explained('2026-04-02', 40)).toMatch(/; 3 and 6 Apr and 4 and 25 May are bank holidays$/);
    expect(explained('2026-12-24', 65)).toMatch(/; 25 and 28 Dec, 1 Jan and 26 and 29 Mar are bank holidays$/);
  });

  it('explains a count backwards', () => {
    expect(explained('2026-12-29', -2)).toBe('2 working days before Tue 29 Dec 2026: Thu 24, Wed 23; 25 and 28 Dec are bank holidays');
  });

  it('explains no days at all', () => {
    expect(explained('2026-12-29', 0)).toBe('on Tue 29 Dec 2026 itself');
  });

  it('says so where the holidays are not known', () => {
    expect(explained('2028-12-28', 5)).toBe('cannot be counted: the bank holidays after 31 Dec 2028 are not known yet');
    expect(explained('2017-06-01', 5)).toBe('cannot be counted: the bank holidays before 1 Jan 2018 are not known');
  });
});
