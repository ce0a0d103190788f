import { storedOfficer } from '../../contracts/stored/officer.ts';
import type { Officer } from '../../domain/cases/actor.ts';
import { parseItem } from './codec.ts';
import { officerKey, staffPartition } from './keys.ts';
import { putItem, queryItems, type Table } from './table.ts';

/** Officers who have signed in, by name. A council has hundreds: one partition holds them all. */
export async function staff(table: Table): Promise<readonly Officer[]> {
  const items = await queryItems(table, { text: '#pk = :staff', values: { ':staff': staffPartition } });
  return items.map((item) => parseItem(storedOfficer, item)).sort((one, other) => one.name.localeCompare(other.name, 'en-GB'));
}

/** The latest sign-in says what they are called and where they are written to. */
export async function rememberOfficer(table: Table, officer: Officer): Promise<void> {
  await putItem(table, { ...officerKey(officer.subject), ...officer });
}
