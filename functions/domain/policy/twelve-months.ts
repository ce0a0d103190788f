import { addMonths, type LocalDate } from '../calendar/local-date.ts';

/** From the day on which it had happened and was known, whichever is later (policy section 3; both Complaint Handling Codes 2.2). */
const complaintMonths = { months: 12, source: 'policy section 3; both Complaint Handling Codes 2.2' } as const;

/** The last day on which a complaint about it is in time beyond doubt: that day itself is in time. A problem that goes on is never out of time. */
export function lastDayInTime(knownOn: LocalDate): LocalDate {
  return addMonths(knownOn, complaintMonths.months);
}
