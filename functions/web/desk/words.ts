import type { CouncilFacts } from '../../../council/facts.ts';
import type { QueueEntry } from '../../app/ports.ts';
import { type Instant, inShort, type LocalDate, londonDateOf } from '../../domain/calendar/local-date.ts';
import type { Actor } from '../../domain/cases/actor.ts';
import type { ConflictKind } from '../../domain/cases/allocation/conflict.ts';
import type { DeclineGround, Outcome, Stage } from '../../domain/cases/case.ts';
import type { Question, WayToJoin } from '../../domain/cases/conversation/conversation.ts';
import type { OfficerCommand } from '../../domain/cases/possible.ts';
import type { DeadlineKind } from '../../domain/deadlines/deadline.ts';
import type { AutomaticMail, Channel, HoldReason, Person, TakesNoAnswer, WayToReach } from '../../domain/intake/contact.ts';
import type { NoticeKind } from '../../domain/notices/notice.ts';
import type { StaffRole } from '../../domain/staff/staff-member.ts';
import type { FollowUpKind } from '../../domain/triage/follow-up-kinds.ts';
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

/** Where a case stands. The second stage has the same steps as the first. */
export function stageName(stage: Stage, atStageTwo: boolean): string {
  return atStageTwo ? stageNames[stage].replace('Stage one', 'Stage two') : stageNames[stage];
}

export const deadlineNames: Record<DeadlineKind, string> = {
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
  'equality-advice': 'An equality co-ordinator advises',
  'report-discrimination': 'Report discrimination to the Head and the Service Director',
  'check-transcript': 'Listen to the call and check its words',
  'hazard-emergency': 'Emergency hazard: make it safe',
  'hazard-investigate': 'Hazard: investigate it',
  'hazard-summary': 'Hazard: send the written summary',
  'hazard-safe': 'Hazard: make the home safe',
  'hazard-works': 'Hazard: begin further works',
  remedy: 'Do what we promised, to put it right',
  'ask-whether-done': 'Ask them whether it was done (the service does)',
  'update-due': 'Write to them: we promised an update',
  'decide-overdue': 'The Head decides: answer now, or on to stage two',
  contribution: 'Get another service’s part of the answer',
};

export const actionNames: Record<OfficerCommand, string> = {
  'mark-read': 'Mark new messages as read',
  'reached-another-way': 'Record how you reached the person another way',
  'confirm-caller': 'Confirm the caller’s details',
  'record-call-back': 'Record that you rang back',
  'check-transcript': 'Check the words of the recording',
  'record-posted': 'Record that a letter was posted',
  'answer-chaser': 'Answer the person who asks for news',
  approve: 'Approve what waits for a second person',
  'return-proposal': 'Return it with comments',
  'accept-at-stage-two': 'Accept at stage two',
  'decline-stage-two': 'Decline stage two',
  'set-aside-follow-up': 'Say that a request needs no action',
  'correct-email': 'Correct their email address',
  'accept-at-stage-one': 'Accept at stage one',
  'record-service-request': 'Record as a service request',
  'hand-over': 'Hand it over to another team, all or part',
  signpost: 'Tell them who else decides',
  decline: 'Do not accept it as a complaint',
  'thank-for-feedback': 'Thank them for feedback',
  'confirm-hand-over': 'Record that the other team has it',
  'return-hand-over': 'Record that the other team does not take it',
  'start-hazard': 'Start the clocks of a hazard in a council home',
  'record-hazard-step': 'Record what was done about the hazard',
  allocate: 'Allocate to an officer',
  'record-conflict': 'Record that somebody takes no part',
  'remove-conflict': 'Let somebody take part again',
  'ask-contribution': 'Ask another service for its part',
  'record-contribution': 'Record what another service answered',
  acknowledge: 'Acknowledge',
  'record-contact': 'Record contact with the person',
  'ask-clarification': 'Ask the person a question',
  'acknowledge-and-respond': 'Acknowledge and answer in one letter',
  'amend-definition': 'Correct what we understand the complaint to be',
  'record-offer-answer': 'Record what they said to our offer of help',
  extend: 'Extend the time to respond',
  'agree-updates': 'Agree when they hear from us',
  'send-update': 'Tell them how far we have come',
  'word-apology': 'Add to the apology for a missed date',
  'escalate-unanswered': 'Go on to stage two without an answer',
  'answer-now': 'Keep it at stage one and answer now',
  respond: 'Respond',
  'promise-remedy': 'Promise something to put it right',
  'record-remedy-done': 'Record that a remedy is done',
  'change-remedy-date': 'Give a remedy a later date',
  'record-remedy-undeliverable': 'Record that a remedy cannot be done',
  'record-answer-to-done': 'Record whether they say it is done',
  'answer-service-request': 'Answer the service request',
  'record-fixed-answer': 'Record whether it is fixed',
  'record-choice': 'Record whether they chose to complain',
  'add-point': 'Add a new issue to the complaint',
  'verify-authority': 'Record that you have seen the representative’s authority',
  'refuse-authority': 'Say that the authority cannot be accepted',
  'record-representative': 'Record who speaks for whom',
  'correct-person': 'Correct the person’s details',
  'record-adjustments': 'Record what was agreed with them',
  'record-group': 'Record who complains with them',
  'record-bereavement': 'Record that somebody has died',
  'raise-discrimination': 'Raise a concern about discrimination',
  'record-consultation': 'Give advice as equality co-ordinator',
  'record-discrimination-reported': 'Record that discrimination was reported',
  withdraw: 'Record that the person withdrew',
  'undo-withdrawal': 'Undo the withdrawal',
  close: 'Close the case',
};

export const doneNames: Record<OfficerCommand, string> = {
  'mark-read': 'New messages are marked as read',
  'reached-another-way': 'Recorded: the person was reached another way',
  'confirm-caller': 'The caller’s details are confirmed. See Letters for what goes out',
  'record-call-back': 'Recorded: how you rang back',
  'check-transcript': 'Recorded: you listened to the recording',
  'record-posted': 'Recorded: the letter was posted',
  'answer-chaser': 'Answered. See Letters for how it goes out',
  approve: 'Approved. See Letters for how it goes out',
  'return-proposal': 'Returned with your comments',
  'accept-at-stage-two': 'Accepted at stage two. Allocate it to somebody who has not dealt with it before',
  'decline-stage-two': 'Declined. The person is being told',
  'set-aside-follow-up': 'Recorded with your reason',
  'correct-email': 'Email address corrected. Later letters go there',
  'accept-at-stage-one': 'Accepted at stage one',
  'record-service-request': 'Recorded as a service request. The person is being told',
  'hand-over': 'Handed over. The other team and the person are being told',
  signpost: 'The person is being told who decides',
  decline: 'Not accepted. The person is being told',
  'thank-for-feedback': 'Recorded as feedback. The person is being thanked',
  'confirm-hand-over': 'Recorded: the other team has it',
  'return-hand-over': 'Recorded: the other team does not take it. Decide anew where it belongs',
  'start-hazard': 'The clocks run. Repairs are being told',
  'record-hazard-step': 'Recorded: what was done about the hazard',
  allocate: 'Allocated',
  'record-conflict': 'Recorded: they take no part in this case',
  'remove-conflict': 'Recorded: they may take part again',
  'ask-contribution': 'Asked. The service is being told that something waits',
  'record-contribution': 'Recorded: what the service answered',
  acknowledge: 'Acknowledged. See Letters for how it goes out',
  'record-contact': 'Contact recorded',
  'ask-clarification': 'The person is being asked. The date of the acknowledgement stays',
  'acknowledge-and-respond': 'Acknowledged and answered in one letter. See Letters for how it goes out',
  'amend-definition': 'Corrected. The person is being told',
  'record-offer-answer': 'Recorded: what they said to our offer',
  extend: 'Extended. The person is being told',
  'agree-updates': 'Recorded: when they hear from us',
  'send-update': 'The update is on its way. See Letters for how it goes out',
  'word-apology': 'Your words go out with the apology, if the date is missed',
  'escalate-unanswered': 'Accepted at stage two. Allocate it to somebody who has not dealt with it before',
  'answer-now': 'Recorded: it is answered now, at stage one',
  respond: 'Responded. See Letters for how it goes out',
  'promise-remedy': 'Promised. The person is being told',
  'record-remedy-done': 'Recorded: it is done',
  'change-remedy-date': 'Recorded. The person is being told the new date',
  'record-remedy-undeliverable': 'Recorded. The person is being told. Promise now what we offer instead',
  'record-answer-to-done': 'Recorded: what they told us',
  'answer-service-request': 'Answered. The person is being told',
  'record-fixed-answer': 'Recorded: what they told us',
  'record-choice': 'Recorded: what they chose',
  'add-point': 'Added to the complaint. The person is being told',
  'verify-authority': 'Recorded: their authority is verified',
  'refuse-authority': 'Recorded. The representative is being told',
  'record-representative': 'Recorded. Until their authority is verified, only the person is answered',
  'correct-person': 'Their details are corrected. Later letters go there',
  'record-adjustments': 'Recorded. Every letter from now on follows it',
  'record-group': 'Recorded: who complains with them',
  'record-bereavement': 'Recorded. Nothing is addressed to somebody who has died',
  'raise-discrimination': 'Raised. An equality co-ordinator is being asked',
  'record-consultation': 'Your advice is on record',
  'record-discrimination-reported': 'Recorded: discrimination was reported',
  withdraw: 'Withdrawal recorded. The person is being told',
  'undo-withdrawal': 'The case goes on from where it was. The person is being told',
  close: 'The case is closed',
};

/** Said in place of what was done, where only two people may do it (duty D28). */
export const waitsForSecondPerson = 'It waits for a second person. Nothing goes out until they have approved it';

export const declineGroundNames: Record<DeclineGround, string> = {
  'long-after-the-response': 'They asked a long time after our response (six months are typical)',
  'already-considered': 'Already considered under the policy',
  'legal-proceedings': 'Subject of legal proceedings',
  'not-under-the-policy': 'Not covered by the policy',
};

export const staffRoleNames: Record<StaffRole, string> = {
  'complaints-team': 'Complaints team',
  'head-of-complaints': 'Head of Customer Service and Complaints',
  director: 'Director',
  'equality-co-ordinator': 'Equality co-ordinator',
  'monitoring-officer': 'Monitoring officer',
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
};

export const wayNames: Record<WayToReach, string> = { email: 'email', telephone: 'telephone', post: 'post' };

export const holdNames: Record<HoldReason, string> = {
  'spam-suspected': 'It may be spam',
  unreadable: 'We could not read it',
  encrypted: 'It is encrypted, so we could not read it. Ask the person to send it again as plain words, or by the form',
  'virus-found': 'It carried a virus',
  'needs-listening': 'A recorded call whose words could not be made out. Listen to it',
  'seems-automatic': 'It looked automatic, and an officer says that a person wrote it',
};

export const noAnswerNames: Record<TakesNoAnswer, string> = {
  'no-reply': 'The address that they wrote from takes no answers',
  list: 'They wrote through a mailing list, and an answer would go to everybody on it',
  'our-mailbox': 'A colleague passed this on from our own mailbox',
};

export const noticeNames: Record<NoticeKind, string> = {
  receipt: 'Receipt',
  acknowledgement: 'Acknowledgement',
  extension: 'Extension',
  response: 'Response',
  'stage-two-declined': 'Stage two declined',
  clarification: 'Our question',
  'definition-amended': 'What we now understand',
  update: 'Update',
  apology: 'Apology for a missed date',
  'service-request-recorded': 'Service request recorded',
  'service-request-answer': 'Service request answered',
  'another-route': 'What happens instead',
  'handed-over': 'Handed over to another team',
  signposted: 'Who else decides',
  'not-accepted': 'Not accepted as a complaint',
  'feedback-thanks': 'Thanks for feedback',
  'to-receiving-team': 'Hand-over: told to the other team',
  'hazard-to-repairs': 'Hazard: told to Repairs',
  'contacts-to-check': 'Contact details to check again',
  'is-it-fixed': 'Is it fixed?',
  'issue-joined': 'A new issue added',
  'withdrawal-confirmed': 'Withdrawal confirmed',
  'withdrawal-undone': 'We are carrying on',
  'chaser-answer': 'Where the complaint has got to',
  'cases-merged': 'One number for two cases',
  'authority-needed': 'Authority asked for',
  'authority-refused': 'Authority not accepted',
  'equality-advice-wanted': 'Advice asked of an equality co-ordinator',
  'discrimination-report': 'Discrimination reported',
  'remedy-promised': 'What we promise',
  'remedy-late': 'A new date for what we promised',
  'remedy-undeliverable': 'What we cannot do',
  'did-we-do-it': 'Did we do it?',
  alert: 'Reminder to officers',
  'possible-harm': 'Possible harm: told at once',
  'held-waiting': 'Messages that wait for a person',
  'long-overdue': 'Overdue for long: the list of the day',
  'contribution-asked': 'A service asked for its part',
};

export const followUpNames: Record<FollowUpKind, string> = {
  chaser: 'Asks for news',
  'new-evidence': 'Adds something',
  correction: 'Corrects us',
  withdrawal: 'May want to withdraw',
  dissatisfaction: 'Not satisfied',
  'new-matter': 'May be another matter',
};

/** What an officer should do about each, in one sentence. */
export const followUpAdvice: Record<FollowUpKind, string> = {
  chaser: 'Answer within 1 working day.',
  'new-evidence': 'Pass it to whoever looks into the complaint.',
  correction: 'Check how we describe the complaint, and say so in the next letter. The dates do not move.',
  withdrawal: 'Make sure that they mean it, then record it: a letter confirms it. Safeguarding and promised remedies go on.',
  dissatisfaction:
    'After our response this is a request for stage two, however it is worded: acknowledge it within 5 working days. Before it, answer what they say. Where there was no complaint yet, this makes one, from the day it came.',
  'new-matter': 'Say whether it belongs to this case or is a complaint of its own.',
};

export const joinedNames: Record<WayToJoin, string> = {
  'reply-address': 'sent to this case’s own reply address',
  reference: 'an answer to a message of ours about this case',
  'case-number': 'names this case, and the sender’s address was confirmed',
  'same-message': 'the same message as one before',
  officer: 'put here by an officer',
};

export const automaticNames: Record<AutomaticMail, string> = {
  'auto-reply': 'An automatic reply',
  bounce: 'Returned mail',
  'our-own': 'Our own mail come back',
  voicemail: 'A voicemail by email; the call stands by itself',
};

export const questionNames: Record<Question['kind'], string> = { 'same-or-new': 'Same or new?', unmatched: 'Unmatched' };

export const questionReasonNames: Record<Question['because'], string> = {
  stranger: 'It carries the proof of a case, but its sender is nobody who writes in that case',
  'changed-subject': 'It has a subject that we do not know from this case',
  'new-matter': 'Its words speak of another matter',
  'several-cases': 'It belongs to more than one case of this person',
  'case-number': 'It names a case, but nothing proves that its sender may write into it',
  'reply-to-unknown': 'It looks like a reply, and we do not know to what',
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
  londonClock ??= new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit' });
  return `${inShort(londonDateOf(moment))} at ${londonClock.format(new Date(moment))}`;
}

/** Kept once made. Not made at the start, of which it would be a third. */
let londonClock: Intl.DateTimeFormat | undefined;

export function queueStanding(entry: QueueEntry): string {
  return entry.stage === 'received' ? `Suggested: ${routeNames[entry.suggested]}` : stageName(entry.stage, entry.stageTwo ?? false);
}
