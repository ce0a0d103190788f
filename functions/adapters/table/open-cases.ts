import * as z from 'zod/mini';
import type { LocalDate } from '../../domain/calendar/local-date.ts';
import type { QueueEntry } from '../../domain/desk/queue-entry.ts';
import { type Item, parseItem } from './codec.ts';
import { openIndex, queueCutAfter, queueUntil } from './keys.ts';
import { type Expression, queryItems, type Table } from './table.ts';

/** Our own limits: more parts wait for each other, and fewer entries are not worth a request of their own. */
const mostParts = 4;
const fewestInAPart = 250;

const placed = z.object({ openBy: z.string() });

/**
 * Reads open cases by what is due next, cases whose dates are unknown first; `dueBy` is included. What one reading of the whole queue saw makes the next
 * one quick, for as long as a function lives: the queue is cut into parts that are read at once, and an entry that reads as it did was parsed already.
 * A part begins where the one before it ends, so that wherever they are cut every case stands in one.
 */
export function createOpenCases(table: Table): (dueBy?: LocalDate) => Promise<readonly QueueEntry[]> {
  let cuts: readonly string[] = [];
  let parsed: ReadonlyMap<unknown, QueueEntry> = new Map();
  return async (dueBy) => {
    const asked = dueBy === undefined ? partsBetween(cuts) : [{ text: '#openBy < :end', values: { ':end': queueUntil(dueBy) } }];
    const [parts, { queueEntryOf }] = await Promise.all([
      Promise.all(asked.map((part) => queryItems(table, ofOpenCases(part), openIndex))),
      import('./case-items.ts'),
    ]);
    const items = parts.flat();
    const entries = items.map((item) => [item['queue'], parsed.get(item['queue']) ?? queueEntryOf(item)] as const);
    if (dueBy === undefined) {
      cuts = cutsOf(items);
      parsed = new Map(entries);
    }
    return entries.map(([, entry]) => entry);
  };
}

/** Where the parts of the next reading meet, so that each is as long as the others if nothing changes. */
function cutsOf(items: readonly Item[]): readonly string[] {
  const parts = Math.min(mostParts, Math.floor(items.length / fewestInAPart));
  const inAPart = Math.ceil(items.length / Math.max(1, parts));
  return items.filter((_, index) => index > 0 && index % inAPart === 0).map((item) => queueCutAfter(parseItem(placed, item).openBy));
}

/** Everything before the first cut, between each and the next, and after the last. */
function partsBetween(cuts: readonly string[]): readonly (Expression | undefined)[] {
  const [first] = cuts;
  const last = cuts.at(-1);
  if (first === undefined || last === undefined) return [undefined];
  return [
    { text: '#openBy < :end', values: { ':end': first } },
    ...cuts.slice(1).map((end, index) => ({ text: '#openBy BETWEEN :from AND :end', values: { ':from': cuts[index], ':end': end } })),
    { text: '#openBy > :from', values: { ':from': last } },
  ];
}

function ofOpenCases(part: Expression | undefined): Expression {
  return { text: ['#open = :open', ...(part ? [part.text] : [])].join(' AND '), values: { ...part?.values, ':open': 'open' } };
}
