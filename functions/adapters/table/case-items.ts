import * as z from 'zod/mini';
import type { QueueEntry, StoredCase } from '../../app/ports.ts';
import { storedStateItem } from '../../contracts/stored/case-state.ts';
import { storedContactKey } from '../../contracts/stored/contact.ts';
import { exactly } from '../../contracts/stored/exactly.ts';
import { storedQueueEntry } from '../../contracts/stored/queue-entry.ts';
import { upcastEvent } from '../../contracts/stored/upcast-event.ts';
import type { CaseEvent } from '../../domain/cases/case.ts';
import type { ContactKey } from '../../domain/intake/contact.ts';
import { type Item, parseItem, readItem } from './codec.ts';

/** The item with the snapshot of a case. */
export const storedCase = exactly<StoredCase>()(storedStateItem);

const queueItem = z.object({ queue: exactly<QueueEntry>()(storedQueueEntry) });

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
