import type { CouncilFacts } from '../../../council/facts.ts';
import type { ShownCase } from '../../app/show-case.ts';
import { type Instant, inWords, londonDateOf } from '../../domain/calendar/local-date.ts';
import type { CaseState, StageTwo } from '../../domain/cases/case.ts';
import { readyToMoveOut } from '../../domain/cases/conversation/ready.ts';
import { isRefusal } from '../../domain/cases/decision.ts';
import { flagsOf } from '../../domain/cases/flags.ts';
import { leadServiceOf } from '../../domain/cases/lead-service.ts';
import { namesOldDate } from '../../domain/cases/reaching/outdated.ts';
import { wayTaken } from '../../domain/cases/standing.ts';
import { isUntold } from '../../domain/cases/turning-away/turning-away.ts';
import { isCopy } from '../../domain/notices/notice-id.ts';
import { paths } from '../paths.ts';
import { offeredLanguages } from '../words/languages.ts';
import { careOf } from './care-view.ts';
import { conversationOf } from './conversation-view.ts';
import { movedAway } from './correspondence-view.ts';
import { dueOf } from './due-view.ts';
import { eventInWords } from './event-in-words.ts';
import type { Fact } from './fact.ts';
import { documentsOf } from './files-view.ts';
import { inTouchFacts } from './in-touch-view.ts';
import { datesChanged, noticeNames } from './letter-words.ts';
import { peopleOfCase } from './people-of-case.ts';
import { discriminationFacts, formatNames } from './people-view.ts';
import { pointsTable } from './points-view.ts';
import { remedyFacts } from './remedy-view.ts';
import { linksView, requestFacts } from './request-facts.ts';
import { suggestionView } from './suggestion-view.ts';
import { timelineOf } from './timeline-view.ts';
import { turningAwayFacts } from './turning-away-view.ts';
import {
  channelNames,
  deadlineNames,
  flagTags,
  momentInWords,
  ombudsmanName,
  outcomeNames,
  personName,
  serviceName,
  stageName,
} from './words.ts';

/** Everything that the case page shows, in words, apart from what may be done. */
export function caseView(council: CouncilFacts, shown: ShownCase, now: Instant) {
  const { state } = shown;
  const opening = openingOf(shown);
  return {
    ...briefView(council, shown, now),
    unread: state.unread && { count: state.unread.count, since: inWords(state.unread.since) },
    undelivered: state.undelivered && {
      whom: isCopy(state.undelivered.noticeId) ? 'one of the people who complain together' : 'the person',
      why: isUntold(state) ? state.undelivered.why : state.undelivered.why.replace(/\.$/, ''),
      // Where nobody may be told yet, no letter was sent that could not arrive.
      untold: isUntold(state),
      since: inWords(state.undelivered.since),
    },
    toPost: state.toPost
      ?.map(
        (letter) =>
          `${noticeNames[letter.kind].toLowerCase()}${letter.member ? ` for ${letter.member}` : ''}${letter.format ? ` (${formatNames[letter.format].toLowerCase()})` : ''}${namesOldDate(state, letter) ? ` (${datesChanged})` : ''}`,
      )
      .join(', '),
    facts: [...factsOf(council, state), ...remedyFacts(state, shown.events)],
    undecided: state.stage === 'received',
    suggestion: suggestionView(council, state.suggestion, opening),
    movedAway: movedAway(shown.events),
    links: linksView(state),
    sameAs: isRefusal(readyToMoveOut(state, true)) ? undefined : paths.merge(state.reference),
    questions: state.questions?.length,
    people: peopleOfCase(council, state),
    documents: documentsOf(shown),
    timeline: timelineOf(council, shown, now),
  };
}

/** What must be at hand for whatever is done in a case: beside each form, and at the head of the case page. */
export function briefView(council: CouncilFacts, shown: ShownCase, now: Instant) {
  const { state } = shown;
  return {
    reference: state.reference,
    title: personName(state.complainant),
    service: serviceName(council, leadServiceOf(state)),
    stage: stageName(state.stage, 'stageTwo' in state && state.stageTwo !== undefined, wayTaken(state)),
    flags: flagTags(flagsOf(state)),
    harm: state.harm && {
      since: momentInWords(state.harm.since),
      taken: state.harm.taken && `${state.harm.taken.by.name} took it on ${momentInWords(state.harm.taken.at)}`,
    },
    care: careOf(state, openingOf(shown), offeredLanguages(council)),
    ...dueOf(shown.deadlines, londonDateOf(now)),
    definition: definitionOf(state),
    points: pointsTable(council, state, shown.events),
    conversation: conversationOf(shown),
    proposal: proposalView(council, shown),
  };
}

/** The message that opened the case; undefined where it has moved to another. */
function openingOf({ events, contacts }: ShownCase) {
  const opening = events.find((event) => event.type === 'complaint-received')?.contactId;
  return contacts.find(({ id }) => id === opening);
}

/** What waits for a second person, word for word. */
function proposalView(council: CouncilFacts, { state, events }: ShownCase) {
  const event = state.proposal && events[state.proposal.number - 1];
  if (!state.proposal || event?.type !== 'proposed') return undefined;
  return { ...eventInWords(council, event, state.remedies, events), because: state.proposal.because };
}

function definitionOf(state: CaseState): string | undefined {
  const open = state.stage === 'closed' ? state.was : state;
  return 'acknowledgement' in open ? open.acknowledgement.definition : undefined;
}

function factsOf(council: CouncilFacts, state: CaseState): readonly Fact[] {
  const facts: Fact[] = [
    { term: 'Received', detail: `${inWords(state.receivedOn)}, ${channelNames[state.channel].toLowerCase()}` },
    ...(state.crmReference ? [{ term: 'CRM reference', detail: state.crmReference }] : []),
    { term: 'Lead service', detail: serviceName(council, leadServiceOf(state)) },
  ];
  const open = state.stage === 'closed' ? state.was : state;
  if ('ombudsman' in open && open.ombudsman) facts.push({ term: 'Ombudsman', detail: ombudsmanName(council, open.ombudsman) });
  facts.push(...requestFacts(state));
  if ('stageTwo' in open && open.stageTwo)
    facts.push({ term: 'Stage two asked for', detail: inWords(open.stageTwo.askedOn) }, stageOneDecision(open.stageTwo));
  facts.push(...inTouchFacts(state));
  facts.push(...discriminationFacts(state));
  if ('response' in open) facts.push({ term: 'Decision', detail: outcomeNames[open.response.outcome] });
  if ('joined' in open && open.joined)
    facts.push({ term: 'Joined since', detail: open.joined.map(({ words }, index) => `${index + 1}. ${words}`).join('\n') });
  for (const { deadline, due } of state.points ?? [])
    facts.push({
      term: 'Also part of it: complaint handling',
      detail: `They asked for news after ${inWords(due)} had gone by (${deadlineNames[deadline].toLowerCase()}). Answer for that too.`,
    });
  facts.push(...turningAwayFacts(council, state));
  if (state.stage === 'closed') facts.push({ term: 'Closed', detail: `${inWords(state.closedOn)}. ${state.reason}` });
  return facts;
}

function stageOneDecision({ stageOne: { response } }: StageTwo): Fact {
  return {
    term: 'Decision at stage one',
    detail: response ? `${outcomeNames[response.outcome]}, ${inWords(response.on)}` : 'None: it was not answered in time',
  };
}
