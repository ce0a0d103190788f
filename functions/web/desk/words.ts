import type { CouncilFacts } from '../../../council/facts.ts';
import { type Instant, inShort, type LocalDate, londonDateOf } from '../../domain/calendar/local-date.ts';
import type { Actor } from '../../domain/cases/actor.ts';
import type { ConflictKind } from '../../domain/cases/allocation/conflict.ts';
import type { Outcome, Stage } from '../../domain/cases/case.ts';
import type { DeclineGround } from '../../domain/cases/command.ts';
import type { RestrictionGround } from '../../domain/cases/restricted/restricted.ts';
import type { WayTaken } from '../../domain/cases/turning-away/turning-away.ts';
import type { DeadlineKind } from '../../domain/deadlines/deadline.ts';
import type { QueueEntry } from '../../domain/desk/queue-entry.ts';
import type { Channel, Person, WayToReach } from '../../domain/intake/contact.ts';
import type { StaffRole } from '../../domain/staff/staff-member.ts';
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

const stageNames: Record<Stage, string> = {
  received: 'New: route not decided',
  accepted: 'Stage one: to acknowledge',
  acknowledged: 'Stage one: being looked into',
  answered: 'Stage one: answered',
  'service-request': 'Service request',
  'another-route': 'Sent another way',
  closed: 'Closed',
};

/** Each way out has its own word: somebody whose complaint was not accepted was not sent anywhere. */
const wayOutNames: Record<WayTaken, string> = {
  'hand-over': 'Handed over',
  signpost: 'Signposted',
  decline: 'Not accepted',
  thank: 'Feedback, thanked',
};

/** Where a case stands. The second stage has the same steps as the first. */
export function stageName(stage: Stage, atStageTwo: boolean, way?: WayTaken): string {
  if (way) return wayOutNames[way];
  return atStageTwo ? stageNames[stage].replace('Stage one', 'Stage two') : stageNames[stage];
}

export const deadlineNames: Record<DeadlineKind, string> = {
  'take-harm': 'Possible harm: somebody takes it',
  triage: 'Decide the route',
  acknowledge: 'Acknowledge',
  respond: 'Respond in full',
  'service-request': 'Do what we promised',
  'hand-over': 'Confirm that the right team has it',
  'read-correspondence': 'Read the new message',
  'reach-another-way': 'Reach the person another way',
  'post-letter': 'Print and post a letter',
  'same-or-new': 'Say where a message belongs',
  'answer-chaser': 'Answer them: they ask for news',
  'confirm-withdrawal': 'Confirm the withdrawal',
  'acknowledge-stage-two': 'Acknowledge at stage two',
  'respond-stage-two': 'Send the final response',
  'second-person': 'A second person decides',
  'acknowledge-complaint': 'They are not satisfied: accept as a complaint and acknowledge',
  'call-back': 'Ring the caller back',
  'verify-authority': 'Settle who is answered',
  'review-adjustments': 'Look again at what was agreed with them',
  'equality-advice': 'An equality co-ordinator advises',
  'report-discrimination': 'Report discrimination to the Head and the Service Director',
  'check-transcript': 'Listen to the call and check its words',
  'hazard-emergency': 'Emergency hazard: make it safe',
  'hazard-investigate': 'Hazard: investigate it',
  'hazard-summary': 'Hazard: send the written summary',
  'hazard-safe': 'Hazard: make the home safe',
  'hazard-works': 'Hazard: begin further works, or arrange when they begin',
  'hazard-works-arranged': 'Hazard: begin the further works that were arranged',
  remedy: 'Do what we promised, to put it right',
  'ask-whether-done': 'Ask them whether it was done (the service does)',
  'update-due': 'Write to them: we promised an update',
  'decide-overdue': 'The Head decides: answer now, or on to stage two',
  contribution: 'Get another service’s part of the answer',
};

export const declineGroundNames: Record<DeclineGround, string> = {
  'long-after-the-response': 'They asked a long time after our response (six months are typical)',
  'already-considered': 'Already considered under the policy',
  'legal-proceedings': 'Subject of legal proceedings',
  'not-under-the-policy': 'Not covered by the policy',
};

export const staffRoleNames: Record<StaffRole, string> = {
  investigator: 'Investigating officer',
  'complaints-team': 'Complaints team',
  'service-lead': 'Service lead',
  'head-of-complaints': 'Head of Customer Service and Complaints',
  director: 'Director',
  'equality-co-ordinator': 'Equality co-ordinator',
  'monitoring-officer': 'Monitoring officer',
  'complaints-manager-children': 'Complaints manager, children’s social care',
  'complaints-manager-adults': 'Complaints manager, adults’ social care',
  auditor: 'Auditor (reads only)',
  administrator: 'Administrator of the staff directory',
};

export const restrictionGroundNames: Record<RestrictionGround, string> = {
  safeguarding: 'Safeguarding',
  'staff-complainant': 'A member of staff complains',
  'about-councillor': 'It is about a councillor',
  whistleblowing: 'Whistleblowing',
  other: 'Another reason',
};

export const conflictNames: Record<ConflictKind, string> = {
  named: 'The complaint is about them',
  declared: 'They have a conflict of interest',
};

export const outcomeNames: Record<Outcome, string> = { upheld: 'Upheld', 'partly-upheld': 'Partly upheld', 'not-upheld': 'Not upheld' };

export const channelNames: Record<Channel, string> = {
  web: 'Online form',
  email: 'Email',
  voicemail: 'Voicemail',
  post: 'Post',
  'in-person': 'In person',
  telephone: 'Telephone',
  ombudsman: 'From an Ombudsman',
};

export const wayNames: Record<WayToReach, string> = { email: 'email', telephone: 'telephone', post: 'post' };

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

export function actorName(council: CouncilFacts, actor: Actor): string {
  switch (actor.kind) {
    case 'system':
      return 'The service';
    case 'by-link':
      return `By link, sent to ${actor.contractor ? `${actor.contractor} for ` : ''}${serviceName(council, actor.service)}`;
    case 'officer':
      return actor.name;
  }
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
  return `${inShort(londonDateOf(moment))} at ${clockInWords(moment)}`;
}

/** `09:05`, on that day. */
export function clockInWords(moment: Instant): string {
  londonClock ??= new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit' });
  return londonClock.format(new Date(moment));
}

/** Kept once made. Not made at the start, of which it would be a third. */
let londonClock: Intl.DateTimeFormat | undefined;

export function queueStanding(entry: QueueEntry): string {
  return entry.stage === 'received'
    ? `Suggested: ${routeNames[entry.suggested]}`
    : stageName(entry.stage, entry.stageTwo ?? false, entry.way);
}
