import type { LocalDate } from '../calendar/local-date.ts';
import type { Officer } from '../cases/actor.ts';
import type { Service } from '../triage/suggestion.ts';

/** What somebody is beside an investigator: the policy and the duties name these (policy section 5; duties D25, D29, D30). */
export const staffRoles = ['complaints-team', 'head-of-complaints', 'director', 'equality-co-ordinator', 'monitoring-officer'] as const;
export type StaffRole = (typeof staffRoles)[number];

/** Somebody who has signed in, with what the Head of Customer Service and Complaints recorded of them (decision 31). */
export type StaffMember = Officer & {
  readonly roles?: readonly StaffRole[];
  /** The services for which they investigate. */
  readonly services?: readonly Service[];
  /** The most they may offer by themselves, in pence (policy section 5: authority to resolve disputes). Without it, nothing. */
  readonly remedyLimit?: number;
  /** London date of their last training in complaint handling. */
  readonly trainedOn?: LocalDate;
  /** Who does their work while they are away, by the `subject` of their sign-in, first choice first. */
  readonly deputies?: readonly string[];
  /** The London date until which they are away. */
  readonly awayUntil?: LocalDate;
  /** What they have told us that could keep them from a case: a short note, read by whoever allocates one (duty D29). */
  readonly interests?: string;
};

export function staffMember(staff: readonly StaffMember[], subject: string): StaffMember | undefined {
  return staff.find((member) => member.subject === subject);
}

export function hasRole(staff: readonly StaffMember[], subject: string, role: StaffRole): boolean {
  return staffMember(staff, subject)?.roles?.includes(role) ?? false;
}

export function everyoneWith(staff: readonly StaffMember[], role: StaffRole): readonly StaffMember[] {
  return staff.filter(({ roles }) => roles?.includes(role));
}

/** On that London date, the last day of their absence included. */
export function isAway({ awayUntil }: StaffMember, today: LocalDate): boolean {
  return awayUntil !== undefined && awayUntil >= today;
}
