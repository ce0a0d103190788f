import type { Instant, LocalDate } from '../calendar/local-date.ts';
import type { DeadlineKind } from '../deadlines/deadline.ts';
import type { Channel, Contact, Person, WayToReach } from '../intake/contact.ts';
import type { Route, Service, Suggestion } from '../triage/suggestion.ts';
import type { Actor, Officer, Reference } from './actor.ts';
import type { ConflictEvent } from './allocation/conflict.ts';
import type { ContributionEvent } from './allocation/contribution.ts';
import type { CalendarRevisedEvent } from './calendar-revision/calendar-revision.ts';
import type { CallEvent } from './call/call.ts';
import type { Acknowledgement, Allocation, DecidedBy, Extension, OtherRoute, PointAnswer, Response } from './case.ts';
import type { Declined, ProposedCommand } from './command.ts';
import type { ConversationEvent, Question } from './conversation/conversation.ts';
import type { CrmReferenceEvent } from './crm-reference/crm-reference.ts';
import type { DiscriminationEvent } from './discrimination/discrimination.ts';
import type { HarmEvent } from './harm/harm.ts';
import type { HazardEvent } from './hazard/hazard.ts';
import type { InTouchEvent, Offered } from './in-touch/in-touch.ts';
import type { InfectedFilesEvent } from './infected-files/infected-files.ts';
import type { PeopleEvent } from './people/people.ts';
import type { CaseOmbudsman, Point } from './point.ts';
import type { Author } from './proposal.ts';
import type { ReachingEvent } from './reaching/reaching.ts';
import type { IssueJoined } from './related/related.ts';
import type { RemedyEvent, RemedyPromise } from './remedies/remedy.ts';
import type { RequestEvent } from './request/request.ts';
import type { NotNeeded, Released } from './response-parts.ts';
import type { RestrictionEvent } from './restricted/restricted.ts';
import type { TakenBackEvent } from './taking-back/taking-back.ts';
import type { TurningAwayEvent } from './turning-away/turning-away.ts';
import type { WithdrawalEvent } from './withdrawal/withdrawal.ts';

/** What happened. Never changed once stored; `v` of a `CaseEvent` is the version of the event's shape. */
export type EventData =
  | {
      readonly type: 'complaint-received';
      readonly reference: Reference;
      readonly policyVersion: string;
      readonly channel: Channel;
      readonly contactId: string;
      readonly receivedAt: Instant;
      readonly complainant: Person;
      readonly reachBy: readonly WayToReach[];
      readonly onBehalfOf?: Contact['onBehalfOf'];
      readonly adjustments?: string;
      readonly suggestion: Suggestion;
      /** As `bareSubject` has it. */
      readonly subject?: string;
      readonly question?: Question;
      readonly movedFrom?: Reference;
      readonly newIssue?: true;
      /** Of the form, a tag of BCP 47. Absent for English, for every other way to reach us, and in events of releases 1 to 5. */
      readonly language?: string;
      /** How many came with it: its receipt says so. Absent for none, and in events of releases 1 to 4. */
      readonly files?: number;
      /** It may speak of harm: a named person takes it (duty D5). */
      readonly mayMeanHarm?: true;
    }
  | ConversationEvent
  | InfectedFilesEvent
  | { readonly type: 'stage-two-acknowledged'; readonly on: LocalDate; readonly how: string }
  | {
      readonly type: 'accepted-at-stage-two';
      readonly askedOn: LocalDate;
      readonly ombudsmen?: readonly CaseOmbudsman[];
      /** Those of stage one, where it was put into points. */
      readonly points?: readonly Point[];
      /** Discrimination was raised at stage one: an equality co-ordinator is asked anew (duty D30). */
      readonly advisedAnew?: true;
    }
  | ({ readonly type: 'stage-two-declined' } & Declined & Author)
  /** Numbered like every event: the number names the proposal. */
  | { readonly type: 'proposed'; readonly command: ProposedCommand; readonly because: string }
  | { readonly type: 'approved'; readonly number: number }
  | ({ readonly type: 'released' } & Released)
  /** `to`: who proposed it, where somebody else returned it. Releases 1 to 4 did not say. */
  | { readonly type: 'proposal-returned'; readonly number: number; readonly comments: string; readonly to?: Officer }
  | {
      readonly type: 'accepted-at-stage-one';
      readonly service: Service;
      readonly ombudsman: CaseOmbudsman;
      readonly suggested: Route;
      /** The day on which they told us that they are not satisfied: the complaint is received then (duty D17). */
      readonly expressedOn?: LocalDate;
      /** It came out of a request, which goes on beside it. */
      readonly requestGoesOn?: true;
    }
  | {
      readonly type: 'service-request-recorded';
      readonly service: Service;
      readonly promisedBy: LocalDate;
      readonly whatWeWillDo: string;
      readonly ombudsman?: CaseOmbudsman;
      readonly suggested: Route;
    }
  | RequestEvent
  | IssueJoined
  | TurningAwayEvent
  | HazardEvent
  | HarmEvent
  /** How cases were sent on before each way had a form of its own; made no more. */
  | {
      readonly type: 'sent-another-way';
      readonly route: OtherRoute;
      readonly reasons: string;
      readonly whatToDoInstead: string;
      readonly suggested: Route;
    }
  | { readonly type: 'allocated'; readonly allocation: Allocation }
  /** A hard rule kept it from them: who was not given it, and why, stays in the record (duty D29). */
  | { readonly type: 'allocation-refused'; readonly service: Service; readonly officer: Officer; readonly because: string }
  | ConflictEvent
  | ContributionEvent
  | {
      readonly type: 'acknowledged';
      readonly acknowledgement: Acknowledgement;
      readonly responseDue?: LocalDate;
      /** What its letter offers them (duty D10). */
      readonly offered?: readonly Offered[];
    }
  | InTouchEvent
  | ReachingEvent
  | CallEvent
  | { readonly type: 'extended'; readonly extension: Extension; readonly exceptionalReason?: string }
  | {
      readonly type: 'responded';
      readonly response: Response;
      readonly definition: string;
      readonly decision: string;
      /** Before each point was answered for itself. */
      readonly reasons?: string;
      readonly answers?: readonly PointAnswer[];
      readonly remedy?: string;
      readonly actions?: string;
      readonly remedies?: readonly RemedyPromise[];
      readonly affectedOthers?: string;
      readonly notNeeded?: readonly NotNeeded[];
      /** Before release 5 nobody wrote it down. */
      readonly decidedBy?: DecidedBy;
    }
  | RemedyEvent
  | PeopleEvent
  | DiscriminationEvent
  | {
      readonly type: 'service-request-answered';
      readonly on: LocalDate;
      readonly answer: string;
      /** Its letter asks whether it is fixed: the promised day has come. */
      readonly asks?: true;
    }
  /** A deadline of the policy was met late: the breach stands in the record (policy section 8). */
  | {
      readonly type: 'deadline-missed';
      readonly deadline: MissedDeadline;
      readonly due: LocalDate;
      readonly metOn: LocalDate;
      /** It was extended on that day, after it had gone by, and not met. */
      readonly extended?: true;
    }
  | WithdrawalEvent
  | RestrictionEvent
  | CalendarRevisedEvent
  | CrmReferenceEvent
  | TakenBackEvent
  | { readonly type: 'closed'; readonly on: LocalDate; readonly reason: string };

export type CaseEvent = { readonly v: 1; readonly at: Instant; readonly by: Actor; readonly commandId: string } & EventData;

/** One kind of event. */
export type EventOf<T extends CaseEvent['type']> = Extract<CaseEvent, { readonly type: T }>;

/** The deadlines of the policy whose breach stands in the record (policy section 8). */
export const missedDeadlines = [
  'acknowledge',
  'respond',
  'acknowledge-stage-two',
  'respond-stage-two',
  'service-request',
] as const satisfies readonly DeadlineKind[];
export type MissedDeadline = (typeof missedDeadlines)[number];
