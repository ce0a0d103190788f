import { type LocalDate, localDate } from '../calendar/local-date.ts';
import type { Reference } from '../cases/actor.ts';

/** Whose notices these are: a case's, or those of a London day of the desk, for what belongs to no case (ADR 0007). */
export type NoticeOwner = Reference | LocalDate;

export function isDay(owner: NoticeOwner): owner is LocalDate {
  return localDate(owner) !== undefined;
}
