import type { CouncilFacts } from '../../../council/facts.ts';
import { inWords } from '../../domain/calendar/local-date.ts';
import type { CaseEvent } from '../../domain/cases/case.ts';
import { actorName, channelNames, momentInWords, noticeNames, ombudsmanName, outcomeNames, routeNames, serviceName } from './words.ts';

/** One line of the timeline. `details` are sentences, some of them typed by people. */
export type EventInWords = { readonly title: string; readonly details: readonly string[]; readonly who: string; readonly when: string };

export function eventInWords(council: CouncilFacts, event: CaseEvent): EventInWords {
  const { title, details = [] } = wordsOf(council, event);
  return { title, details, who: actorName(event.by), when: momentInWords(event.at) };
}

function wordsOf(council: CouncilFacts, event: CaseEvent): { readonly title: string; readonly details?: readonly string[] } {
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
      return { title: 'New message', details: [`${channelNames[event.channel]}, received ${momentInWords(event.receivedAt)}.`] };
    case 'correspondence-read':
      return { title: 'New messages read' };
    case 'accepted-at-stage-one':
      return {
        title: 'Accepted at stage one',
        details: [`Lead service: ${serviceName(council, event.service)}. Ombudsman: ${ombudsmanName(council, event.ombudsman)}.`],
      };
    case 'service-request-recorded':
      return {
        title: 'Recorded as a service request',
        details: [`${serviceName(council, event.service)}, promised by ${inWords(event.promisedBy)}.`, event.whatWeWillDo],
      };
    case 'sent-another-way':
      return { title: `Sent another way: ${routeNames[event.route]}`, details: [event.reasons, event.whatToDoInstead] };
    case 'allocated':
      return { title: `Allocated to ${event.allocation.officer.name}`, details: [serviceName(council, event.allocation.service)] };
    case 'acknowledged':
      return {
        title: 'Acknowledged',
        details: [event.acknowledgement.definition, ...(event.responseDue ? [`Response due ${inWords(event.responseDue)}.`] : [])],
      };
    case 'notice-undelivered':
      return { title: 'A letter did not arrive', details: [event.why] };
    case 'reached-another-way':
      return { title: 'Reached another way', details: [event.how] };
    case 'letter-posted':
      return { title: `Posted: ${noticeNames[event.kind].toLowerCase()}`, details: [`Posted or handed over on ${inWords(event.on)}.`] };
    case 'extended':
      return {
        title: `Extended to ${inWords(event.extension.due)}`,
        details: [event.extension.reason, ...(event.exceptionalReason ? [event.exceptionalReason] : [])],
      };
    case 'responded':
      return { title: `Responded: ${outcomeNames[event.response.outcome].toLowerCase()}`, details: [event.decision] };
    case 'service-request-answered':
      return { title: 'Service request answered', details: [event.answer] };
    case 'deadline-missed':
      return {
        title: 'A deadline was missed',
        details: [`${missed[event.deadline]} was due ${inWords(event.due)} and was met on ${inWords(event.metOn)}.`],
      };
    case 'withdrawn':
      return { title: 'Withdrawn', details: [event.howWeKnow] };
    case 'closed':
      return { title: 'Closed', details: [event.reason] };
    default:
      return event satisfies never;
  }
}

const missed = { acknowledge: 'The acknowledgement', respond: 'The response', 'service-request': 'The service request' } as const;
