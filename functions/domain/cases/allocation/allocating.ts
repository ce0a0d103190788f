import { inWords, type LocalDate } from '../../calendar/local-date.ts';
import { hasRole, isAway, mayInvestigate, type StaffMember, staffMember } from '../../staff/staff-member.ts';
import { standIns } from '../../staff/standing-in.ts';
import type { Officer } from '../actor.ts';
import type { Allocation, CaseState } from '../case.ts';
import { type CommandOf, type Facts, isRefusal, refuse, type Setting } from '../decision.ts';
import { faultIn, faultInOptional, ifWritten } from '../wording.ts';
import { readyToAllocate } from './ready.ts';
import { forADirector, isAboutTheTeam, mayNotTakePart } from './taking-part.ts';

/** Texts of an allocation that the snapshot keeps, and a letter may bear (a limit of ours). */
const longestReason = 1_000;
const longestName = 200;

/**
 * To an officer of the lead service; again, while the case is open, when somebody else takes it over. What the officer's identity forbids is not
 * just refused: the record says who was not given the case, and why (duty D29).
 */
export function allocate(state: CaseState, command: CommandOf<'allocate'>, setting: Setting): Facts {
  const { service, officer, external } = command;
  const ready = readyToAllocate(state);
  if (isRefusal(ready)) return ready;
  if (service === 'none') return refuse('Choose the lead service: it co-ordinates the answer (policy section 5).');
  const reason = ifWritten(command.reason);
  const fault = faultInOptional(reason, longestReason) ?? (external && faultInExternal(external));
  if (fault) return fault;
  const before = 'allocation' in ready ? ready.allocation : undefined;
  const same = before?.officer.subject === officer.subject && before.service === service ? before : undefined;
  const because = whyNot(ready, service, officer, reason, setting);
  if (because !== undefined) return [{ type: 'allocation-refused', service, officer, because }];
  const outside = external && {
    name: external.name.trim(),
    organisation: external.organisation.trim(),
    reasons: external.reasons.trim(),
  };
  const director = hasRole(setting.staff, officer.subject, 'director');
  const allocation: Allocation = {
    service,
    officer,
    // Whoever has it already, and is given a reason for it now, has had it since they were given it.
    on: same?.on ?? setting.today,
    ...(reason !== undefined && { reason }),
    ...(outside && { external: outside }),
    ...(director && { director }),
  };
  return [{ type: 'allocated', allocation }];
}

/** The council sets out its reasons, and the person reads them (policy section 5). */
function faultInExternal({ name, organisation, reasons }: NonNullable<Allocation['external']>) {
  return (
    faultIn(name, longestName, 'Give the name of the external investigator.') ??
    faultIn(organisation, longestName, 'Say for which organisation they work.') ??
    faultIn(reasons, longestReason, 'Give the reasons for an external investigator: the person is told them (policy section 5).')
  );
}

/** The hard rules, by identity; undefined where none stands in the way. */
function whyNot(
  state: CaseState,
  service: Allocation['service'],
  officer: Officer,
  reason: string | undefined,
  { staff, today }: Setting,
): string | undefined {
  const kept = mayNotTakePart(state, officer.subject);
  if (kept) return kept;
  if (isAboutTheTeam(state) && !hasRole(staff, officer.subject, 'director')) return forADirector;
  const member = staffMember(staff, officer.subject);
  if (member && !mayInvestigate(member))
    return `${member.name} is at the desk to read, or to keep the staff directory, and is given no case.`;
  if (member && isAway(member, today)) return `${awayInWords(member)} ${deputyInWords(state, member, staff, today)}`;
  if (member?.trainedOn === undefined && reason === undefined)
    return `No training in complaint handling is on record for ${officer.name} (policy section 5). Say why they have the case all the same, or ask for the training to be recorded.`;
  if (member && worksElsewhere(member, service) && reason === undefined)
    return `${officer.name} does not work for the lead service. Say why they have the case all the same, or choose somebody who does (policy section 5).`;
  return undefined;
}

/** Nobody says that of whoever has no service on record. */
function worksElsewhere({ services = [] }: StaffMember, service: Allocation['service']): boolean {
  return services.length > 0 && !services.includes(service);
}

/** Who stands in for somebody on that day: the first of their deputies, or of theirs who are away, who is there and may take part. */
export function deputyOf(state: CaseState, member: StaffMember, staff: readonly StaffMember[], today: LocalDate): StaffMember | undefined {
  return standIns(member, staff, today, (deputy) => mayNotTakePart(state, deputy.subject) === undefined)[0];
}

/** What to look at in an allocation that stands: shown on the case, and no bar. */
export function allocationWarnings(state: CaseState, staff: readonly StaffMember[], today: LocalDate): readonly string[] {
  const open = state.stage === 'closed' ? undefined : state;
  const allocation = open && 'allocation' in open ? open.allocation : undefined;
  if (!allocation) return [];
  const { officer, service, reason, director } = allocation;
  const member = staffMember(staff, officer.subject);
  const kept = mayNotTakePart(state, officer.subject);
  const elsewhere = member && worksElsewhere(member, service);
  return [
    ...(kept ? [`Allocate it to somebody else. ${kept}`] : []),
    ...(!kept && isAboutTheTeam(state) && !director ? [`Allocate it to a director. ${forADirector}`] : []),
    ...(member && isAway(member, today) ? [`${awayInWords(member)} ${deputyInWords(state, member, staff, today)}`] : []),
    ...(elsewhere && reason === undefined
      ? [`${officer.name} does not work for the lead service, and no reason was given. Allocate it to them once more, with the reason.`]
      : []),
  ];
}

function awayInWords({ name, awayUntil }: StaffMember): string {
  return awayUntil === undefined ? '' : `${name} is away until ${inWords(awayUntil)}.`;
}

function deputyInWords(state: CaseState, member: StaffMember, staff: readonly StaffMember[], today: LocalDate): string {
  const deputy = deputyOf(state, member, staff, today);
  return deputy ? `Their deputy is ${deputy.name}.` : 'They have no deputy who could take it.';
}
