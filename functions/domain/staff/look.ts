import type { Instant, LocalDate } from '../calendar/local-date.ts';
import type { Officer, Reference } from '../cases/actor.ts';
import type { ContactKey } from '../intake/contact.ts';

/** What was looked at. */
export type LookedAt = Reference | ContactKey;

/**
 * That somebody opened a case, or a message that stands in none, on one London date, from when until when, and how often (ADR 14). Whatever they open
 * within one hour of London's clock is one visit: who fills in four forms has looked once.
 */
export type Look = {
  readonly on: LocalDate;
  readonly by: Officer;
  readonly first: Instant;
  readonly last: Instant;
  readonly visits: number;
};
