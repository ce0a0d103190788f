import type { CouncilFacts } from '../../../council/facts.ts';
import type { QueueEntry } from '../../app/ports.ts';
import { type Instant, inShort, type LocalDate, londonDateOf } from '../../domain/calendar/local-date.ts';
import type { Actor, Outcome, Stage } from '../../domain/cases/case.ts';
import type { OfficerCommand } from '../../domain/cases/possible.ts';
import type { DeadlineKind } from '../../domain/deadlines/deadline.ts';
import type { Channel, HoldReason, Person, WayToReach } from '../../domain/intake/contact.ts';
import type { NoticeKind } from '../../domain/notices/notice.ts';
import type { Flag, Ombudsman, Procedure, Route, Service } from '../../domain/triage/suggestion.ts';

// What officers read for each of the domain's words.

export const routeNames: Record<Route, string> = {
  'stage-one': 'Stage one complaint',
  'service-request': 'Service request',
  'stage-two': 'Stage two complaint',
  school: 'The school’s governing body',
  councillor: 'The monitoring officer (about a councillor)',
  'adult-social-care': 'Adult social care procedure',
  'children-social-care': 'Children’s social care procedure',
  'statutory-appeal': 'A statutory right of appeal',
  employment: 'Internal staff procedures',
  'legal-proceedings': 'Legal proceedings',
  'out-of-time': 'Known for more than 12 months',
  'already-considered': 'Already considered',
  'not-the-council': 'Another organisation',
  feedback: 'Feedback or praise',
  other: 'Something else',
};

export const procedureNames: Record<Procedure, string> = {
  corporate: 'Corporate complaints policy',
  'children-statutory': 'Children’s statutory procedure',
  'adult-statutory': 'Adult social care regulations',
  'public-health': 'Public health regulations',
  none: 'None',
};

const flagNames: Record<Flag, string> = {
  safeguarding: 'Possible harm: safeguarding',
  urgent: 'Possible harm: urgent',
  discrimination: 'Discrimination',
  'reasonable-adjustment': 'Adjustment asked for',
  representative: 'For somebody else',
  'member-enquiry': 'From an MP or councillor',
  'named-officer': 'Names an officer',
  abusive: 'Upsetting language',
};

const harm: readonly Flag[] = ['safeguarding', 'urgent'];

/** Possible harm first, and in red. */
export function flagTags(flags: readonly Flag[]): readonly { readonly text: string; readonly classes: string }[] {
  const ordered = [...flags].sort((one, other) => Number(harm.includes(other)) - Number(harm.includes(one)));
  return ordered.map((flag) => ({ text: flagNames[flag], classes: harm.includes(flag) ? 'govuk-tag--red' : 'govuk-tag--grey' }));
}

export const stageNames: Record<Stage, string> = {
  received: 'New: route not decided',
  accepted: 'Stage one: to acknowledge',
  acknowledged: 'Stage one: being looked into',
  answered: 'Stage one: answered',
  'service-request': 'Service request',
  'another-route': 'Sent another way',
  closed: 'Closed',
};

export const deadlineNames: Record<DeadlineKind, string> = {
  triage: 'Decide the route',
  acknowledge: 'Acknowledge',
  respond: 'Respond in full',
  'service-request': 'Do what we promised',
  'hand-over': 'Confirm that the right team has it',
  'read-correspondence': 'Read the new message',
  'reach-another-way': 'Reach the person another way',
  'post-letter': 'Print and post a letter',
};

export const actionNames: Record<OfficerCommand, string> = {
  'mark-read': 'Mark new messages as read',
  'reached-another-way': 'Record how you reached the person another way',
  'record-posted': 'Record that a letter was posted',
  'accept-at-stage-one': 'Accept at stage one',
  'record-service-request': 'Record as a service request',
  'send-another-way': 'Send it another way',
  allocate: 'Allocate to an officer',
  acknowledge: 'Acknowledge',
  extend: 'Extend the time to respond',
  respond: 'Respond',
  'answer-service-request': 'Answer the service request',
  withdraw: 'Record that the person withdrew',
  close: 'Close the case',
};

export const doneNames: Record<OfficerCommand, string> = {
  'mark-read': 'New messages are marked as read',
  'reached-another-way': 'Recorded: the person was reached another way',
  'record-posted': 'Recorded: the letter was posted',
  'accept-at-stage-one': 'Accepted at stage one',
  'record-service-request': 'Recorded as a service request. The person is being told',
  'send-another-way': 'Sent another way. The person is being told',
  allocate: 'Allocated',
  acknowledge: 'Acknowledged. See Letters for how it goes out',
  extend: 'Extended. The person is being told',
  respond: 'Responded. See Letters for how it goes out',
  'answer-service-request': 'Answered. The person is being told',
  withdraw: 'Withdrawal recorded. The person is being told',
  close: 'The case is closed',
};

export const outcomeNames: Record<Outcome, string> = { upheld: 'Upheld', 'partly-upheld': 'Partly upheld', 'not-upheld': 'Not upheld' };

export const channelNames: Record<Channel, string> = {
  web: 'Online form',
  email: 'Email',
  voicemail: 'Voicemail',
  post: 'Post',
  'in-person': 'In person',
};

export const wayNames: Record<WayToReach, string> = { email: 'email', telephone: 'telephone', post: 'post' };

export const holdNames: Record<HoldReason, string> = {
  'spam-suspected': 'It may be spam',
  unreadable: 'We could not read it',
  'virus-found': 'It carried a virus',
};

export const noticeNames: Record<NoticeKind, string> = {
  receipt: 'Receipt',
  acknowledgement: 'Acknowledgement',
  extension: 'Extension',
  response: 'Response',
  'service-request-recorded': 'Service request recorded',
  'service-request-answer': 'Service request answered',
  'another-route': 'What happens instead',
  'withdrawal-confirmed': 'Withdrawal confirmed',
  alert: 'Reminder to officers',
  'possible-harm': 'Possible harm: told at once',
};

export function serviceName(council: CouncilFacts, service: Service): string {
  return council.services[service]?.name ?? 'Not known yet';
}

export function ombudsmanName(council: CouncilFacts, ombudsman: Ombudsman): string {
  return ombudsman === 'none' ? 'None' : council.ombudsmen[ombudsman].name;
}

/** A route, flag, service or Ombudsman that evidence speaks for. */
export function aboutName(council: CouncilFacts, about: string): string {
  const names: Readonly<Record<string, string>> = {
    ...Object.fromEntries(Object.entries(council.services).map(([key, service]) => [key, service.name])),
    ...routeNames,
    ...flagNames,
    LGSCO: council.ombudsmen.LGSCO.name,
    HOS: council.ombudsmen.HOS.name,
  };
  return names[about] ?? about;
}

export function actorName(actor: Actor): string {
  return actor.kind === 'system' ? 'The service' : actor.name;
}

export function personName(person: Person): string {
  return person.name ?? 'Somebody who gave no name';
}

export type Tag = { readonly text: string; readonly classes: string };

/** Only what needs attention has a tag: a colour everywhere would say nothing. */
export function dueTag(due: LocalDate, today: LocalDate): Tag | undefined {
  if (due < today) return { text: 'Overdue', classes: 'govuk-tag--red' };
  return due === today ? { text: 'Due today', classes: 'govuk-tag--orange' } : undefined;
}

/** `Fri 18 Dec 2026 at 09:05`, as a clock in London showed it. */
export function momentInWords(moment: Instant): string {
  return `${inShort(londonDateOf(moment))} at ${londonClock.format(new Date(moment))}`;
}

const londonClock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit' });

export function queueStanding(entry: QueueEntry): string {
  return entry.stage === 'received' ? `Suggested: ${routeNames[entry.suggested]}` : stageNames[entry.stage];
}
