import * as z from 'zod/mini';
import type { CaseEvent } from '../../domain/cases/event.ts';
import { storedEventVersion1 } from './case-event.ts';

const versioned = z.object({ v: z.int() });

/**
 * An event as any release stored it, in today's shape. Stored events are never rewritten: when their shape changes, the old
 * version's schema stays and its step to the next version is taken here.
 * Throws where the item is not an event, or comes from a newer release than this one.
 */
export function upcastEvent(stored: unknown): CaseEvent {
  const { v } = versioned.parse(stored);
  switch (v) {
    case 1:
      return storedEventVersion1.parse(stored);
    default:
      throw new Error(`event-of-unknown-version: ${v}`);
  }
}
