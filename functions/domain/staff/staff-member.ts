import type { LocalDate } from '../calendar/local-date.ts';
import type { Officer } from '../cases/actor.ts';
import type { Service } from '../triage/suggestion.ts';
import type { MailChoice } from './mail-choices.ts';

/** What somebody is at the desk: the policy and the duties name these (policy section 5; duties D25, D29, D30). `authority.ts` says what each may do. */
export const staffRoles = [
  'investigator',
  'complaints-team',
  'service-lead',
  'head-of-complaints',
  'director',
  'equality-co-ordinator',
  'monitoring-officer',
  'complaints-manager-children',
  'complaints-manager-adults',
  'auditor',
  'administrator',
] as const;
export type StaffRole = (typeof staffRoles)[number];

/** Somebody who has signed in, with what the Head of Customer Service and Complaints recorded of them (decision 31). */
export type StaffMember = Officer & {
  readonly roles?: readonly StaffRole[];
  /** Their direct number: it stands in every letter that names them (duty D33). */
  readonly telephone?: string;
  /** The services for which they investigate. */
  readonly services?: readonly Service[];
  /** The most they may offer by themselves, in pence (policy section 5: authority to resolve disputes). Without it, nothing. */
  readonly remedyLimit?: number;
  /** London date of their last training in complaint handling. */
  readonly trainedOn?: LocalDate;
  /** Who does their work while they are away, by the `subject` of their sign-in, first choice first. */
  readonly deputies?: readonly string[];
  /** The London date from which they are away; without it, from the moment it was recorded. */
  readonly awayFrom?: LocalDate;
  /** The London date until which they are away. */
  readonly awayUntil?: LocalDate;
  /** Where in the council they work, in its own words. */
  readonly team?: string;
  /** What they have told us that could keep them from a case: a short note, read by whoever allocates one (duty D29). */
  readonly interests?: string;
  /** What they chose to leave out of their morning's message. Nobody else changes it. */
  readonly mailOff?: readonly MailChoice[];
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

/** On that London date, the first and the last day of their absence included. */
export function isAway({ awayFrom, awayUntil }: Pick<StaffMember, 'awayFrom' | 'awayUntil'>, today: LocalDate): boolean {
  return awayUntil !== undefined && awayUntil >= today && (awayFrom === undefined || awayFrom <= today);
}

/** Whether they can be given a case: the auditor writes in none, and whoever only keeps the directory sees none. */
export function mayInvestigate(member: Pick<StaffMember, 'roles'>): boolean {
  return rolesOf(member).some((role) => role !== 'auditor' && role !== 'administrator');
}

/** Somebody with the desk's role and no other investigates what they are given. */
export function rolesOf({ roles = [] }: Pick<StaffMember, 'roles'>): readonly StaffRole[] {
  return roles.length > 0 ? roles : ['investigator'];
}

/** What they left out of their morning's message; of a mailbox, nothing. */
export function mailOff(staff: readonly StaffMember[], subject: string | undefined): readonly MailChoice[] {
  return (subject === undefined ? undefined : staffMember(staff, subject)?.mailOff) ?? [];
}
