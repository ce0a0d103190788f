import { type Instant, inWords, type LocalDate } from '../calendar/local-date.ts';
import type { Officer } from '../cases/actor.ts';
import type { Refusal } from '../cases/command.ts';
import { refuse } from '../cases/decision.ts';
import { isTelephoneNumber, wrongTelephone } from '../intake/telephone-number.ts';
import { hasAnyRole, viewerOf } from './authority.ts';
import { mayUse } from './desk-pages.ts';
import { hasRole, type StaffMember, staffMember } from './staff-member.ts';

/** What the Head of Customer Service and Complaints records of somebody: everything but who they are, which their sign-in says. */
export type StaffRecord = Omit<StaffMember, keyof Officer | 'mailOff'>;

/** Kept beside the member for as long as the directory: who changed what is recorded, and when. */
export type StaffChange = { readonly at: Instant; readonly by: Officer; readonly record: StaffRecord };

/** Limits of ours: a note is read while choosing from a list, and an amount above the other is a slip of the keyboard. */
const longestInterests = 300;
const longestTeam = 80;
const highestLimit = 10_000_000;

export type Recording = {
  readonly staff: readonly StaffMember[];
  readonly by: Officer;
  readonly today: LocalDate;
  /** What is recorded of that member until now, roles of the sign-in apart. */
  readonly recorded: StaffRecord;
};

/** Whether this may stand in the directory. `by` is judged by the directory as it is (decision 31). Undefined where nothing is wrong. */
export function faultInRecord(recording: Recording, subject: string, record: StaffRecord): Refusal | undefined {
  const { staff, today } = recording;
  const notTheirs = mayNotRecord(recording, subject, record);
  if (notTheirs) return notTheirs;
  if (!staffMember(staff, subject)) return refuse('Nobody with this sign-in is in the directory: they must sign in once first.');
  const { telephone, services = [], remedyLimit = 0, trainedOn, team = '', interests = '' } = record;
  if (telephone !== undefined && !isTelephoneNumber(telephone)) return refuse(`${wrongTelephone}.`);
  if (services.includes('none')) return refuse('Choose services of the council.');
  if (!Number.isSafeInteger(remedyLimit) || remedyLimit < 0 || remedyLimit > highestLimit)
    return refuse(`Enter a limit from £0 to £${(highestLimit / 100).toLocaleString('en-GB')}.`);
  if (trainedOn && trainedOn > today) return refuse(`Enter the day on which they were trained: ${inWords(trainedOn)} is still to come.`);
  if (team.length > longestTeam) return refuse(`Make the name of the team shorter: at most ${longestTeam} characters.`);
  if (interests.length > longestInterests) return refuse(`Make the note shorter: at most ${longestInterests} characters.`);
  return faultInAbsence(staff, today, subject, record);
}

/** When somebody is away, and who does their work then: everybody says it of themselves. */
export type Absence = Pick<StaffMember, 'awayFrom' | 'awayUntil' | 'deputies'>;

/** Whether this absence may stand in the directory. Two people may be each other's deputy: whoever follows deputies ends where they began. */
export function faultInAbsence(
  staff: readonly StaffMember[],
  today: LocalDate,
  subject: string,
  { deputies = [], awayFrom, awayUntil }: Absence,
): Refusal | undefined {
  if (deputies.includes(subject)) return refuse('Nobody stands in for themselves: choose somebody else as deputy.');
  if (new Set(deputies).size < deputies.length) return refuse('Choose each deputy once.');
  if (deputies.some((deputy) => !staffMember(staff, deputy))) return refuse('Choose deputies who have signed in.');
  if (awayUntil && awayUntil < today) return refuse(`Enter the last day of their absence, or nothing: ${inWords(awayUntil)} has gone.`);
  if (awayFrom && awayUntil === undefined) return refuse('Enter the last day of the absence as well.');
  if (awayFrom && awayUntil && awayFrom > awayUntil) return refuse('Enter a first day of the absence that is not after its last.');
  return undefined;
}

/**
 * The Head records anything but their own authority: nobody says of themselves what they may do. An administrator records anything of others but what they
 * may offer, which is the Head's trust (policy section 5). Of a Head that too, but it ends with the role that they took away: else whoever gives the
 * role for an hour gives any limit for good. And not who stands in for them: a deputy has the authority of whoever
 * is away, so that is theirs or the Head's to give. Whoever is Head as a deputy only gives themselves nothing.
 */
function mayNotRecord({ staff, by, today, recorded }: Recording, subject: string, record: StaffRecord): Refusal | undefined {
  const viewer = viewerOf(staff, by.subject, today);
  if (!mayUse(viewer, 'record-staff'))
    return refuse('Only the Head of Customer Service and Complaints changes what is recorded here, or an administrator.');
  const changesLimit = record.remedyLimit !== recorded.remedyLimit;
  if (hasRole(staff, by.subject, 'head-of-complaints'))
    return by.subject === subject && (changesLimit || !same(record.roles, recorded.roles) || !same(record.services, recorded.services))
      ? refuse(
          'Nobody changes their own roles, services or limit. Ask another Head of Customer Service and Complaints, or an administrator of the staff directory.',
        )
      : undefined;
  if (hasAnyRole(viewer, ['head-of-complaints']))
    return viewer.as.some((capacity) => capacity.subject === subject) && (changesLimit || !same(record.roles, recorded.roles))
      ? refuse('Whoever stands in for somebody does not change roles or limits, neither their own nor those of that person.')
      : undefined;
  if (by.subject === subject)
    return refuse('An administrator does not change what is recorded of themselves. Ask the Head, or another administrator.');
  if (!sameAbsence(record, recorded, today))
    return refuse('An absence and its deputies are recorded by the person themselves, or by the Head of Customer Service and Complaints.');
  if (
    record.remedyLimit !== undefined &&
    (recorded.roles ?? []).includes('head-of-complaints') &&
    !(record.roles ?? []).includes('head-of-complaints')
  )
    return refuse(
      'Take away what they may offer together with the role of Head: for anybody else only the Head of Customer Service and Complaints sets it (policy section 5).',
    );
  return changesLimit && !hasRole(staff, subject, 'head-of-complaints')
    ? refuse('Only the Head of Customer Service and Complaints changes what somebody may offer (policy section 5).')
    : undefined;
}

function same<One>(some: readonly One[] = [], others: readonly One[] = []): boolean {
  return some.length === others.length && some.every((one) => others.includes(one));
}

/** An absence that is over counts as none: the form asks whoever saves it to empty it. */
function sameAbsence(one: Absence, other: Absence, today: LocalDate): boolean {
  const stands = ({ deputies = [], awayFrom, awayUntil }: Absence) =>
    [...(awayUntil && awayUntil < today ? ['', ''] : [awayFrom ?? '', awayUntil ?? '']), ...deputies].join(' ');
  return stands(one) === stands(other);
}

/** The roles that hold: those that the council's sign-in gives, and those that the Head recorded. */
export function withRecord(officer: Officer, record: StaffRecord, fromSignIn: StaffMember['roles'] = []): StaffMember {
  const roles = [...new Set([...fromSignIn, ...(record.roles ?? [])])];
  return { ...officer, ...record, roles: roles.length > 0 ? roles : undefined };
}
