import { afterAll, expect, test } from 'vitest';
import { createCaseStore } from '../../../functions/adapters/table/case-store.ts';
import { londonDateOf } from '../../../functions/domain/calendar/local-date.ts';
import type { Reference } from '../../../functions/domain/cases/actor.ts';
import { type ComplaintsTable, complaintsTable } from '../../support/complaints-table.ts';
import { memoryCaseStore } from '../../support/memory-case-store.ts';
import { caseStoreContract } from './case-store-contract.ts';
import { contact, nextChange, openingChange, read, received } from './examples.ts';

const personKey = ({ kind, value }: { kind: string; value: string }) => Buffer.from(`${kind} ${value}`).toString('base64url');

const opened: ComplaintsTable[] = [];
async function emptyTable(): Promise<ComplaintsTable> {
  const table = await complaintsTable(`store${opened.length}`);
  opened.push(table);
  return table;
}
afterAll(() => {
  for (const { client } of opened) client.destroy();
});

test('after a rotation of the secret, cases and words that were written under the previous key are found', async () => {
  const table = await emptyTable();
  const before = createCaseStore({ ...table, personKey });
  const rotated = createCaseStore({ ...table, personKey: (detail) => `new-${personKey(detail)}`, previousPersonKey: personKey });
  const reference = 'LBC-2026-000001' as Reference;
  const text = 'Nobody has emptied the brown bin in front of our house since the first week of November, and we rang twice.';
  await before.save(openingChange(reference, { contact: contact({ text, from: { email: 'rowan@example.org' } }) }));
  const recorded = { ...read('crm'), type: 'crm-reference-recorded', crmReference: 'CRM-1042217' } as const;
  await before.save(nextChange(reference, 2, { state: { ...received(reference, 2), crmReference: 'CRM-1042217' }, events: [recorded] }));
  expect(await rotated.casesOfPerson({ email: 'rowan@example.org' })).toEqual([reference]);
  expect(await rotated.casesOfPerson({ crmReference: 'CRM-1042217' })).toEqual([reference]);
  const { channel, id, loggedAt } = contact({});
  expect(await rotated.contactsThatSay(text, { today: londonDateOf(loggedAt), weeks: 1, most: 5 })).toEqual([{ channel, id }]);
});

caseStoreContract('in memory', async () => memoryCaseStore());
caseStoreContract('in DynamoDB', async () => createCaseStore({ ...(await emptyTable()), personKey }));
