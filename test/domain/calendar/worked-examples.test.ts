import { describe, expect, it } from 'vitest';
import { englandAndWales } from '../../../functions/domain/calendar/england-and-wales.ts';
import {
  addMonths,
  instant,
  type LocalDate,
  lastOfDaysBeginningWith,
  lastOfMonthsBeginningWith,
  localDate,
  londonDateOf,
  writtenDate,
} from '../../../functions/domain/calendar/local-date.ts';
import { isBeyond, rollForward, workingDaysFrom } from '../../../functions/domain/calendar/working-days.ts';

// Every worked example of the deadlines reference, section 7: two separate implementations agreed on them.

function dayAfter(from: LocalDate, workingDays: number): LocalDate | 'beyond' {
  const count = workingDaysFrom(englandAndWales, from, workingDays);
  return isBeyond(count) ? 'beyond' : count.date;
}

const stageOne = [
  [1, 'plain week', '2026-03-02T10:00:00Z', '2026-03-02', '2026-03-09', '2026-03-09', '2026-03-23', '2026-04-08'],
  [
    2,
    'acknowledged early, on day 1 (response clock follows the actual acknowledgement)',
    '2026-03-02T10:00:00Z',
    '2026-03-02',
    '2026-03-09',
    '2026-03-03',
    '2026-03-17',
    '2026-03-31',
  ],
  [3, 'Friday late afternoon', '2026-03-06T16:59:00Z', '2026-03-06', '2026-03-13', '2026-03-13', '2026-03-27', '2026-04-14'],
  [4, 'Saturday receipt: Monday is day 1', '2026-03-07T11:00:00Z', '2026-03-07', '2026-03-13', '2026-03-13', '2026-03-27', '2026-04-14'],
  [
    5,
    'Sunday evening receipt: same dates as Saturday and Friday',
    '2026-03-08T22:00:00Z',
    '2026-03-08',
    '2026-03-13',
    '2026-03-13',
    '2026-03-27',
    '2026-04-14',
  ],
  [
    6,
    '23:30 in winter: UTC date = London date',
    '2026-03-09T23:30:00Z',
    '2026-03-09',
    '2026-03-16',
    '2026-03-16',
    '2026-03-30',
    '2026-04-15',
  ],
  [
    7,
    '23:30 in summer (22:30 UTC): still Tuesday',
    '2026-06-30T22:30:00Z',
    '2026-06-30',
    '2026-07-07',
    '2026-07-07',
    '2026-07-21',
    '2026-08-04',
  ],
  [
    8,
    '00:30 in summer (23:30 UTC the day before): it is Wednesday',
    '2026-06-30T23:30:00Z',
    '2026-07-01',
    '2026-07-08',
    '2026-07-08',
    '2026-07-22',
    '2026-08-05',
  ],
  [
    9,
    'one hour before clocks go forward, Sunday; Easter inside the period',
    '2026-03-29T00:30:00Z',
    '2026-03-29',
    '2026-04-07',
    '2026-04-07',
    '2026-04-21',
    '2026-05-06',
  ],
  [
    10,
    'first Monday of BST; Good Friday and Easter Monday inside',
    '2026-03-30T09:00:00Z',
    '2026-03-30',
    '2026-04-08',
    '2026-04-08',
    '2026-04-22',
    '2026-05-07',
  ],
  [11, 'received on Good Friday', '2026-04-03T09:00:00Z', '2026-04-03', '2026-04-13', '2026-04-13', '2026-04-27', '2026-05-12'],
  [
    12,
    'night clocks go back: 00:30 BST on Sunday 25 Oct (23:30 UTC Saturday)',
    '2026-10-24T23:30:00Z',
    '2026-10-25',
    '2026-10-30',
    '2026-10-30',
    '2026-11-13',
    '2026-11-27',
  ],
  [
    13,
    'same night, the second 01:30 (now GMT)',
    '2026-10-25T01:30:00Z',
    '2026-10-25',
    '2026-10-30',
    '2026-10-30',
    '2026-11-13',
    '2026-11-27',
  ],
  [
    14,
    'Christmas 2026: 25 Dec and substitute Mon 28 Dec; 26 Dec is a Saturday',
    '2026-12-18T09:00:00Z',
    '2026-12-18',
    '2026-12-29',
    '2026-12-29',
    '2027-01-13',
    '2027-01-27',
  ],
  [15, 'received on Christmas Eve', '2026-12-24T15:00:00Z', '2026-12-24', '2027-01-05', '2027-01-05', '2027-01-19', '2027-02-02'],
  [
    16,
    'received on Christmas Day: same dates as Christmas Eve',
    '2026-12-25T12:00:00Z',
    '2026-12-25',
    '2027-01-05',
    '2027-01-05',
    '2027-01-19',
    '2027-02-02',
  ],
  [
    17,
    'Christmas 2027: substitutes Mon 27 and Tue 28 Dec, and Mon 3 Jan 2028',
    '2027-12-22T09:00:00Z',
    '2027-12-22',
    '2027-12-31',
    '2027-12-31',
    '2028-01-17',
    '2028-01-31',
  ],
  [
    18,
    'State Funeral Mon 19 Sep 2022 (announced days before: recompute open cases)',
    '2022-09-12T09:00:00Z',
    '2022-09-12',
    '2022-09-20',
    '2022-09-20',
    '2022-10-04',
    '2022-10-18',
  ],
  [
    19,
    'Jubilee 2022: Mon 30 May is a working day; Thu 2 and Fri 3 June are not',
    '2022-05-27T09:00:00Z',
    '2022-05-27',
    '2022-06-07',
    '2022-06-07',
    '2022-06-21',
    '2022-07-05',
  ],
  [
    20,
    'Coronation Mon 8 May 2023 on top of Mon 1 May',
    '2023-04-28T09:00:00Z',
    '2023-04-28',
    '2023-05-09',
    '2023-05-09',
    '2023-05-23',
    '2023-06-07',
  ],
  [
    21,
    'VE Day 2020: Mon 4 May is a working day; Fri 8 May is not',
    '2020-04-27T09:00:00Z',
    '2020-04-27',
    '2020-05-04',
    '2020-05-04',
    '2020-05-19',
    '2020-06-03',
  ],
  [22, 'August bank holiday', '2026-08-28T09:00:00Z', '2026-08-28', '2026-09-07', '2026-09-07', '2026-09-21', '2026-10-05'],
  [
    23,
    'leap year: 29 Feb 2024 is a working Thursday',
    '2024-02-26T09:00:00Z',
    '2024-02-26',
    '2024-03-04',
    '2024-03-04',
    '2024-03-18',
    '2024-04-03',
  ],
  [
    24,
    'late acknowledgement (due 21 Dec, sent 23 Dec): breach recorded, response clock starts 23 Dec',
    '2026-12-14T09:00:00Z',
    '2026-12-14',
    '2026-12-21',
    '2026-12-23',
    '2027-01-11',
    '2027-01-25',
  ],
  [
    25,
    'acknowledged on a Saturday by an automatic email that says all an acknowledgement must say',
    '2026-11-21T18:00:00Z',
    '2026-11-21',
    '2026-11-27',
    '2026-11-21',
    '2026-12-04',
    '2026-12-18',
  ],
] as const;

describe('stage one: acknowledge within 5 working days of receipt, respond within 10 of the acknowledgement, extend by 10 at most', () => {
  it.each(stageOne)('%i: %s', (_, __, received, dayZero, acknowledgeBy, acknowledged, respondBy, extendedTo) => {
    const receivedOn = londonDateOf(instant(received)!);
    expect(receivedOn).toBe(dayZero);
    expect(dayAfter(receivedOn, 5)).toBe(acknowledgeBy);
    expect(dayAfter(localDate(acknowledged)!, 10)).toBe(respondBy);
    expect(dayAfter(localDate(respondBy)!, 10)).toBe(extendedTo);
  });
});

const stageTwo = [
  ['S2-1', 'over Christmas 2026', '2026-11-30T09:00:00Z', '2026-11-30', '2026-12-07', '2026-12-07', '2027-01-07', '2027-02-04'],
  [
    'S2-2',
    'over Easter 2026, acknowledged on day 2',
    '2026-03-16T09:00:00Z',
    '2026-03-16',
    '2026-03-23',
    '2026-03-18',
    '2026-04-17',
    '2026-05-18',
  ],
  ['S2-3', '23:30 BST on a Friday', '2026-07-31T22:30:00Z', '2026-07-31', '2026-08-07', '2026-08-07', '2026-09-07', '2026-10-05'],
] as const;

describe('stage two: acknowledge within 5 working days, respond within 20 of the acknowledgement, extend by 20 at most', () => {
  it.each(stageTwo)('%s: %s', (_, __, received, dayZero, acknowledgeBy, acknowledged, respondBy, extendedTo) => {
    const receivedOn = londonDateOf(instant(received)!);
    expect(receivedOn).toBe(dayZero);
    expect(dayAfter(receivedOn, 5)).toBe(acknowledgeBy);
    expect(dayAfter(localDate(acknowledged)!, 20)).toBe(respondBy);
    expect(dayAfter(localDate(respondBy)!, 20)).toBe(extendedTo);
  });
});

describe('months and inclusive periods', () => {
  it.each([
    ['M1: six months to ask for stage two', '2026-03-05', 6, '2026-09-05'],
    ['M2: six months where February has no 31st', '2026-08-31', 6, '2027-02-28'],
    ['M3: six months from 29 August into a common February', '2025-08-29', 6, '2026-02-28'],
    ['M4: six months from 30 August', '2024-08-30', 6, '2025-02-28'],
    ['M5: twelve months from knowing', '2025-03-02', 12, '2026-03-02'],
    ['M6: twelve months from knowing on 29 February', '2024-02-29', 12, '2025-02-28'],
    ['M7: a restriction of six months is reviewed', '2026-08-31', 6, '2027-02-28'],
    ['M8: twelve months to go to the Housing Ombudsman', '2026-02-27', 12, '2027-02-27'],
  ] as const)('%s', (_, from, months, last) => {
    expect(addMonths(writtenDate(from), months)).toBe(last);
  });

  it.each([
    ['M9', '2026-12-22', '2026-12-29', '2027-06-21'],
    ['M10, a bank holiday', '2026-08-31', '2026-09-03', '2027-02-28'],
  ] as const)(
    '%s: adult social care acknowledges in 3 working days and answers in 6 months commencing on receipt',
    (_, received, acknowledgeBy, answerBy) => {
      expect(dayAfter(writtenDate(received), 3)).toBe(acknowledgeBy);
      expect(lastOfMonthsBeginningWith(writtenDate(received), 6)).toBe(answerBy);
    },
  );

  it('M11: 21 days beginning with the homelessness decision', () => {
    expect(lastOfDaysBeginningWith(writtenDate('2026-12-10'), 21)).toBe('2026-12-30');
  });

  it('M12: 28 days beginning with service of a parking notice', () => {
    expect(lastOfDaysBeginningWith(writtenDate('2026-12-10'), 28)).toBe('2027-01-06');
  });

  it('M13: thirty days for a data protection complaint end on Christmas Day and roll over the holidays', () => {
    const thirtieth = lastOfDaysBeginningWith(writtenDate('2026-11-26'), 30);
    expect(thirtieth).toBe('2026-12-25');
    expect(rollForward(englandAndWales, thirtieth)).toBe('2026-12-29');
  });

  it("M14: three months beginning with the Ombudsman's report", () => {
    expect(lastOfMonthsBeginningWith(writtenDate('2026-01-31'), 3)).toBe('2026-04-30');
  });
});

describe("one case through the children's procedure", () => {
  it.each([
    ['stage 1 reply', '2026-03-02', 10, '2026-03-16'],
    ['stage 1 extended', '2026-03-16', 10, '2026-03-30'],
    ['asking for stage 2', '2026-03-16', 20, '2026-04-15'],
    ['stage 2 reply', '2026-04-07', 25, '2026-05-13'],
    ['stage 2 at most', '2026-04-07', 65, '2026-07-09'],
    ['asking for stage 3', '2026-07-08', 20, '2026-08-05'],
    ['panel', '2026-07-20', 30, '2026-09-01'],
    ['findings', '2026-09-01', 5, '2026-09-08'],
    ['reply to the panel', '2026-09-08', 15, '2026-09-29'],
  ] as const)('%s', (_, from, days, due) => {
    expect(dayAfter(writtenDate(from), days)).toBe(due);
  });
});
