import type { LocalDate } from '../calendar/local-date.ts';
import { isAway, type StaffMember, staffMember } from './staff-member.ts';

// Who does somebody's work while they cannot: nobody's queue is ever without a person (duty D35).

/**
 * Everybody who could stand in on that day, nearest first: their own deputies in their order, then the deputies of those who are away themselves, and
 * so on. Whoever `may` not is passed over, and so are their deputies: somebody in conflict chooses nobody. A circle ends where it began.
 */
export function standIns(
  absent: StaffMember,
  staff: readonly StaffMember[],
  today: LocalDate,
  may: (deputy: StaffMember) => boolean = () => true,
): readonly StaffMember[] {
  const seen = new Set([absent.subject]);
  const found: StaffMember[] = [];
  let asked: readonly StaffMember[] = [absent];
  while (asked.length > 0) {
    const named: StaffMember[] = [];
    for (const subject of asked.flatMap(({ deputies = [] }) => deputies)) {
      const deputy = seen.has(subject) ? undefined : staffMember(staff, subject);
      seen.add(subject);
      if (deputy && may(deputy)) named.push(deputy);
    }
    found.push(...named.filter((deputy) => !isAway(deputy, today)));
    asked = named.filter((deputy) => isAway(deputy, today));
  }
  return found;
}

/** Who of the absent has this person to stand in for them on that day, by name of the directory's order. */
export function standsInFor(subject: string, staff: readonly StaffMember[], today: LocalDate): readonly StaffMember[] {
  return standsInOn(staff, today)(subject);
}

/** The same, to ask it of many people: the absent and their deputies are found once. */
export function standsInOn(staff: readonly StaffMember[], today: LocalDate): (subject: string) => readonly StaffMember[] {
  const absences = staff
    .filter((member) => isAway(member, today))
    .map((absent) => ({ absent, by: new Set(standIns(absent, staff, today).map((deputy) => deputy.subject)) }));
  return (subject) => absences.filter(({ absent, by }) => absent.subject !== subject && by.has(subject)).map(({ absent }) => absent);
}
