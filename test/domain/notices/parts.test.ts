import { expect, test } from 'vitest';
import { luton } from '../../../council/luton.ts';
import { writtenDate } from '../../../functions/domain/calendar/local-date.ts';
import { officerInWords } from '../../../functions/domain/notices/parts.ts';
import { asha } from '../../support/case-story.ts';

test('a letter is signed by where its officer works, and never by “another council service”', () => {
  const allocation = { officer: asha, on: writtenDate('2026-12-14') };
  const signed = (service: 'waste' | 'other', member: object = {}) =>
    officerInWords({ ...allocation, service }, { council: luton, staff: [{ ...asha, ...member }] });
  expect(signed('waste')).toBe('Asha Example, Waste and recycling, Luton Council');
  expect(signed('waste', { team: 'Waste collections, east' })).toBe('Asha Example, Waste collections, east, Luton Council');
  expect(signed('other')).toBe('Asha Example, Luton Council');
  expect(signed('waste', { roles: ['complaints-team'] })).toBe(`Asha Example, ${luton.complaints.teamName}, Luton Council`);
  expect(signed('other', { roles: ['complaints-team'] })).toBe(`Asha Example, ${luton.complaints.teamName}, Luton Council`);
});
