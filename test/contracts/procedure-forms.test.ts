import { describe, expect, test } from 'vitest';
import { readAcknowledgement, readResponse } from '../../functions/contracts/procedure-forms.ts';
import { writtenDate } from '../../functions/domain/calendar/local-date.ts';

const understanding = {
  definition: 'The lift is broken.',
  outcomesSought: 'A lift.',
  'point-1': 'The lift.',
  'ombudsman-1': 'HOS',
  'point-2': 'The stairs.',
};

test('whose each point is, somebody says (duty D15)', () => {
  expect(readAcknowledgement(new URLSearchParams(understanding))).toEqual({
    errors: [{ field: 'ombudsman-2', text: 'Choose the Ombudsman for point 2' }],
  });
  expect(readAcknowledgement(new URLSearchParams({ ...understanding, 'ombudsman-2': 'LGSCO' }))).toMatchObject({
    answers: {
      points: [
        { words: 'The lift.', ombudsman: 'HOS' },
        { words: 'The stairs.', ombudsman: 'LGSCO' },
      ],
    },
  });
});

describe('an answer whose words say the opposite of its decision', () => {
  const beside = { staff: [], today: writtenDate('2026-11-09') };
  const read = (outcome: string, decision: string, more: Record<string, string> = {}) =>
    readResponse(
      new URLSearchParams({
        decision,
        'outcome-1': outcome,
        'reasons-1': 'The log shows it.',
        affected: 'no',
        affectedOthers: 'Nobody.',
        ...more,
      }),
      beside,
    );

  test.each([
    ['not-upheld', 'We uphold your complaint.', '“Not upheld” is chosen, but the words say “we uphold”'],
    ['not-upheld', 'Your complaint is partly upheld.', '“Not upheld” is chosen, but the words say “we uphold”'],
    ['upheld', 'We don’t uphold your complaint.', '“Upheld” is chosen, but the words say “we do not uphold”'],
  ])('is asked about: %s, “%s”', (outcome, words, why) => {
    const errors = [{ field: 'saysOtherwise', text: `${why}. Change one of them, or tick that you mean it` }];
    expect(read(outcome, words)).toEqual({ errors });
    expect(read(outcome, 'Thank you.', { 'reasons-1': words })).toEqual({ errors });
    expect(read(outcome, words, { saysOtherwise: 'yes' })).toHaveProperty('answers.decision', words);
  });

  test.each([
    ['not-upheld', 'We do not uphold your complaint. You asked us to uphold it.'],
    ['upheld', 'We uphold your complaint, and are sorry.'],
    ['partly-upheld', 'We uphold the first part. We do not uphold the rest.'],
  ])('and is not where it says the same: %s, “%s”', (outcome, words) => {
    expect(read(outcome, words)).toHaveProperty('answers.decision', words);
  });
});
