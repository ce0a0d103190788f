import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { readDate } from '../../functions/contracts/form-dates.ts';
import { maybe, needed, readAnswers, typedText } from '../../functions/contracts/form-fields.ts';

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

describe('what nobody can see', () => {
  test.each(['\u200b\u200b', '\u2060 \ufeff\n', '\u3164', '\u2800\u00ad', '\ufe0f'])('counts as nothing: %j', (text) => {
    expect(typedText(new URLSearchParams({ words: text }), 'words')).toBe('');
  });

  test.each(['می‌خواهم', '👩‍👧', 'bin\u200b'])('stays where it stands among letters: %j', (text) => {
    expect(typedText(new URLSearchParams({ words: text }), 'words')).toBe(text);
  });
});

test('an answer that is missing from a hand-made post is asked for in words', () => {
  const form = z.object({
    kind: z.enum(['one', 'two'], 'Choose the kind'),
    words: needed('Say what happened'),
    also: maybe,
    plain: z.string(),
  });
  expect(readAnswers(form, {})).toEqual({
    errors: [
      { field: 'kind', text: 'Choose the kind' },
      { field: 'words', text: 'Say what happened' },
      { field: 'plain', text: 'Answer this question: it was missing from what was sent' },
    ],
  });
  expect(readAnswers(z.object({ roles: z.array(z.enum(['a'])) }), { roles: ['b'] })).toEqual({
    errors: [{ field: 'roles', text: 'Choose from the answers that the page offers' }],
  });
});
