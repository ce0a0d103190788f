import { englandAndWales } from '../../domain/calendar/england-and-wales.ts';
import { inWords, type LocalDate } from '../../domain/calendar/local-date.ts';
import { isWorkingDay } from '../../domain/calendar/working-days.ts';
import type { CaseEvent, EventData } from '../../domain/cases/event.ts';

/** The days on which we promise something to the person. */
function promisedIn(fact: EventData): readonly LocalDate[] {
  switch (fact.type) {
    case 'service-request-recorded':
      return [fact.promisedBy];
    case 'remedy-promised':
      return [fact.remedy.due];
    case 'remedy-date-changed':
      return [fact.due];
    case 'responded':
      return (fact.remedies ?? []).map(({ due }) => due);
    default:
      return [];
  }
}

/**
 * Said after a promise for a day on which nobody works; undefined where there is none. A hint beside what was done: a bank holiday that was proclaimed
 * late is not in the list that it reads.
 */
export function noWorkingDay(events: readonly CaseEvent[]): string | undefined {
  const days = [...new Set(events.flatMap(promisedIn))].filter((day) => !isWorkingDay(englandAndWales, day));
  if (days.length === 0) return undefined;
  return `You promised something by ${days.map(inWords).join(' and ')}, which is no working day: make sure that somebody does it then, or before`;
}
