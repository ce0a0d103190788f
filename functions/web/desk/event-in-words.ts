import type { CouncilFacts } from '../../../council/facts.ts';
import { inWords } from '../../domain/calendar/local-date.ts';
import type { Officer } from '../../domain/cases/actor.ts';
import { acknowledgementKinds, type CalendarRevisedEvent, type MovedDate } from '../../domain/cases/calendar-revision/calendar-revision.ts';
import type { Allocation } from '../../domain/cases/case.ts';
import type { CaseEvent, EventOf, MissedDeadline } from '../../domain/cases/event.ts';
import type { Remedy } from '../../domain/cases/remedies/remedy.ts';
import { contributionInWords } from './allocation-view.ts';
import { inTouchEventInWords } from './in-touch-view.ts';
import { noticeNames } from './letter-words.ts';
import { followUpNames, joinedNames } from './message-words.ts';
import { advisedAnewInWords, peopleEventInWords } from './people-view.ts';
import { declinedInWords, proposedInWords, proposedNames } from './proposal-in-words.ts';
import { offerInWords, remedyEventInWords } from './remedy-view.ts';
import { notNeededInWords, releasedInWords } from './response-words.ts';
import { turnedAwayInWords } from './turning-away-words.ts';
import { nameOfResponse, whoDid } from './two-people.ts';
import {
  channelNames,
  conflictNames,
  deadlineNames,
  momentInWords,
  ombudsmanName,
  outcomeNames,
  restrictionGroundNames,
  routeNames,
  serviceName,
  staffRoleNames,
  wayNames,
} from './words.ts';

/** One line of the timeline. `details` are sentences, some of them typed by people. */
export type EventInWords = { readonly title: string; readonly details: readonly string[]; readonly who: string; readonly when: string };

/** What moved, and what a late holiday never moves: the dates that the person has from us (decision 16). */
function movedInWords({ holiday, moved }: CalendarRevisedEvent): readonly string[] {
  const promised = moved.some(({ deadline }) => promisedKinds.some((kind) => kind === deadline));
  return [
    `${inWords(holiday.date)} was proclaimed a bank holiday.`,
    ...moved.map(({ deadline, from, to }) => `${deadlineNames[deadline]}: due on ${inWords(to)}. It was ${inWords(from)}.`),
    ...(promised ? ['A date in a letter that we sent stays what it was: we still work to it.'] : []),
  ];
}

const promisedKinds: readonly MovedDate['deadline'][] = [...acknowledgementKinds, 'respond', 'respond-stage-two'];

/** `events`: all of the case, where they are known; an event alone does not say at which stage it was. */
export function eventInWords(
  council: CouncilFacts,
  event: CaseEvent,
  remedies?: readonly Remedy[],
  events: readonly CaseEvent[] = [],
): EventInWords {
  const { title, details = [] } = wordsOf(council, event, remedies, events);
  return { title, details, who: whoDid(council, event, events), when: momentInWords(event.at) };
}

/** The same, said to one officer: what they did themselves is theirs. */
export function eventForReader(council: CouncilFacts, event: CaseEvent, reader: Officer): EventInWords {
  const words = eventInWords(council, event);
  return event.by.kind === 'officer' && event.by.subject === reader.subject ? { ...words, who: 'you' } : words;
}

function wordsOf(
  council: CouncilFacts,
  event: CaseEvent,
  remedies: readonly Remedy[] | undefined,
  events: readonly CaseEvent[],
): { readonly title: string; readonly details?: readonly string[] } {
  switch (event.type) {
    case 'complaint-received':
      return {
        title: 'Received',
        details: [
          `${channelNames[event.channel]}, received ${momentInWords(event.receivedAt)}.`,
          `Suggested: ${routeNames[event.suggestion.primary]}.`,
        ],
      };
    case 'correspondence-added':
      return {
        title: event.duplicateOf ? 'The same message once more' : 'New message',
        details: [
          `${channelNames[event.channel]}, received ${momentInWords(event.receivedAt)}.`,
          ...(event.joinedBy ? [`It is here because: ${joinedNames[event.joinedBy]}.`] : []),
          ...(event.movedFrom ? [`It stood in ${event.movedFrom} before.`] : []),
          ...(event.merges ? ['They are told to use the number of this case.'] : []),
          ...(event.receivedEarlier
            ? [`The same complaint reached us on ${inWords(event.receivedEarlier)}: its clock runs from that day.`]
            : []),
        ],
      };
    case 'question-answered':
      return { title: 'A message belongs here' };
    case 'contact-moved-out':
      return { title: `A message was moved to ${event.to}`, details: placeInWords(event) };
    case 'point-added':
      return {
        title: 'Complaint handling is part of this complaint',
        details: [`They asked for news after ${inWords(event.due)} had gone by: ${deadlineNames[event.deadline].toLowerCase()}.`],
      };
    case 'chaser-answered':
      return { title: 'Answered somebody who asked for news', details: [event.answer] };
    case 'stage-two-acknowledged':
      return { title: 'Stage two acknowledged', details: [event.how] };
    case 'accepted-at-stage-two':
      return { title: 'Accepted at stage two', details: [`They asked for it on ${inWords(event.askedOn)}.`, ...advisedAnewInWords(event)] };
    case 'stage-two-declined':
      return { title: 'Stage two declined', details: declinedInWords(event) };
    case 'proposed':
      return {
        title: `Waits for a second person: ${event.command.type === 'respond' ? nameOfResponse(event, events) : proposedNames[event.command.type]}`,
        details: proposedInWords(council, event.command, remedies),
      };
    case 'approved':
      return { title: 'Approved by a second person' };
    case 'released':
      return releasedInWords(event);
    case 'proposal-returned':
      return { title: 'Returned with comments', details: [event.comments] };
    case 'follow-up-set-aside':
      return { title: `Needs no action: ${followUpNames[event.followUp].toLowerCase()}`, details: [event.reason] };
    case 'correspondence-read':
      return { title: 'New messages read' };
    case 'accepted-at-stage-one':
      return {
        title: 'Accepted at stage one',
        details: [
          `Lead service: ${serviceName(council, event.service)}. Ombudsman: ${ombudsmanName(council, event.ombudsman)}.`,
          ...(event.requestGoesOn ? ['Work on the request goes on.'] : []),
          ...(event.expressedOn ? [`A complaint since ${inWords(event.expressedOn)}: they told us then that they are not satisfied.`] : []),
        ],
      };
    case 'service-request-recorded':
      return {
        title: 'Recorded as a service request',
        details: [`${serviceName(council, event.service)}, promised by ${inWords(event.promisedBy)}.`, event.whatWeWillDo],
      };
    case 'sent-another-way':
      return { title: `Sent another way: ${routeNames[event.route]}`, details: [event.reasons, event.whatToDoInstead] };
    case 'handed-over':
    case 'hand-over-told':
    case 'hand-over-confirmed':
    case 'hand-over-returned':
    case 'signposted':
    case 'declined':
    case 'feedback-recorded':
    case 'hazard-started':
    case 'hazard-step-recorded':
      return turnedAwayInWords(council, event);
    case 'harm-taken':
      return { title: 'Possible harm taken', details: ['They see to it. What becomes of the case is decided apart.'] };
    case 'allocated':
      return { title: `Allocated to ${event.allocation.officer.name}`, details: allocationInWords(council, event.allocation) };
    case 'allocation-refused':
      return { title: `Not allocated to ${event.officer.name}`, details: [event.because] };
    case 'conflict-recorded':
      return { title: `${event.conflict.name} takes no part`, details: [`${conflictNames[event.conflict.kind]}.`, event.conflict.because] };
    case 'conflict-removed':
      return { title: `${event.name} may take part again`, details: [event.because] };
    case 'contribution-asked':
      return {
        title: `${serviceName(council, event.contribution.service)} asked for its part`,
        details: contributionInWords(event.contribution),
      };
    case 'contribution-recorded':
      return { title: 'Another service answered', details: [event.answer] };
    case 'acknowledged':
      return {
        title: 'Acknowledged',
        details: [event.acknowledgement.definition, ...(event.responseDue ? [`Response due ${inWords(event.responseDue)}.`] : [])],
      };
    case 'notice-undelivered':
      return { title: 'A letter did not arrive', details: [event.why] };
    case 'notice-called-spam':
      return {
        title: 'A letter was called spam',
        details: ['By the person, or by their mail provider. Nothing more is sent to that address.'],
      };
    case 'email-corrected':
      return {
        title: 'Email address corrected',
        details: [`Our letters now go to ${event.email}.`, ...(event.sendsAgain ? ['What had not arrived was sent there again.'] : [])],
      };
    case 'reached-another-way':
      return { title: 'Reached another way', details: [event.how] };
    case 'caller-confirmed':
      return { title: 'Caller confirmed', details: callerInWords(event) };
    case 'representative-recorded':
    case 'authority-verified':
    case 'authority-refused':
    case 'person-corrected':
    case 'group-recorded':
    case 'bereavement-recorded':
    case 'adjustments-agreed':
    case 'discrimination-raised':
    case 'equality-advice-given':
    case 'discrimination-ruled-out':
    case 'discrimination-reported':
      return peopleEventInWords(event);
    case 'taken-back':
      return { title: 'Taken back before its letter left', details: [] };
    case 'crm-reference-recorded':
      return { title: event.crmReference ? `CRM reference: ${event.crmReference}` : 'CRM reference taken away', details: [] };
    case 'restricted':
      return {
        title: 'Restricted',
        details: [
          `${restrictionGroundNames[event.ground]}. Seen by: ${event.groups.map((group) => staffRoleNames[group]).join(', ')}.`,
          event.because,
        ],
      };
    case 'restriction-lifted':
      return { title: 'Restriction lifted', details: [event.because] };
    case 'calendar-revised':
      return { title: `Dates moved by a bank holiday: ${event.holiday.name}`, details: movedInWords(event) };
    case 'told-of-infected-files':
      return {
        title: 'Virus found in what they sent',
        details: [
          `In ${event.names.map((name) => `“${name}”`).join(', ')}. We tell them that nobody can open it and how to send it again.`,
        ],
      };
    case 'receipt-written':
      return { title: 'Receipt written', details: ['Now that we know how to write to them.'] };
    case 'called-back':
      return { title: calledBack[event.outcome], details: [`On ${inWords(event.on)}.`, event.note] };
    case 'transcript-checked':
      return {
        title: 'Recording listened to',
        details: event.corrected === undefined ? ['The words are right.'] : ['The words are corrected.', event.corrected],
      };
    case 'audio-deleted':
      return {
        title: 'Recording deleted',
        details: [`Deleted on ${inWords(event.on)}: its words had been checked and its time was over.`],
      };
    case 'letter-posted':
      return { title: `Posted: ${noticeNames[event.kind].toLowerCase()}`, details: [`Posted or handed over on ${inWords(event.on)}.`] };
    case 'extended':
      return {
        title: `Extended to ${inWords(event.extension.due)}`,
        details: [event.extension.reason, ...(event.exceptionalReason ? [event.exceptionalReason] : [])],
      };
    case 'responded':
      return {
        title: `Responded: ${outcomeNames[event.response.outcome].toLowerCase()}`,
        details: [event.decision, ...(event.remedies ?? []).map(offerInWords), ...notNeededInWords(event)],
      };
    case 'remedy-promised':
    case 'remedy-done':
    case 'remedy-undeliverable':
    case 'remedy-date-changed':
    case 'asked-whether-done':
    case 'confirmed-done':
    case 'remedy-reopened':
      return remedyEventInWords(event, remedies);
    case 'service-request-answered':
      return { title: 'Service request answered', details: [event.answer] };
    case 'clarification-asked':
    case 'definition-amended':
    case 'contact-recorded':
    case 'contact-not-needed':
    case 'offer-answered':
    case 'updates-set':
    case 'update-sent':
    case 'apology-worded':
    case 'apologised':
    case 'asked-while-overdue':
    case 'escalated-unanswered':
    case 'to-be-answered-now':
      return inTouchEventInWords(event);
    case 'deadline-missed':
      return {
        title: 'A deadline was missed',
        details: [
          `${missed[event.deadline]} was due ${inWords(event.due)} and was ${event.extended ? 'extended only' : 'met'} on ${inWords(event.metOn)}.`,
        ],
      };
    case 'asked-whether-fixed':
      return { title: 'Asked whether it is fixed', details: [`On ${inWords(event.on)}.`] };
    case 'fixed-answer-recorded':
      return {
        title: event.fixed === 'yes' ? 'They say it is fixed' : 'They say it is not fixed',
        details: [`They told us on ${inWords(event.on)}.`, event.note],
      };
    case 'choice-offered':
      return { title: 'Offered the choice to complain', details: ['In the letter of that day, as a tenant of the council.'] };
    case 'choice-recorded':
      return {
        title: event.complain ? 'They chose to complain' : 'They chose to leave it as a request',
        details: [`They told us on ${inWords(event.on)}.`],
      };
    case 'issue-joined':
      return {
        title: 'A new issue joined the complaint',
        details: [event.words, `Ombudsman: ${ombudsmanName(council, event.ombudsman)}.`],
      };
    case 'withdrawn':
      return {
        title: 'Withdrawn',
        details: [event.howWeKnow, ...(event.harmDealtWith ? [`About the possible harm: ${event.harmDealtWith}`] : [])],
      };
    case 'withdrawal-undone':
      return { title: 'Withdrawal undone', details: [event.howWeKnow] };
    case 'closed':
      return { title: 'Closed', details: [event.reason] };
    default:
      return event satisfies never;
  }
}

function allocationInWords(council: CouncilFacts, { service, reason, external }: Allocation): readonly string[] {
  return [
    serviceName(council, service),
    ...(reason ? [reason] : []),
    ...(external ? [`External investigator: ${external.name}, ${external.organisation}.`, external.reasons] : []),
  ];
}

function placeInWords({ opened, newIssue }: EventOf<'contact-moved-out'>): readonly string[] {
  if (opened) return ['This case is part of that one.'];
  return newIssue ? ['It is a new issue: the two cases are linked.'] : [];
}

const calledBack = {
  spoke: 'Rang back and spoke to them',
  'no-answer': 'Rang back and nobody answered',
  'no-number': 'No number to ring back on',
} as const;

function callerInWords({ caller, reachBy }: EventOf<'caller-confirmed'>): readonly string[] {
  const details = [caller.name, caller.telephone, caller.email, caller.address].filter((detail) => detail !== undefined);
  const ways = reachBy.map((way) => wayNames[way]);
  return [details.join(', '), ways.length > 0 ? `Safe ways to reach them: ${ways.join(', ')}.` : 'They called no way safe.'];
}

const missed: Record<MissedDeadline, string> = {
  acknowledge: 'The acknowledgement',
  respond: 'The response',
  'acknowledge-stage-two': 'The acknowledgement at stage two',
  'respond-stage-two': 'The final response',
  'service-request': 'The service request',
};
