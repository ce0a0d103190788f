import { hasRole, isAway, type StaffMember } from '../../staff/staff-member.ts';
import { standIns } from '../../staff/standing-in.ts';
import type { CaseState } from '../case.ts';
import type { Setting } from '../decision.ts';
import { deputyOf } from './allocating.ts';
import { mayNotTakePart } from './taking-part.ts';

// What only the Head of Customer Service and Complaints decides. While the Head is away, or takes no part in the case, a deputy decides: a missed
// day waits for nobody (duties D22, D25 and D29).

/** The Head, or a deputy of a Head who cannot. Whether they may take part themselves is asked before (`taking-part.ts`). */
export function actsAsHead(state: CaseState, { by, staff, today }: Pick<Setting, 'by' | 'staff' | 'today'>): boolean {
  if (by.kind !== 'officer') return false;
  if (hasRole(staff, by.subject, 'head-of-complaints')) return true;
  return heads(staff).some(
    (head) =>
      cannot(state, head, today) &&
      (head.deputies?.includes(by.subject) || standIns(head, staff, today).some(({ subject }) => subject === by.subject)),
  );
}

/** Who is to hear of what the Head decides: each Head, or the deputy who stands in for one who cannot. Empty where nobody is recorded. */
export function whoActsAsHead(state: CaseState, staff: readonly StaffMember[], today: Setting['today']): readonly StaffMember[] {
  const acting = heads(staff).flatMap((head) => (cannot(state, head, today) ? (deputyOf(state, head, staff, today) ?? []) : head));
  return [...new Map(acting.map((one) => [one.subject, one])).values()];
}

function heads(staff: readonly StaffMember[]): readonly StaffMember[] {
  return staff.filter(({ subject }) => hasRole(staff, subject, 'head-of-complaints'));
}

function cannot(state: CaseState, head: StaffMember, today: Setting['today']): boolean {
  return isAway(head, today) || mayNotTakePart(state, head.subject) !== undefined;
}
