import type { CouncilFacts } from '../../../council/facts.ts';
import { inWords, type LocalDate } from '../../domain/calendar/local-date.ts';
import { conflictKinds } from '../../domain/cases/allocation/conflict.ts';
import type { Contribution } from '../../domain/cases/allocation/contribution.ts';
import { openContributions } from '../../domain/cases/allocation/ready.ts';
import { mayNotTakePart } from '../../domain/cases/allocation/taking-part.ts';
import type { CaseState } from '../../domain/cases/case.ts';
import { isAway, mayInvestigate, type StaffMember } from '../../domain/staff/staff-member.ts';
import type { Fact } from './fact.ts';
import { conflictNames, serviceName } from './words.ts';

// Who looks into a case, who takes no part in it, and which services add to its answer: what the case page shows and offers.

/** What the forms offer. Everything that speaks for or against an officer stands beside their name before they are chosen. */
export function allocationChoices(council: CouncilFacts, state: CaseState, staff: readonly StaffMember[], today: LocalDate) {
  const waiting = openContributions(state);
  return {
    officers: staff
      .filter(mayInvestigate)
      .map((member) => ({ value: member.subject, text: officerInWords(council, state, member, today) })),
    // A complaint may be about anybody.
    everybody: staff.map(({ subject, name }) => ({ value: subject, text: name })),
    interests: staff.flatMap(({ name, interests }) => (interests ? [{ name, interests }] : [])),
    conflictKinds: conflictKinds.map((value) => ({ value, text: conflictNames[value] })),
    inConflict: (state.conflicts ?? []).map(({ subject, name, kind }) => ({
      value: subject,
      text: `${name}: ${conflictNames[kind].toLowerCase()}`,
    })),
    contributions: waiting.map(({ number, service, due }) => ({
      value: String(number),
      text: `${serviceName(council, service)}, asked for by ${inWords(due)}`,
    })),
  };
}

function officerInWords(council: CouncilFacts, state: CaseState, member: StaffMember, today: LocalDate): string {
  const { name, subject, services = [], trainedOn, awayUntil, roles = [] } = member;
  const notes = [
    ...(mayNotTakePart(state, subject) ? ['takes no part in this case'] : []),
    ...(roles.includes('director') ? ['director'] : []),
    services.length > 0 ? services.map((service) => serviceName(council, service)).join(', ') : 'no service recorded',
    trainedOn ? `trained ${inWords(trainedOn)}` : 'no training recorded',
    ...(awayUntil && isAway(member, today) ? [`away until ${inWords(awayUntil)}`] : []),
  ];
  return `${name} (${notes.join('; ')})`;
}

/** For the timeline: what was asked of whom, and what they were shown. */
export function contributionInWords({ due, question, contractor, excerpt }: Contribution): readonly string[] {
  return [
    `By ${inWords(due)}.`,
    question,
    ...(contractor ? [`Asked of ${contractor.name}, who works for that service.`] : []),
    ...(excerpt ? [`Shown to them: ${excerpt}`] : []),
  ];
}

/** For the list of facts about the case. */
export function allocationFacts(council: CouncilFacts, state: CaseState): readonly Fact[] {
  const open = state.stage === 'closed' ? state.was : state;
  const external = 'allocation' in open ? open.allocation?.external : undefined;
  return [
    ...(external ? [{ term: 'External investigator', detail: `${external.name}, ${external.organisation}. ${external.reasons}` }] : []),
    ...(state.conflicts ?? []).map(({ name, kind, because }) => ({
      term: `${name} takes no part`,
      detail: `${conflictNames[kind]}. ${because}`,
    })),
    ...openContributions(state).map(({ service, contractor, question, due }) => ({
      term: `${serviceName(council, service)}${contractor ? ` (${contractor.name})` : ''} owes its part by ${inWords(due)}`,
      detail: question,
    })),
  ];
}
