import { describe, expect, test } from 'vitest';
import { dateProblemInWords, readDate, readDay, readOptionalDay, typedDate } from '../../functions/contracts/form-dates.ts';
import { writtenDate } from '../../functions/domain/calendar/local-date.ts';

const typed = (day: string, month: string, year: string) => readDate({ day, month, year }, 'The date');

describe('a date', () => {
  test.each(['9', '09', 'sep', 'Sept', 'sept.', 'September', 'SEPTEMBER'])('has its month as people type it: %s', (month) => {
    expect(typed('3', month, '2026')).toEqual({ date: '2026-09-03' });
  });

  test.each(['ma', 'septembre', 'may day', '13'])('has no month called %s', (month) => {
    expect(typed('3', month, '2026')).toEqual({ wrong: 'The date must be a real date, like 27 3 2026' });
  });

  test.each(['26', '226', '02026'])('needs a year of four digits, and %s is none', (year) => {
    expect(typed('3', '9', year)).toEqual({ wrong: 'The date must have a year with 4 numbers, like 2026' });
  });
});

test.each([
  ['২৭', '৩', '২০২৬'],
  ['۲۷', '۳', '۲۰۲۶'],
])('a date is read from the digits of other keyboards: %s %s %s', (day, month, year) => {
  const form = new URLSearchParams({ 'on-day': day, 'on-month': month, 'on-year': year });
  expect(readDate(typedDate(form, 'on'), 'The date')).toEqual({ date: '2026-03-27' });
});

test('what is wrong with a date is told apart also where its field’s name stands before it', () => {
  const told = (['NoDay', 'NoMonth', 'NoDayOrMonth', 'NoMonthOrYear'] as const).map((name) =>
    dateProblemInWords(`firstKnown${name}`, 'The date they first knew').replace('The date they first knew must include ', ''),
  );
  expect(told).toEqual(['a day', 'a month', 'a day and a month', 'a month and a year']);
});

describe('the days that an answer may name', () => {
  const today = writtenDate('2026-03-27');
  const form = (day: string) => new URLSearchParams({ 'on-day': day, 'on-month': '3', 'on-year': '2026' });
  const wrong = (text: string) => ({ errors: [{ field: 'on', text }] });

  test.each([
    ['until today', { until: today }, '27', '28', 'The date must be today or in the past'],
    ['from today', { from: today }, '27', '26', 'The date must be today or later'],
    ['after today', { after: today }, '28', '27', 'The date must be in the future'],
  ] as const)('%s', (_, limit, within, outside, text) => {
    expect(readDay(form(within), 'on', 'Enter the date', limit)).toEqual({ answers: `2026-03-${within}` });
    expect(readDay(form(outside), 'on', 'Enter the date', limit)).toEqual(wrong(text));
  });

  test('none is an answer only where it may be left out', () => {
    expect(readDay(new URLSearchParams(), 'on', 'Enter the date')).toEqual(wrong('Enter the date'));
    expect(readOptionalDay(new URLSearchParams(), 'on')).toEqual({ answers: undefined });
  });
});
