import type { CouncilFacts } from '../../../council/facts.ts';
import type { NoticeRecord } from '../../app/ports.ts';
import type { ShownCase } from '../../app/show-case.ts';
import { type Instant, inWords, type LocalDate, londonDateOf } from '../../domain/calendar/local-date.ts';
import type { Reference } from '../../domain/cases/actor.ts';
import type { CaseState, StageTwo } from '../../domain/cases/case.ts';
import type { CaseEvent } from '../../domain/cases/event.ts';
import { flagsOf } from '../../domain/cases/flags.ts';
import { leadServiceOf } from '../../domain/cases/lead-service.ts';
import { isUnsettled } from '../../domain/cases/people/answered.ts';
import type { Deadline } from '../../domain/deadlines/deadline.ts';
import type { Contact } from '../../domain/intake/contact.ts';
import { isUnconfirmed, type Step } from '../../domain/notices/standing.ts';
import { reasonsToShow } from '../../domain/triage/reasons-to-show.ts';
import type { Evidence, Suggestion } from '../../domain/triage/suggestion.ts';
import { whatToAsk } from '../../domain/triage/what-to-ask.ts';
import { paths } from '../paths.ts';
import { allocationFacts } from './allocation-view.ts';
import { attachmentInWords } from './attachment-in-words.ts';
import { callView } from './call-view.ts';
import { arrivalOf, evidenceOf, movedAway } from './correspondence-view.ts';
import { eventInWords } from './event-in-words.ts';
import type { Fact } from './fact.ts';
import { heardWords } from './heard-words.ts';
import { highlight } from './highlight.ts';
import { inTouchFacts } from './in-touch-view.ts';
import { noticeNames } from './letter-words.ts';
import { noAnswerNames } from './message-words.ts';
import { discriminationFacts, formatNames, peopleCare } from './people-view.ts';
import { remedyFacts } from './remedy-view.ts';
import { linksView, requestFacts } from './request-facts.ts';
import { turningAwayFacts, wayThere } from './turning-away-view.ts';
import {
  aboutName,
  channelNames,
  deadlineNames,
  dueTag,
  flagTags,
  momentInWords,
  ombudsmanName,
  outcomeNames,
  personName,
  procedureNames,
  routeNames,
  serviceName,
  stageName,
  type Tag,
  wayNames,
} from './words.ts';

/** Everything that the case page shows, in words, apart from its forms. */
export function caseView(council: CouncilFacts, shown: ShownCase, now: Instant) {
  const today = londonDateOf(now);
  const { state, deadlines } = shown;
  const opening = shown.events.find((event) => event.type === 'complaint-received')?.contactId;
  const waiting = deadlines.filter((deadline) => deadline.met === undefined && deadline.ended === undefined);
  return {
    reference: state.reference,
    title: personName(state.complainant),
    service: serviceName(council, leadServiceOf(state)),
    stage: stageName(state.stage, 'stageTwo' in state && state.stageTwo !== undefined),
    flags: flagTags(flagsOf(state)),
    unread: state.unread && { count: state.unread.count, since: inWords(state.unread.since) },
    undelivered: state.undelivered && { why: state.undelivered.why, since: inWords(state.undelivered.since) },
    toPost: state.toPost
      ?.map(({ kind, format }) => `${noticeNames[kind].toLowerCase()}${format ? ` (${formatNames[format].toLowerCase()})` : ''}`)
      .join(', '),
    care: careOf(
      state,
      shown.contacts.find(({ id }) => id === opening),
    ),
    facts: [...factsOf(council, state), ...remedyFacts(state, shown.events)],
    due: [...waiting].sort(byDue).map((deadline) => dueView(deadline, today)),
    over: deadlines.filter((deadline) => !waiting.includes(deadline)).map((deadline) => dueView(deadline, today)),
    suggestion: suggestionView(council, state.suggestion),
    messages: shown.contacts.map((contact) => ({
      ...messageOf(contact, contact.id === opening ? reasonsToShow(state.suggestion.why) : evidenceOf(shown.events, contact)),
      call: contact.voicemail && callView(contact, contact.voicemail, shown.events),
      ...arrivalOf(shown, contact),
    })),
    movedAway: movedAway(shown.events),
    links: linksView(state),
    questions: state.questions?.length,
    proposal: proposalView(council, shown),
    notices: shown.notices.map((notice) => noticeView(state.reference, notice, shown.events, now)),
    timeline: shown.events.map((event) => eventInWords(council, event)).reverse(),
  };
}

function byDue(one: Deadline, other: Deadline): number {
  return (one.due ?? '') < (other.due ?? '') ? -1 : 1;
}

/** What waits for a second person, word for word. */
function proposalView(council: CouncilFacts, { state, events }: ShownCase) {
  const event = state.proposal && events[state.proposal.number - 1];
  if (!state.proposal || event?.type !== 'proposed') return undefined;
  return { ...eventInWords(council, event), because: state.proposal.because };
}

/** What an officer must know before touching the case: adjustments and safe contact (duties D6 and D7), and who speaks for whom (D18). */
function careOf(state: CaseState, opening: Contact | undefined) {
  const { complainant, reachBy, onBehalfOf } = state;
  const details = { email: complainant.email, telephone: complainant.telephone, post: complainant.address };
  const ways = reachBy.map((way) => `${wayNames[way]}${details[way] === undefined ? '' : `: ${details[way]}`}`);
  return {
    adjustments: state.adjustments ?? 'None asked for so far',
    reachBy: ways.length > 0 ? ways : [state.callBack ? ringBack(opening) : noWay(opening)],
    onBehalfOf:
      isUnsettled(state) &&
      onBehalfOf &&
      [onBehalfOf.name ?? 'somebody they did not name', onBehalfOf.relationship].filter(Boolean).join(', '),
    ...peopleCare(state),
  };
}

/** Somebody who rang asks for an answer; whether it is safe to say more than who is calling, only they can tell (duty D6). */
function ringBack(opening: Contact | undefined): string {
  const number = opening?.from.telephone ?? opening?.voicemail?.heard.telephone?.value;
  return `Ring back${number === undefined ? ', if you can find a number' : ` on ${number}`}. Until you know who is speaking, say only that the council is returning a call`;
}

function noWay(opening: Contact | undefined): string {
  return opening?.takesNoAnswer
    ? `${noAnswerNames[opening.takesNoAnswer]}. Nothing has been sent: look in what they wrote for another way to reach them`
    : 'They gave no safe way. Do not write, ring or email; wait until they get in touch';
}

function factsOf(council: CouncilFacts, state: CaseState): readonly Fact[] {
  const facts = [
    { term: 'Received', detail: `${inWords(state.receivedOn)}, ${channelNames[state.channel].toLowerCase()}` },
    { term: 'Lead service', detail: serviceName(council, leadServiceOf(state)) },
  ];
  const open = state.stage === 'closed' ? state.was : state;
  if ('allocation' in open && open.allocation) facts.push({ term: 'Officer', detail: open.allocation.officer.name });
  facts.push(...allocationFacts(council, state));
  if ('ombudsman' in open && open.ombudsman) facts.push({ term: 'Ombudsman', detail: ombudsmanName(council, open.ombudsman) });
  facts.push(...requestFacts(state));
  if ('stageTwo' in open && open.stageTwo)
    facts.push({ term: 'Stage two asked for', detail: inWords(open.stageTwo.askedOn) }, ...stageOneFacts(open.stageTwo));
  if ('acknowledgement' in open) facts.push({ term: 'The complaint as we understand it', detail: open.acknowledgement.definition });
  if ('acknowledgement' in open && open.acknowledgement.points)
    facts.push({ term: 'Its points', detail: open.acknowledgement.points.map(({ words }, index) => `${index + 1}. ${words}`).join('\n') });
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

function stageOneFacts({ stageOne: { allocation, response } }: StageTwo) {
  return [
    { term: 'Looked into at stage one by', detail: `${allocation.officer.name}, who takes no part in stage two` },
    {
      term: 'Decision at stage one',
      detail: response ? `${outcomeNames[response.outcome]}, ${inWords(response.on)}` : 'None: it was not answered in time',
    },
  ];
}

function dueView(deadline: Deadline, today: LocalDate) {
  const over = deadline.met !== undefined || deadline.ended !== undefined;
  return {
    what: deadline.kind === 'remedy' ? `${deadlineNames.remedy}: remedy ${deadline.about}` : deadlineNames[deadline.kind],
    when: deadline.due ? inWords(deadline.due) : 'No date could be worked out',
    tag: over || !deadline.due ? overTag(deadline) : dueTag(deadline.due, today),
    outcome: outcomeOf(deadline),
    target: measuredAgainst(deadline),
    why: deadline.explanation,
    source: deadline.source,
  };
}

function measuredAgainst({ missedBefore, performanceDue }: Deadline): string | undefined {
  if (missedBefore) return `We are measured against ${inWords(missedBefore)}: it had gone by before it was extended.`;
  return performanceDue && `We are measured against ${inWords(performanceDue)}, because the acknowledgement was late or did not arrive.`;
}

function overTag(deadline: Deadline): Tag | undefined {
  return deadline.missed ? { text: 'Late', classes: 'govuk-tag--red' } : undefined;
}

function outcomeOf(deadline: Deadline): string | undefined {
  if (deadline.met) return `Done on ${inWords(deadline.met)}.`;
  return deadline.ended && `It ended on ${inWords(deadline.ended)} before this was done.`;
}

function suggestionView(council: CouncilFacts, suggestion: Suggestion) {
  return {
    route: suggestion.needsPerson ? 'Nothing: a person must read it' : routeNames[suggestion.primary],
    certainty: certaintyOf(suggestion),
    rows: [
      ...(suggestion.needsPerson ? [] : [{ term: 'Confidence', detail: confidenceOf(suggestion) }]),
      ...(suggestion.also.length > 0
        ? [{ term: 'Also possible', detail: suggestion.also.map((route) => routeNames[route]).join('; ') }]
        : []),
      ...wayThere(suggestion),
      { term: 'Procedure', detail: procedureNames[suggestion.procedure] },
      { term: 'Lead service', detail: serviceName(council, suggestion.service) },
      { term: 'Ombudsman', detail: ombudsmanName(council, suggestion.ombudsman) },
    ],
    questions: whatToAsk(suggestion),
    reasons: reasonsOf(council, suggestion),
  };
}

/** The words that led to each part of the suggestion, together. */
function reasonsOf(council: CouncilFacts, suggestion: Suggestion) {
  const reasons = new Map<string, { readonly about: string; readonly policy: string; readonly quotes: Set<string> }>();
  for (const { about, policy, quote } of reasonsToShow(suggestion.why)) {
    const key = `${about} ${policy}`;
    const reason = reasons.get(key) ?? { about: aboutName(council, about), policy, quotes: new Set() };
    reason.quotes.add(quote);
    reasons.set(key, reason);
  }
  return [...reasons.values()].map(({ quotes, ...reason }) => ({ ...reason, quotes: [...quotes] }));
}

/** Nothing that a machine suggests is certain. */
function confidenceOf({ confidence }: Suggestion): string {
  return confidence > 0.99 ? 'Over 99%' : `${Math.round(confidence * 100)}%`;
}

function certaintyOf(suggestion: Suggestion): string {
  if (suggestion.needsPerson) return 'The words could not be read well enough to suggest anything.';
  return suggestion.sure
    ? 'The service is sure of it: suggestions like this one are nearly always right.'
    : 'The service is not sure of it: read the message with an open mind.';
}

/** `evidence`: the words that led to a suggestion are marked. */
export function messageOf(contact: Contact, evidence: readonly Evidence[]) {
  return {
    heading: `${channelNames[contact.channel]}, ${momentInWords(contact.receivedAt)}`,
    from: personName(contact.from),
    subject: highlight(
      contact.subject ?? '',
      evidence.filter((found) => found.in === 'subject'),
    ),
    text: heardWords(
      contact.text,
      evidence.filter((found) => found.in === 'text'),
      contact.voicemail?.doubtful ?? [],
    ),
    cut: !contact.textComplete,
    firstKnown: contact.firstKnown && inWords(contact.firstKnown),
    outcomeSought: contact.outcomeSought,
    unproven: contact.channel === 'email' && !contact.authenticated,
    automatic: contact.automatic !== undefined,
    noAnswer: contact.takesNoAnswer && noAnswerNames[contact.takesNoAnswer],
    attachments: contact.attachments.map(attachmentInWords),
  };
}

function noticeView(reference: Reference, notice: NoticeRecord, events: readonly CaseEvent[], now: Instant) {
  return {
    name: noticeNames[notice.kind],
    href: paths.letter(reference, notice.id),
    planned: momentInWords(notice.plannedAt),
    ...standingOf(notice, events, now),
    steps: notice.steps && notice.steps.length > 1 ? notice.steps.map(stepInWords) : undefined,
  };
}

/** How far a letter has come, in words, with a tag where a person must act. */
export function standingOf(
  { id, standing, to }: NoticeRecord,
  events: readonly CaseEvent[],
  now: Instant,
): { readonly standing: string; readonly tag?: Tag } {
  const posting = events.find((event) => event.type === 'letter-posted' && event.noticeId === id);
  if (posting?.type === 'letter-posted') return { standing: `Posted ${inWords(posting.on)}` };
  switch (standing.kind) {
    case 'planned':
      return { standing: standing.notBefore ? `Will be tried again after ${momentInWords(standing.notBefore)}` : 'Waiting to be sent' };
    case 'sending':
      return { standing: 'Being sent' };
    case 'accepted':
      return isUnconfirmed(standing, now)
        ? { standing: stepInWords(standing), tag: { text: 'Delivery not confirmed', classes: 'govuk-tag--yellow' } }
        : { standing: stepInWords(standing) };
    case 'delivered':
      return { standing: stepInWords(standing) };
    case 'bounced':
      return { standing: stepInWords(standing), tag: { text: 'Not delivered', classes: 'govuk-tag--red' } };
    case 'held-back':
      return { standing: stepInWords(standing), tag: { text: 'Not sent', classes: 'govuk-tag--red' } };
    case 'to-print':
      return { standing: madeByHand(to) ?? 'Print it and post it', tag: { text: 'To print', classes: 'govuk-tag--orange' } };
    case 'failed':
      return { standing: stepInWords(standing), tag: { text: 'Not sent', classes: 'govuk-tag--red' } };
    default:
      return standing satisfies never;
  }
}

/** In a format that was agreed with them, no machine makes it (duty D7). */
function madeByHand(to: NoticeRecord['to']): string | undefined {
  const format = to.by === 'post' ? to.format : undefined;
  return format && `Make it in the agreed format today: ${formatNames[format].toLowerCase()}`;
}

function stepInWords(step: Step): string {
  const when = momentInWords(step.at);
  switch (step.kind) {
    case 'accepted':
      return `Sent ${when}`;
    case 'delivered':
      return `Delivered ${when}`;
    case 'bounced':
      return `Came back ${when}: ${step.why}`;
    case 'failed':
      return `Could not be sent: ${step.why}`;
    case 'held-back':
      return `Held back ${when}: ${step.why}`;
    default:
      return step satisfies never;
  }
}
