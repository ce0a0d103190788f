import type { CaseEvent, CaseState } from '../cases/case.ts';
import type { Alert, Deadline } from '../deadlines/deadline.ts';
import { complainantOf } from './addressee.ts';
import { letterCausedBy } from './letter-caused-by.ts';
import { acknowledgement } from './letters/acknowledgement.ts';
import { anotherRoute } from './letters/another-route.ts';
import { casesMerged } from './letters/cases-merged.ts';
import { chaserAnswer } from './letters/chaser-answer.ts';
import { extension } from './letters/extension.ts';
import { receipt } from './letters/receipt.ts';
import { response } from './letters/response.ts';
import { serviceRequestAnswer, serviceRequestRecorded } from './letters/service-request.ts';
import { stageTwoDeclined } from './letters/stage-two-declined.ts';
import { alertLetter, possibleHarmLetter } from './letters/to-officers.ts';
import { withdrawalConfirmed } from './letters/withdrawal.ts';
import type { Letter, PlannedNotice } from './notice.ts';
import { noticeIdOf } from './notice-id.ts';
import type { NoticeContext } from './parts.ts';
import { mayMeanHarm } from './possible-harm.ts';

/**
 * The notices that one event causes. `state` is the case after the event, `eventNumber` the event's place in the case (1 is the first).
 * A case whose complainant left no safe way to be reached causes none to them.
 */
export function noticesFor(event: CaseEvent, eventNumber: number, state: CaseState, context: NoticeContext): readonly PlannedNotice[] {
  const kind = letterCausedBy(event);
  const to = complainantOf(state);
  const letter = residentLetter(event, state, context);
  const toResident = kind && to && letter ? [{ id: noticeIdOf(eventNumber, kind), kind, to, letter }] : [];
  return [...toResident, ...possibleHarm(event, eventNumber, state, context)];
}

/** What one alert says, and to whom: whoever has the case, and the central team as well once it is overdue or nobody has it (policy section 5). */
export function alertNotices(state: CaseState, deadline: Deadline, alert: Alert, context: NoticeContext): readonly PlannedNotice[] {
  const officer = 'allocation' in state ? state.allocation?.officer : undefined;
  const team = { email: context.council.complaints.teamMailbox, name: context.council.complaints.teamName };
  const people = [...(officer ? [officer] : []), ...(!officer || alert.kind === 'overdue' ? [team] : [])];
  const letter = alertLetter(state, deadline, alert, context);
  return people.map(({ email, name }, index) => ({
    id: `alert-${deadline.kind}-${alert.kind}-${alert.on}-${index + 1}`,
    kind: 'alert',
    to: { by: 'email', email, name },
    letter,
  }));
}

/** Undefined for events that cause no letter, and for an event that does not belong to the stage the case is in. */
function residentLetter(event: CaseEvent, state: CaseState, context: NoticeContext): Letter | undefined {
  switch (event.type) {
    case 'complaint-received':
    case 'receipt-written':
      return state.stage === 'received' ? receipt(state, context) : undefined;
    case 'acknowledged':
      return state.stage === 'acknowledged' ? acknowledgement(state, context) : undefined;
    case 'extended':
      return state.stage === 'acknowledged' ? extension(state, event.extension, event.exceptionalReason, context) : undefined;
    case 'responded':
      return state.stage === 'answered' ? response(state, event, context) : undefined;
    case 'stage-two-declined':
      return stageTwoDeclined(state, event, context);
    case 'service-request-recorded':
      return state.stage === 'service-request' ? serviceRequestRecorded(state, event.whatWeWillDo, context) : undefined;
    case 'service-request-answered':
      return state.stage === 'service-request' ? serviceRequestAnswer(state, event.answer, context) : undefined;
    case 'sent-another-way':
      return state.stage === 'another-route' ? anotherRoute(state, event.whatToDoInstead, context) : undefined;
    case 'withdrawn':
      return state.stage === 'closed' ? withdrawalConfirmed(state, context) : undefined;
    case 'correspondence-added':
      return event.merges ? casesMerged(state, event.merges, context) : undefined;
    case 'chaser-answered':
      return chaserAnswer(state, event.answer, context);
    default:
      return undefined;
  }
}

function possibleHarm(event: CaseEvent, eventNumber: number, state: CaseState, context: NoticeContext): readonly PlannedNotice[] {
  const flags = event.type === 'complaint-received' ? event.suggestion.flags : event.type === 'correspondence-added' ? event.flags : [];
  if (!mayMeanHarm(flags)) return [];
  const { outOfHours, complaints } = context.council;
  return [outOfHours.email, complaints.teamMailbox].map((email, index) => ({
    id: `${noticeIdOf(eventNumber, 'possible-harm')}-${index + 1}`,
    kind: 'possible-harm',
    to: { by: 'email', email },
    letter: possibleHarmLetter(state, context),
  }));
}
