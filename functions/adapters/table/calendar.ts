import type { CalendarStore, CalendarWalk } from '../../app/ports.ts';
import { exactly } from '../../contracts/stored/exactly.ts';
import type { Addition } from '../../domain/calendar/working-days.ts';
import type { Proclaimed } from '../../domain/registers/bank-holidays.ts';
import { type Item, parseItem } from './codec.ts';
import { calendarPartition, calendarWalkKey, holidayKey, holidayListKey, holidayPrefix } from './keys.ts';
import { type Expression, getItem, ifAbsent, putItem, queryItems, type Table, type Write, writeTogether } from './table.ts';

/**
 * Bank holidays proclaimed late: a few items in a partition of their own. Their shapes are loaded for the first of them: a function that starts where none
 * was ever proclaimed never builds them.
 */
export function createCalendarStore(table: Table): CalendarStore {
  return {
    additions: () => additions(table),
    proclaimed: () => proclaimed(table),
    propose: (proposal) => propose(table, proposal),
    decide: (judged) => decide(table, judged),
    walk: () => walk(table),
    rememberWalk: async (walk) => {
      await putItem(table, { ...calendarWalkKey, ...walk });
    },
  };
}

async function additions(table: Table): Promise<readonly Addition[]> {
  return additionsOf(await getItem(table, holidayListKey));
}

/** One small item holds them all, in their order. */
export async function additionsOf(item: Item | undefined): Promise<readonly Addition[]> {
  if (!item) return [];
  const { storedAdditions } = await import('../../contracts/stored/bank-holidays.ts');
  return parseItem(storedAdditions, item).additions;
}

async function proclaimed(table: Table): Promise<readonly Proclaimed[]> {
  const days: Expression = {
    text: '#pk = :calendar AND begins_with(#sk, :holiday)',
    values: { ':calendar': calendarPartition, ':holiday': holidayPrefix },
  };
  const [items, { storedProclaimed }] = await Promise.all([queryItems(table, days), import('../../contracts/stored/bank-holidays.ts')]);
  return items.map((item) => parseItem(storedProclaimed, item));
}

async function walk(table: Table): Promise<CalendarWalk | undefined> {
  const item = await getItem(table, calendarWalkKey);
  if (!item) return undefined;
  const { storedCalendarWalk } = await import('../../contracts/stored/bank-holidays.ts');
  return parseItem(exactly<CalendarWalk>()(storedCalendarWalk), item);
}

async function propose(table: Table, proposal: Proclaimed): Promise<'proposed' | 'overtaken'> {
  const condition: Expression = { text: 'attribute_not_exists(#pk) OR #standing.#kind = :rejected', values: { ':rejected': 'rejected' } };
  const written = await putItem(table, { ...holidayKey(proposal.date), ...proposal }, condition);
  return written === 'written' ? 'proposed' : 'overtaken';
}

/** The proposal must stand as it was read, and the list must be the one that the number follows. */
async function decide(table: Table, judged: Proclaimed): Promise<'decided' | 'overtaken'> {
  const verdict: Write = {
    what: 'holiday',
    item: { ...holidayKey(judged.date), ...judged },
    condition: {
      text: '#standing.#kind = :proposed AND #proposedAt = :at',
      values: { ':proposed': 'proposed', ':at': judged.proposedAt },
    },
  };
  const written = await writeTogether(table, [verdict, ...(await listWith(table, judged))]);
  return written === 'written' ? 'decided' : 'overtaken';
}

async function listWith(table: Table, { date, name, standing }: Proclaimed): Promise<readonly Write[]> {
  if (standing.kind !== 'approved') return [];
  const { number, at } = standing;
  const before = await additions(table);
  const item = { ...holidayListKey, number, additions: [...before, { date, name, number, at }] };
  const condition: Expression = number === 1 ? ifAbsent : { text: '#number = :before', values: { ':before': number - 1 } };
  return [{ what: 'list', item, condition }];
}
