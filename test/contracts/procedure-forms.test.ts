import { expect, test } from 'vitest';
import { readAcknowledgement } from '../../functions/contracts/procedure-forms.ts';

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
