import type { Visitor } from './visitor.ts';

/** On a case page: whoever looks into it spoke with the person on that London date. Without it no response goes out (duty D20). */
export async function recordContact(officer: Visitor, on: string): Promise<void> {
  const [year = '', month = '', day = ''] = on.split('-');
  await officer.submit('/record-contact', {
    'on-day': day,
    'on-month': month,
    'on-year': year,
    how: 'telephone',
    outcome: 'spoke',
    note: 'We talked about what happened and what they would like.',
  });
}
