import type { CaseInView } from '../staff/authority.ts';
import type { StaffMember } from '../staff/staff-member.ts';
import type { QueueEntry } from './queue-entry.ts';

/** What authority is judged by, of a case as its queue entry has it. Entries of releases 1 to 3 know their officer by name alone, until they change. */
export function entryInView(entry: QueueEntry, staff: readonly StaffMember[]): CaseInView {
  const { service, alsoServices = [], officer, officerSubject, others = [], about = [], barred = [], restrictedTo } = entry;
  return {
    services: [service, ...alsoServices],
    officer: officerSubject ?? (officer && staff.find(({ name }) => name === officer)?.subject),
    others,
    about,
    barred,
    restrictedTo,
  };
}
