import type { AbsentQueue } from '../../app/list-queue.ts';
import { inShort, inWords, type LocalDate } from '../../domain/calendar/local-date.ts';
import { paths } from '../paths.ts';
import { deadlineNames, dueTag } from './words.ts';

/** The open cases of somebody absent, as their deputy sees them above their own queue. */
export function absentQueueView({ absent, entries }: AbsentQueue, today: LocalDate) {
  return {
    name: absent.name,
    until: absent.awayUntil && inWords(absent.awayUntil),
    cases: entries.map(({ reference, complainant, nextDue }) => ({
      href: paths.case(reference),
      reference,
      complainant: complainant ?? 'No name given',
      due: nextDue && `${deadlineNames[nextDue.kind]}, ${inShort(nextDue.on)}`,
      tag: nextDue && dueTag(nextDue.on, today),
    })),
  };
}
