import { addMonths, type LocalDate } from '../calendar/local-date.ts';
import { type Calendar, rollForward } from '../calendar/working-days.ts';

/** Typical, and a ground to consider after it, never a bar by itself (policy section 6). */
const stageTwoMonths = { months: 6, source: 'policy section 6' } as const;

/**
 * The last day on which stage two is asked for in time, where the response arrived on `arrivedOn`: that day itself is in time, and so is the next
 * working day where it is none.
 */
export function lastDayForStageTwo(calendar: Calendar, arrivedOn: LocalDate): LocalDate {
  const lastDay = addMonths(arrivedOn, stageTwoMonths.months);
  const rolled = rollForward(calendar, lastDay);
  return typeof rolled === 'string' ? rolled : lastDay;
}
