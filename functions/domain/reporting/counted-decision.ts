import { type LocalDate, londonDateOf } from '../calendar/local-date.ts';
import { type Month, monthOf } from '../calendar/month.ts';
import type { CaseState } from '../cases/case.ts';
import type { CaseEvent } from '../cases/event.ts';
import { otherBodies } from '../policy/other-bodies.ts';
import { theirProcedures } from '../policy/receiving-teams.ts';
import type { Route, Suggestion } from '../triage/suggestion.ts';

/**
 * What triage suggested for a message and what a person decided: one per case, under the month in which the message came. Nothing here says who
 * decided, whose message it was or what it said.
 */
export type CountedDecision = Pick<Suggestion, 'sure' | 'needsPerson'> & {
  readonly receivedIn: Month;
  readonly suggested: Route;
  /** Routes that were suggested beside it. */
  readonly also: readonly Route[];
  readonly decided: Route;
  /** The London date of the latest decision. */
  readonly decidedOn: LocalDate;
};

/**
 * What an event adds to the count, if a person decided the route by it. A later decision that puts an earlier one right takes its place, so that a
 * case counts once and as it was decided in the end; that is why it counts in the month of its receipt, which never moves.
 */
export function countedDecision(before: CaseState | undefined, event: CaseEvent): CountedDecision | undefined {
  const decided = routeDecidedBy(event);
  if (decided === undefined || before === undefined || isAboutSomethingNew(before, event)) return undefined;
  const { primary, also, sure, needsPerson } = before.suggestion;
  return {
    receivedIn: monthOf(londonDateOf(before.receivedAt)),
    suggested: primary,
    also,
    sure,
    needsPerson,
    decided,
    decidedOn: londonDateOf(event.at),
  };
}

function routeDecidedBy(event: CaseEvent): Route | undefined {
  switch (event.type) {
    case 'accepted-at-stage-one':
      return 'stage-one';
    case 'service-request-recorded':
      return 'service-request';
    case 'sent-another-way':
      return event.route;
    case 'handed-over':
      return event.part === undefined ? theirProcedures[event.to].route : undefined;
    case 'signposted':
      return event.part === undefined ? otherBodies[event.to].route : undefined;
    case 'declined':
      return event.ground;
    case 'feedback-recorded':
      return 'feedback';
    default:
      return undefined;
  }
}

/** Somebody was not satisfied with what we did and made a complaint of it (duty D17): triage never read that, and was not wrong. */
function isAboutSomethingNew(before: CaseState, event: CaseEvent): boolean {
  const madeAComplaintLater = before.receivedOn > londonDateOf(before.receivedAt);
  return madeAComplaintLater || (event.type === 'accepted-at-stage-one' && event.expressedOn !== undefined);
}
