import { mayNotTakePart } from '../cases/allocation/taking-part.ts';
import type { CaseState } from '../cases/case.ts';
import type { CaseEvent } from '../cases/event.ts';
import { leadServiceOf } from '../cases/lead-service.ts';
import { everyoneWith, type StaffMember, type StaffRole } from '../staff/staff-member.ts';
import { discriminationReport, equalityAdviceWanted } from './letters/about-discrimination.ts';
import type { PlannedNotice } from './notice.ts';
import { noticeIdOf } from './notice-id.ts';
import type { NoticeContext } from './parts.ts';

type Reader = { readonly email: string; readonly name?: string };

/** Mail to officers that an event about discrimination causes: who is to advise, and who must hear of it on the same day (duty D30). */
export function aboutDiscrimination(
  event: CaseEvent,
  eventNumber: number,
  state: CaseState,
  context: NoticeContext,
): readonly PlannedNotice[] {
  const again = (event.type === 'accepted-at-stage-two' || event.type === 'escalated-unanswered') && event.advisedAnew;
  if (event.type === 'discrimination-raised' || again)
    return mail('equality-advice-wanted', eventNumber, advisersOf(state, context), equalityAdviceWanted(state, context));
  const serious = event.type === 'equality-advice-given' && event.serious;
  const found = event.type === 'responded' && event.answers?.some(({ discriminationFound }) => discriminationFound);
  if (!serious && !found) return [];
  const unit = found ? [{ email: context.council.socialJusticeUnit.mailbox, name: context.council.socialJusticeUnit.name }] : [];
  const readers = [...reportedTo(state, context), ...unit];
  return mail('discrimination-report', eventNumber, readers, discriminationReport(state, found ? 'finding' : 'serious-concern', context));
}

function mail(
  kind: 'equality-advice-wanted' | 'discrimination-report',
  eventNumber: number,
  readers: readonly Reader[],
  letter: PlannedNotice['letter'],
): readonly PlannedNotice[] {
  return readers.map(({ email, name }, index) => ({
    id: `${noticeIdOf(eventNumber, kind)}-${index + 1}`,
    kind,
    to: { by: 'email', email, name },
    letter,
  }));
}

/** Every equality co-ordinator who may take part; where nobody is recorded, the team finds one. */
export function advisersOf(state: CaseState, { council, staff = [] }: Pick<NoticeContext, 'council' | 'staff'>): readonly Reader[] {
  const advisers = withRole('equality-co-ordinator', state, staff);
  return advisers.length > 0 ? advisers : [{ email: council.complaints.teamMailbox, name: council.complaints.teamName }];
}

/** Who may advise in a co-ordinator's place once the two working days are over: their deputies. */
export function deputiesOfAdvisers(state: CaseState, staff: readonly StaffMember[]): readonly Reader[] {
  const deputies = new Set(everyoneWith(staff, 'equality-co-ordinator').flatMap((one) => one.deputies ?? []));
  return staff.filter(({ subject }) => deputies.has(subject) && mayNotTakePart(state, subject) === undefined);
}

/** The Head, and the director of the service; where nobody is recorded, the team's mailbox and the service's. */
export function reportedTo(state: CaseState, { council, staff = [] }: Pick<NoticeContext, 'council' | 'staff'>): readonly Reader[] {
  const service = leadServiceOf(state);
  const heads = withRole('head-of-complaints', state, staff);
  const directors = withRole('director', state, staff).filter(({ services }) => services?.includes(service));
  const { teamMailbox, teamName } = council.complaints;
  const ofService = council.services[service];
  return [
    ...(heads.length > 0 ? heads : [{ email: teamMailbox, name: teamName }]),
    ...(directors.length > 0 || !ofService ? directors : [{ email: ofService.mailbox, name: ofService.name }]),
  ];
}

function withRole(role: StaffRole, state: CaseState, staff: readonly StaffMember[]): readonly StaffMember[] {
  return everyoneWith(staff, role).filter(({ subject }) => mayNotTakePart(state, subject) === undefined);
}
