import type { CaseFile, StoredCase } from '../../app/ports.ts';
import type { Reference } from '../../domain/cases/actor.ts';
import type { Item } from './codec.ts';
import { contactsOf } from './contacts.ts';
import { casePartition, kindOf, stateKey } from './keys.ts';
import { StoreFault } from './store-fault.ts';
import { getItem, queryItems, type Table } from './table.ts';

export async function loadCase(table: Table, reference: Reference): Promise<StoredCase | undefined> {
  const [item, { caseOf }] = await Promise.all([getItem(table, stateKey(reference)), import('./case-items.ts')]);
  return item && caseOf(item);
}

const mostReadings = 4;

/**
 * The case with everything beside it. A query is consistent item by item, not as a whole: where a change was stored while we read, the
 * snapshot and the number of events disagree, and the case is read again. Throws `case-incomplete` when they never agree.
 */
export async function loadFile(table: Table, reference: Reference): Promise<CaseFile | undefined> {
  for (let reading = 1; reading <= mostReadings; reading += 1) {
    const [items, { caseOf, eventOf, contactKeyOf, noticeOf, alertOf }] = await Promise.all([
      queryItems(table, { text: '#pk = :pk', values: { ':pk': casePartition(reference) } }),
      import('./case-items.ts'),
    ]);
    const of = (kind: string): readonly Item[] => items.filter(({ sk }) => kindOf(sk) === kind);
    const [state] = of('STATE');
    if (!state) return undefined;
    const stored = caseOf(state);
    const events = of('EVENT').map(eventOf);
    if (events.length !== stored.state.eventCount) continue;
    const contacts = await contactsOf(
      table,
      of('CONTACT')
        .filter((link) => !('movedTo' in link))
        .map(contactKeyOf),
    );
    return {
      ...stored,
      events,
      contacts: contacts.map(({ contact }) => contact),
      notices: of('NOTICE').map(noticeOf),
      alerts: of('ALERT').map(alertOf),
    };
  }
  throw new StoreFault('case-incomplete', `the events of ${reference} do not add up to its snapshot`);
}
