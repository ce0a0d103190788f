import { expect, test } from 'vitest';
import { at, caseOf, given, received } from '../../support/case-story.ts';

const friday = received('2026-12-18T09:00:00Z');
const recorded = at('2026-12-18T10:00:00Z', { type: 'crm-reference-recorded', crmReference: 'CRM-104-2217' });
const command = (crmReference?: string) => ({ type: 'record-crm-reference', crmReference }) as const;

test('what the contact centre calls it is recorded, changed and taken away again', () => {
  given(friday)
    .when(command(' CRM-104-2217 '), '2026-12-18T10:00:00Z')
    .yields({ type: 'crm-reference-recorded', crmReference: 'CRM-104-2217' });
  expect(caseOf(friday, recorded).crmReference).toBe('CRM-104-2217');
  given(friday, recorded).when(command('CRM-9'), '2026-12-18T11:00:00Z').yields({ type: 'crm-reference-recorded', crmReference: 'CRM-9' });
  given(friday, recorded).when(command(''), '2026-12-18T11:00:00Z').yields({ type: 'crm-reference-recorded', crmReference: undefined });
});

test('the same again, and nothing in place of nothing, is no event', () => {
  given(friday, recorded).when(command('CRM-104-2217'), '2026-12-18T11:00:00Z').refused('That reference is recorded already.');
  given(friday)
    .when(command(), '2026-12-18T10:00:00Z')
    .refused(/nothing to take away/);
});

test.each(['rosa@resident.example', 'She rang on Friday, and was very upset about it all, see notes', '<b>', '-', 'x'.repeat(41)])(
  'an address or a sentence is no reference: %s',
  (typed) => {
    given(friday)
      .when(command(typed), '2026-12-18T10:00:00Z')
      .refused(/letters and digits/);
  },
);
