import { type Instant, inWords, type LocalDate } from '../calendar/local-date.ts';
import type { Officer } from '../cases/actor.ts';
import type { Refusal } from '../cases/command.ts';
import { refuse } from '../cases/decision.ts';
import { hasRole, type StaffMember, staffMember } from './staff-member.ts';

/** What the Head of Customer Service and Complaints records of somebody: everything but who they are, which their sign-in says. */
export type StaffRecord = Omit<StaffMember, keyof Officer>;

/** Kept beside the member for as long as the directory: who changed what is recorded, and when. */
export type StaffChange = { readonly at: Instant; readonly by: Officer; readonly record: StaffRecord };

/** Limits of ours: a note is read while choosing from a list, and an amount above the other is a slip of the keyboard. */
const longestInterests = 300;
const highestLimit = 10_000_000;

/** Whether this may stand in the directory. `by` is judged by the directory as it is (decision 31). Undefined where nothing is wrong. */
export function faultInRecord(
  { staff, by, today }: { readonly staff: readonly StaffMember[]; readonly by: Officer; readonly today: LocalDate },
  subject: string,
  record: StaffRecord,
): Refusal | undefined {
  if (!hasRole(staff, by.subject, 'head-of-complaints'))
    return refuse('Only the Head of Customer Service and Complaints changes what is recorded here.');
  if (!staffMember(staff, subject)) return refuse('Nobody with this sign-in is in the directory: they must sign in once first.');
  const { deputies = [], services = [], remedyLimit = 0, trainedOn, awayUntil, interests = '' } = record;
  if (deputies.includes(subject)) return refuse('Nobody stands in for themselves: choose somebody else as deputy.');
  if (new Set(deputies).size < deputies.length) return refuse('Choose each deputy once.');
  if (deputies.some((deputy) => !staffMember(staff, deputy))) return refuse('Choose deputies who have signed in.');
  if (services.includes('none')) return refuse('Choose services of the council.');
  if (!Number.isSafeInteger(remedyLimit) || remedyLimit < 0 || remedyLimit > highestLimit)
    return refuse(`Enter a limit from £0 to £${(highestLimit / 100).toLocaleString('en-GB')}.`);
  if (trainedOn && trainedOn > today) return refuse(`Enter the day on which they were trained: ${inWords(trainedOn)} is still to come.`);
  if (awayUntil && awayUntil < today) return refuse(`Enter the last day of their absence, or nothing: ${inWords(awayUntil)} has gone.`);
  if (interests.length > longestInterests) return refuse(`Make the note shorter: at most ${longestInterests} characters.`);
  return undefined;
}

/** The roles that hold: those that the council's sign-in gives, and those that the Head recorded. */
export function withRecord(officer: Officer, record: StaffRecord, fromSignIn: StaffMember['roles'] = []): StaffMember {
  const roles = [...new Set([...fromSignIn, ...(record.roles ?? [])])];
  return { ...officer, ...record, roles: roles.length > 0 ? roles : undefined };
}
