import { londonDateOf } from '../calendar/local-date.ts';
import { otherBodies } from '../policy/other-bodies.ts';
import { theirProcedures } from '../policy/receiving-teams.ts';
import { conflictRecorded, conflictRemoved, contributionAsked, contributionRecorded } from './allocation/evolving.ts';
import { calendarRevised } from './calendar-revision/revising.ts';
import { calledBack, callerConfirmed, transcriptChecked, withCall } from './call/after-a-call.ts';
import { withCameBack } from './came-back.ts';
import type { CaseState, Received } from './case.ts';
import { withMessage, withoutFollowUps, withoutMessage, withoutQuestion } from './conversation/evolving.ts';
import { discriminationRaised, discriminationReported, equalityAdviceGiven, withFinding } from './discrimination/looking-into-it.ts';
import { discriminationRuledOut } from './discrimination/ruling-out.ts';
import type { CaseEvent, EventOf } from './event.ts';
import { withHarm } from './harm/evolving.ts';
import { withHazard, withHazardStep } from './hazard/evolving.ts';
import { withInTouch } from './in-touch/evolving.ts';
import { known } from './known.ts';
import { authorityRefused, authorityVerified, representativeRecorded } from './people/speaking-for.ts';
import { adjustmentsAgreed, bereavementRecorded, groupRecorded, personCorrected } from './people/who-they-are.ts';
import { calledSpam, posted, reachedAnotherWay, undelivered, withLetterToPost } from './reaching/evolving.ts';
import { correctedAndSentAgain } from './reaching/sending-again.ts';
import { issueJoined, linksOf, withLink } from './related/evolving.ts';
import { withRemedyEvent } from './remedies/evolving.ts';
import { askedWhetherFixed, choiceOffered, choiceRecorded, fixedAnswerRecorded, requestAnswered } from './request/evolving.ts';
import { restricted, restrictionLifted } from './restricted/deciding.ts';
import {
  accepted,
  acceptedAtStageTwo,
  acknowledged,
  allocated,
  anotherRoute,
  closed,
  escalatedUnanswered,
  responded,
  serviceRequest,
  wentAnotherWay,
} from './stages.ts';
import { commandsTakenBack } from './taking-back/taken-back.ts';
import { takenBack, withConfirmation, withHandOver } from './turning-away/evolving.ts';
import { handOverTold, toldByHand } from './turning-away/telling-later.ts';
import { withdrawalUndone } from './withdrawal/evolving.ts';

/**
 * The case after one more event. Total: an event that cannot belong here changes nothing but the count of events, and `decide` never makes one.
 * Only a first event that does not open a case leaves nothing.
 */
export function evolve(state: CaseState, event: CaseEvent): CaseState;
export function evolve(state: CaseState | undefined, event: CaseEvent): CaseState | undefined;
export function evolve(state: CaseState | undefined, event: CaseEvent): CaseState | undefined {
  if (state === undefined) return event.type === 'complaint-received' ? withLetterToPost(withHarm(opened(event), event), event) : undefined;
  const next = withHarm(withCameBack(state, withoutOvertakenProposal(state, changed(state, event)), event), event);
  const counted = { ...next, eventCount: state.eventCount + 1 };
  return next === state ? counted : withLetterToPost(counted, event);
}

/** The case that these events make, on top of `state` if it is given. What was taken back changes nothing, and keeps its numbers. */
export function replay(events: readonly CaseEvent[], state?: CaseState): CaseState | undefined {
  const back = commandsTakenBack(events);
  return events.reduce<CaseState | undefined>(
    (soFar, event) => (back.has(event.commandId) ? passedOver(soFar) : evolve(soFar, event)),
    state,
  );
}

function passedOver(state: CaseState | undefined): CaseState | undefined {
  return state && { ...state, eventCount: state.eventCount + 1 };
}

function opened(event: EventOf<'complaint-received'>): Received {
  const first: Received = {
    stage: 'received',
    reference: event.reference,
    policyVersion: event.policyVersion,
    channel: event.channel,
    receivedAt: event.receivedAt,
    receivedOn: londonDateOf(event.receivedAt),
    complainant: event.complainant,
    reachBy: event.reachBy,
    onBehalfOf: event.onBehalfOf,
    adjustments: event.adjustments,
    suggestion: event.suggestion,
    eventCount: 1,
    subject: event.subject,
    language: event.language,
    links: linksOf(event),
    questions: event.question && [
      { ...event.question, contact: { channel: event.channel, id: event.contactId }, since: londonDateOf(event.receivedAt) },
    ],
  };
  return withCall(first, event);
}

function changed(state: CaseState, event: CaseEvent): CaseState {
  switch (event.type) {
    case 'complaint-received':
    case 'deadline-missed':
    case 'harm-taken':
    // What it names is left out by `replay`, which alone knows what was before.
    case 'taken-back':
      return state;
    case 'correspondence-added':
      return withCall(withMessage(state, event), event);
    case 'question-answered':
      return withoutQuestion(state, { channel: event.channel, id: event.contactId });
    case 'contact-moved-out':
      return event.channel === 'voicemail' ? transcriptChecked(movedOut(state, event), event.contactId) : movedOut(state, event);
    case 'point-added':
      return { ...state, points: [{ point: event.point, deadline: event.deadline, due: event.due }] };
    case 'chaser-answered':
      return withoutFollowUps(state, 'chaser');
    case 'proposed':
      return proposed(state, event);
    case 'approved':
    case 'released':
    case 'proposal-returned':
      return { ...state, proposal: undefined };
    case 'accepted-at-stage-two':
      return acceptedAtStageTwo(state, event);
    case 'stage-two-declined':
    case 'stage-two-acknowledged':
      return withoutFollowUps(state, 'dissatisfaction');
    case 'follow-up-set-aside':
      return withoutFollowUps(state, event.followUp);
    case 'correspondence-read':
      return { ...state, unread: undefined };
    case 'accepted-at-stage-one':
      return accepted(state, event);
    case 'service-request-recorded':
      return serviceRequest(state, event);
    case 'sent-another-way':
      return anotherRoute(state, event);
    case 'handed-over':
      return withHandOver(wentAnotherWay(state, event, theirProcedures[event.to].route, 'hand-over'), event, state);
    case 'hand-over-confirmed':
      return withConfirmation(state, event);
    case 'hand-over-returned':
      return takenBack(state, event);
    case 'hand-over-told':
      return handOverTold(state, event);
    case 'signposted':
      return wentAnotherWay(state, event, otherBodies[event.to].route, 'signpost');
    case 'declined':
      return anotherRoute(state, { ...event, route: event.ground, reasons: event.facts, way: 'decline' });
    case 'feedback-recorded':
      return anotherRoute(state, { ...event, route: 'feedback', reasons: event.thanks, way: 'thank' });
    case 'hazard-started':
      return withHazard(state, event);
    case 'hazard-step-recorded':
      return withHazardStep(state, event);
    case 'allocation-refused':
      return state;
    case 'conflict-recorded':
      return conflictRecorded(state, event);
    case 'conflict-removed':
      return conflictRemoved(state, event);
    case 'contribution-asked':
      return contributionAsked(state, event);
    case 'contribution-recorded':
      return contributionRecorded(state, event);
    case 'allocated':
      return allocated(state, event.allocation);
    case 'acknowledged':
      return acknowledged(state, event);
    case 'escalated-unanswered':
      return escalatedUnanswered(state, event);
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
    case 'to-be-answered-now':
      return withInTouch(state, event);
    case 'notice-undelivered':
      return undelivered(state, event);
    case 'caller-confirmed':
      return callerConfirmed(state, event);
    case 'called-back':
      return calledBack(state, event);
    case 'transcript-checked':
      return transcriptChecked(state, event.contactId);
    case 'receipt-written':
    case 'told-of-infected-files':
      return { ...state };
    case 'audio-deleted':
      return state;
    case 'reached-another-way':
      return reachedAnotherWay(toldByHand(state), event);
    case 'notice-called-spam':
      return calledSpam(state, event);
    case 'email-corrected':
      return correctedAndSentAgain(state, event);
    case 'letter-posted':
      return posted(state, event);
    case 'extended':
      return state.stage === 'acknowledged' ? { ...state, extensions: [...state.extensions, event.extension] } : state;
    case 'responded':
      return responded(withFinding(state, event), event);
    case 'remedy-promised':
    case 'remedy-done':
    case 'remedy-undeliverable':
    case 'remedy-date-changed':
    case 'asked-whether-done':
    case 'confirmed-done':
    case 'remedy-reopened':
      return withRemedyEvent(state, event, londonDateOf(event.at));
    case 'representative-recorded':
      return representativeRecorded(state, event, londonDateOf(event.at));
    case 'authority-verified':
      return authorityVerified(state, event);
    case 'authority-refused':
      return authorityRefused(state, event);
    case 'person-corrected':
      return personCorrected(state, event);
    case 'group-recorded':
      return groupRecorded(state, event);
    case 'bereavement-recorded':
      return bereavementRecorded(state, event);
    case 'adjustments-agreed':
      return adjustmentsAgreed(state, event);
    case 'discrimination-raised':
      return discriminationRaised(state, event);
    case 'equality-advice-given':
      return equalityAdviceGiven(state, event);
    case 'discrimination-ruled-out':
      return discriminationRuledOut(state, event);
    case 'discrimination-reported':
      return discriminationReported(state, event);
    case 'service-request-answered':
      return requestAnswered(state, event);
    case 'asked-whether-fixed':
      return askedWhetherFixed(state, event);
    case 'fixed-answer-recorded':
      return fixedAnswerRecorded(state, event);
    case 'choice-offered':
      return choiceOffered(state, event);
    case 'choice-recorded':
      return choiceRecorded(state, event);
    case 'issue-joined':
      return issueJoined(state, event);
    case 'withdrawal-undone':
      return withdrawalUndone(state, known(state));
    case 'restricted':
      return restricted(state, event);
    case 'restriction-lifted':
      return restrictionLifted(state);
    case 'calendar-revised':
      return calendarRevised(state, event);
    case 'crm-reference-recorded':
      return { ...state, crmReference: event.crmReference };
    case 'withdrawn':
      return closed(state, 'withdrawn', event.on, event.howWeKnow);
    case 'closed':
      return closed(state, 'concluded', event.on, event.reason);
  }
}

/** A case that its only message leaves is part of the case to which that goes. */
function movedOut(state: CaseState, event: EventOf<'contact-moved-out'>): CaseState {
  const stays = withoutMessage(state, event);
  const left = event.newIssue ? withLink(stays, { reference: event.to, as: 'has-new-issue' }) : stays;
  if (!event.opened || left.stage === 'closed') return left;
  const over = closed(left, 'part-of-another', event.on, `It is part of ${event.to}.`);
  return over.stage === 'closed' ? { ...over, partOf: event.to } : over;
}

function proposed(state: CaseState, { at, by, command, because }: EventOf<'proposed'>): CaseState {
  if (by.kind !== 'officer') return state;
  return {
    ...state,
    proposal: {
      number: state.eventCount + 1,
      what: command.type,
      by,
      on: londonDateOf(at),
      because,
      ...(command.type === 'respond' && command.forRelease && { forRelease: true }),
    },
  };
}

/** What was proposed at one stage means nothing at the next. */
function withoutOvertakenProposal(before: CaseState, after: CaseState): CaseState {
  return after.proposal && after.stage !== before.stage ? { ...after, proposal: undefined } : after;
}
