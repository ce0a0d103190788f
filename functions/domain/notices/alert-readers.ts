import type { LocalDate } from '../calendar/local-date.ts';
import type { Officer } from '../cases/actor.ts';
import { deputyOf } from '../cases/allocation/allocating.ts';
import { whoActsAsHead } from '../cases/allocation/the-head.ts';
import type { CaseState } from '../cases/case.ts';
import type { AlertKind, Deadline } from '../deadlines/deadline.ts';
import { isAway, type StaffMember, staffMember } from '../staff/staff-member.ts';
import { advisersOf, deputiesOfAdvisers, reportedTo } from './about-discrimination.ts';
import type { NoticeContext } from './parts.ts';
import { contributorOf } from './to-contributors.ts';

/** Who hears: a person by the `subject` of their sign-in, or a mailbox. */
export type Reader = {
  readonly email: string;
  readonly name?: string;
  readonly subject?: string;
  /** It is for a colleague who is away. */
  readonly standsIn?: true;
};

/** Who is there on which London date. */
export type There = { readonly staff: readonly StaffMember[]; readonly today: LocalDate };

/**
 * Who hears of one alert: whoever has the case, and the central team as well once it is overdue or nobody has it (policy section 5). While they are
 * away, whoever stands in for them hears it in their place; where nobody does, the team. Nobody twice.
 */
export function readersOfAlert(
  state: CaseState,
  deadline: Deadline,
  kind: AlertKind,
  context: NoticeContext,
  there: There,
): readonly Reader[] {
  return eachOnce(readers(state, deadline, kind, context, there));
}

function readers(state: CaseState, deadline: Deadline, kind: AlertKind, context: NoticeContext, there: There): readonly Reader[] {
  const team = theTeam(context);
  if (deadline.kind === 'second-person') return approvers(state, there, context);
  // Until it is late, it is for whoever was asked to give.
  if (deadline.kind === 'contribution' && kind !== 'overdue' && contributorOf(state, deadline, context.council)) return [];
  const officer = deadline.keeper ?? ('allocation' in state ? state.allocation?.officer : undefined);
  const heads = deadline.kind === 'decide-overdue' ? whoActsAsHead(state, there.staff, there.today) : [];
  return [
    officer ? readerInPlaceOf(officer, state, context, there) : team,
    ...heads.map(person),
    ...(kind === 'overdue' || (deadline.kind === 'decide-overdue' && heads.length === 0) ? [team] : []),
    ...alsoTold(state, deadline, kind, context, there),
    ...aboutEquality(deadline, kind, state, { ...context, staff: there.staff }),
  ];
}

/** The officer themselves, or while they are away whoever stands in for them, or the team where nobody does. */
export function readerInPlaceOf(officer: Officer, state: CaseState, context: Pick<NoticeContext, 'council'>, there: There): Reader {
  const member = staffMember(there.staff, officer.subject);
  if (!member || !isAway(member, there.today)) return person(officer);
  const deputy = deputyOf(state, member, there.staff, there.today);
  return { ...(deputy ? person(deputy) : theTeam(context)), standsIn: true };
}

/** The team and the Head, from the day on which it was proposed: never only whoever proposed it and may not approve it (duty D28). */
export function approvers(state: CaseState, { staff, today }: There, context: Pick<NoticeContext, 'council'>): readonly Reader[] {
  const heads = whoActsAsHead(state, staff, today).filter(({ subject }) => subject !== state.proposal?.by.subject);
  return [theTeam(context), ...heads.map(person)];
}

export function theTeam({ council }: Pick<NoticeContext, 'council'>): Reader {
  return { email: council.complaints.teamMailbox, name: council.complaints.teamName };
}

export function person({ subject, email, name }: Officer): Reader {
  return { subject, email, name };
}

/** The Head where a hand-over is not confirmed in time (duty D12); Repairs of every clock of a hazard (duty D16). */
function alsoTold(
  state: CaseState,
  { kind }: Deadline,
  alert: AlertKind,
  { council }: NoticeContext,
  { staff, today }: There,
): readonly Reader[] {
  if (kind === 'hand-over') return alert === 'overdue' ? whoActsAsHead(state, staff, today).map(person) : [];
  const repairs = council.services['housing'];
  return kind.startsWith('hazard-') && repairs ? [{ email: repairs.mailbox, name: repairs.name }] : [];
}

/** The co-ordinators who are to advise, and when they are late their deputies; the Head and the director to whom something must be reported (duty D30). */
function aboutEquality({ kind }: Deadline, alert: AlertKind, state: CaseState, context: NoticeContext): readonly Reader[] {
  if (kind === 'equality-advice')
    return [...advisersOf(state, context), ...(alert === 'overdue' ? deputiesOfAdvisers(state, context.staff ?? []) : [])];
  return kind === 'report-discrimination' ? reportedTo(state, context) : [];
}

function eachOnce(all: readonly Reader[]): readonly Reader[] {
  return [...new Map(all.toReversed().map((reader) => [reader.email, reader])).values()].reverse();
}
