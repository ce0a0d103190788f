import type { Instant, LocalDate } from '../calendar/local-date.ts';
import type { Officer } from '../cases/actor.ts';

/** That somebody opened a case on one London date, from when until when, and how often (ADR 14). */
export type Look = {
  readonly on: LocalDate;
  readonly by: Officer;
  readonly first: Instant;
  readonly last: Instant;
  readonly times: number;
};
