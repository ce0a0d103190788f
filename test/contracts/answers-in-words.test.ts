import { describe, expect, test } from 'vitest';
import { relationshipInWords, telephoneInWords, wordsOfAnswers } from '../../functions/contracts/answers-in-words.ts';
import { type ComplaintAnswers, readComplaint, typedComplaint } from '../../functions/contracts/complaint-form.ts';
import { writtenDate } from '../../functions/domain/calendar/local-date.ts';
import { suggest } from '../../functions/domain/triage/engine.ts';

const today = writtenDate('2026-12-18');

/** The answers of a form that was filled in with these fields. */
function answersOf(fields: Readonly<Record<string, string | readonly string[]>>): ComplaintAnswers {
  const form = new URLSearchParams(Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one])));
  const read = readComplaint(typedComplaint(form), today);
  if ('errors' in read) throw new Error(read.errors.map(({ problem }) => problem).join());
  return read.answers;
}

describe('the words of a complaint', () => {
  test('are what happened, unchanged, where nothing else was said', () => {
    expect(wordsOfAnswers(answersOf({ whatHappened: 'My bin was missed.' }))).toBe('My bin was missed.');
  });

  test('go on with the effect and with what was told before, each by its name', () => {
    const answers = answersOf({
      whatHappened: 'My bin was missed.',
      impact: 'Rats came.',
      before: 'yes',
      earlierReference: 'LBC-2026-000123',
      earlierDetails: 'In May. You said soon.',
    });
    expect(wordsOfAnswers(answers)).toBe(
      'My bin was missed.\n\nHow it has affected me: Rats came.\n\nReported before: yes, LBC-2026-000123. In May. You said soon.',
    );
  });

  test('tell that it is new, and that a reference without a “yes” is one', () => {
    expect(wordsOfAnswers(answersOf({ whatHappened: 'Noise.', before: 'no' }))).toBe('Noise.\n\nReported before: no.');
    expect(wordsOfAnswers(answersOf({ whatHappened: 'Noise.', earlierReference: 'CRM 12' }))).toBe(
      'Noise.\n\nReported before: yes, CRM 12.',
    );
  });

  test('are read by triage whole: harm that stands only in the effect is seen, where it stands', () => {
    const text = wordsOfAnswers(
      answersOf({ whatHappened: 'The carer did not come.', impact: 'My mother was hit by her carer and is in danger.' }),
    );
    const { flags, why } = suggest({ channel: 'web', text, receivedOn: today });
    expect(flags).toContain('safeguarding');
    for (const { quote, start, end } of why.filter((found) => found.in === 'text')) expect(text.slice(start, end)).toBe(quote);
    expect(why.some(({ start }) => start > text.indexOf('How it has affected me'))).toBe(true);
  });
});

describe('when they first knew', () => {
  test.each([
    [
      { 'firstKnown-month': '9', 'firstKnown-year': '2026' },
      { firstKnown: '2026-09-30', firstKnownTo: 'month' },
    ],
    [
      { 'firstKnown-month': 'February', 'firstKnown-year': '2024' },
      { firstKnown: '2024-02-29', firstKnownTo: 'month' },
    ],
    [
      { 'firstKnown-month': '12', 'firstKnown-year': '2026' },
      { firstKnown: '2026-12-18', firstKnownTo: 'month' },
    ],
    [
      { 'firstKnown-day': '3', 'firstKnown-month': '9', 'firstKnown-year': '2026' },
      { firstKnown: '2026-09-03', firstKnownTo: undefined },
    ],
  ])('%j is the latest day that it can mean', (fields, expected) => {
    const { firstKnown, firstKnownTo } = answersOf({ whatHappened: 'Noise.', ...fields });
    expect({ firstKnown, firstKnownTo }).toEqual(expected);
  });
});

describe('how it is safe to reach them', () => {
  test('stands with the number, whatever reads it', () => {
    const telephone = '01632 960 000';
    expect(telephoneInWords({ telephone, telephoneFor: ['call', 'message'] })).toBe('01632 960 000 (safe: calls, no texts, voicemail)');
    expect(telephoneInWords({ telephone })).toBe(telephone);
    expect(telephoneInWords({ telephoneFor: ['call'] })).toBeUndefined();
  });

  test('is not asked of a number that was not ticked', () => {
    const answers = answersOf({ whatHappened: 'Noise.', telephone: '01632 960 000', telephoneFor: 'text' });
    expect([answers.telephone, answers.telephoneFor]).toEqual([undefined, undefined]);
  });
});

test('what gives somebody the right to speak for another is said as theirs to say', () => {
  expect(relationshipInWords({ relationship: 'I am her son', authority: 'parent' })).toBe(
    'I am her son; they say: their parent or guardian',
  );
  expect(relationshipInWords({ authority: 'not-yet' })).toBe('they say: nothing yet');
  expect(relationshipInWords({})).toBeUndefined();
});
