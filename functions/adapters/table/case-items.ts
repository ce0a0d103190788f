import * as z from 'zod/mini';
import type { NoticeRecord, SpokenAlert, StoredCase } from '../../app/ports.ts';
import { storedAlertItem } from '../../contracts/stored/alert.ts';
import { storedStateItem } from '../../contracts/stored/case-state.ts';
import { storedContactKey } from '../../contracts/stored/contact.ts';
import { exactly } from '../../contracts/stored/exactly.ts';
import { storedNoticeItem } from '../../contracts/stored/notice.ts';
import { storedQueueEntry } from '../../contracts/stored/queue-entry.ts';
import { upcastEvent } from '../../contracts/stored/upcast-event.ts';
import type { Instant } from '../../domain/calendar/local-date.ts';
import type { CaseEvent } from '../../domain/cases/event.ts';
import type { QueueEntry } from '../../domain/desk/queue-entry.ts';
import type { ContactKey } from '../../domain/intake/contact.ts';
import { type Item, parseItem, readItem } from './codec.ts';

// How the items of a case are read. These are most of all stored schemas, so everybody loads this file while the first items are on their way from
// the table: a start that reads no case never builds them.

const storedCase = exactly<StoredCase>()(storedStateItem);

/** The snapshot of a case: as text since release 6, for the same reason as the entry of the queue. Before, a map. */
export function caseOf(item: Item): StoredCase {
  return readItem(({ version, state }) => storedCase.parse({ version, state: fromText(state) }), item);
}

/** As text since release 4: two thousand entries are read for one page, and the SDK takes most of its time over maps. Before, a map. */
const queueItem = z.object({ queue: z.pipe(z.transform(fromText), exactly<QueueEntry>()(storedQueueEntry)) });

/** What stands as JSON, and anything else as it is. What the parser has to say of unreadable text would repeat it. */
function fromText(stored: unknown): unknown {
  if (typeof stored !== 'string') return stored;
  try {
    return JSON.parse(stored);
  } catch {
    return undefined;
  }
}

export function eventOf(item: Item): CaseEvent {
  return readItem(({ event }) => upcastEvent(event), item);
}

/** Which contact a link from its case means. */
export function contactKeyOf(item: Item): ContactKey {
  return parseItem(storedContactKey, item);
}

export function queueEntryOf(item: Item): QueueEntry {
  return parseItem(queueItem, item).queue;
}

const noticeRecord = exactly<NoticeRecord>()(storedNoticeItem);

export function noticeOf(item: Item): NoticeRecord {
  return parseItem(noticeRecord, item);
}

const alertItem = exactly<SpokenAlert & { readonly at: Instant }>()(storedAlertItem);

export function alertOf(item: Item): SpokenAlert {
  const { deadline, about, kind, on } = parseItem(alertItem, item);
  return { deadline, ...(about !== undefined && { about }), kind, on };
}
