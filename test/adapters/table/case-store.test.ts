import { afterAll } from 'vitest';
import { createCaseStore } from '../../../functions/adapters/table/case-store.ts';
import { type ComplaintsTable, complaintsTable } from '../../support/complaints-table.ts';
import { memoryCaseStore } from '../../support/memory-case-store.ts';
import { caseStoreContract } from './case-store-contract.ts';

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

caseStoreContract('in memory', async () => memoryCaseStore());
caseStoreContract('in DynamoDB', async () => createCaseStore({ ...(await emptyTable()), personKey }));
