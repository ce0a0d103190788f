import type { Instant, LocalDate } from '../calendar/local-date.ts';
import type { Channel, Contact, Person, WayToReach } from '../intake/contact.ts';
import type { NoticeKind } from '../notices/notice.ts';
import { type Flag, type Ombudsman, type Route, routes, type Service, type Suggestion } from '../triage/suggestion.ts';

/** `LBC-2026-004217`. */
export type Reference = string & { readonly kind: 'Reference' };

/** Who did something: the service itself, or an officer by the identity of their sign-in. */
export type Actor = { readonly kind: 'system' } | Officer;
export type Officer = {
  readonly kind: 'officer';
  /** The `sub` of their sign-in: conflicts are judged by this, never by name. */
  readonly subject: string;
  readonly name: string;
  readonly email: string;
};

// ---------------------------------------------------------------------------------------------------------------------
// State: a union of what can be true. Each stage has only its own fields.

/** What is known of every case from its first contact on. */
export type Known = {
  readonly reference: Reference;
  /** The policy the case was opened under (`policy/periods.ts`). */
  readonly policyVersion: string;
  readonly channel: Channel;
  readonly receivedAt: Instant;
  /** Day 0 of the acknowledgement: the London date of `receivedAt`. */
  readonly receivedOn: LocalDate;
  readonly complainant: Person;
  readonly reachBy: readonly WayToReach[];
  readonly onBehalfOf?: Contact['onBehalfOf'];
  readonly adjustments?: string;
  readonly suggestion: Suggestion;
  /** Events so far: the next one's number is one more. */
  readonly eventCount: number;
  /** Messages about this case that no officer has read yet. */
  readonly unread?: { readonly since: LocalDate; readonly count: number };
  /** The latest letter that did not arrive, and the day of the first, until an officer has found another way. */
  readonly undelivered?: { readonly since: LocalDate; readonly noticeId: string; readonly why: string };
  /** Letters on paper that no officer has recorded as posted, oldest first; never empty. Until then they do not count (duty D24). */
  readonly toPost?: readonly LetterToPost[];
};

/** `since`: the day on which it was written. */
export type LetterToPost = { readonly noticeId: string; readonly kind: NoticeKind; readonly since: LocalDate };

export type Received = Known & { readonly stage: 'received' };

export type Allocation = { readonly service: Service; readonly officer: Officer; readonly on: LocalDate };

type AtStageOne = Known & { readonly acceptedOn: LocalDate; readonly service: Service; readonly ombudsman: Exclude<Ombudsman, 'none'> };

/** Accepted at stage one; the acknowledgement is still owed. */
export type Accepted = AtStageOne & { readonly stage: 'accepted'; readonly allocation?: Allocation };

export type Acknowledgement = {
  /** London date of the act, or of the posting of its letter once that is recorded: day 0 of the response. */
  readonly on: LocalDate;
  /** The day it was due by. */
  readonly due: LocalDate;
  /** The complaint as we understand it. */
  readonly definition: string;
  readonly outcomesSought: string;
  readonly notResponsibleFor?: string;
  /** Letters that carry it, so that one which cannot be sent un-makes it. */
  readonly noticeId: string;
};

export type Extension = { readonly on: LocalDate; readonly previousDue: LocalDate; readonly due: LocalDate; readonly reason: string };

export type Acknowledged = AtStageOne & {
  readonly stage: 'acknowledged';
  readonly allocation: Allocation;
  readonly acknowledgement: Acknowledgement;
  readonly extensions: readonly Extension[];
  /** The response date that the acknowledgement's letter bears. The person relies on it, wherever the counted date moves (decision 16). */
  readonly promised?: LocalDate;
};

export const outcomes = ['upheld', 'partly-upheld', 'not-upheld'] as const;
export type Outcome = (typeof outcomes)[number];

export type Response = { readonly on: LocalDate; readonly due: LocalDate; readonly outcome: Outcome };

/** The full response is out: the stage-one clock has ended and stage two is open to the person. */
export type Answered = Omit<Acknowledged, 'stage'> & { readonly stage: 'answered'; readonly response: Response };

export type ServiceRequest = Known & {
  readonly stage: 'service-request';
  readonly service: Service;
  readonly decidedOn: LocalDate;
  /** The day we told the person it would be done by. */
  readonly promisedBy: LocalDate;
  readonly allocation?: Allocation;
  readonly answeredOn?: LocalDate;
};

/** The routes out of the corporate stages; each needs a person's reasons (duty D3). */
export type OtherRoute = Exclude<Route, 'stage-one' | 'service-request'>;
export const otherRoutes = routes.filter((route): route is OtherRoute => route !== 'stage-one' && route !== 'service-request');

export type AnotherRoute = Known & {
  readonly stage: 'another-route';
  readonly route: OtherRoute;
  readonly decidedOn: LocalDate;
  readonly reasons: string;
};

export type OpenCase = Received | Accepted | Acknowledged | Answered | ServiceRequest | AnotherRoute;

export type Closed = Known & {
  readonly stage: 'closed';
  readonly closedOn: LocalDate;
  readonly because: 'concluded' | 'withdrawn';
  readonly reason: string;
  /** What it was when it closed: dates met and missed stay readable. */
  readonly was: OpenCase;
};

export type CaseState = OpenCase | Closed;
export type Stage = CaseState['stage'];

// ---------------------------------------------------------------------------------------------------------------------
// Commands: what somebody asks for.

export type Command =
  | { readonly type: 'receive'; readonly reference: Reference; readonly contact: Contact; readonly suggestion: Suggestion }
  | { readonly type: 'add-correspondence'; readonly contact: Contact; readonly flags: readonly Flag[] }
  | { readonly type: 'mark-read' }
  | { readonly type: 'accept-at-stage-one'; readonly service: Service; readonly ombudsman: Exclude<Ombudsman, 'none'> }
  | { readonly type: 'record-service-request'; readonly service: Service; readonly promisedBy: LocalDate; readonly whatWeWillDo: string }
  | { readonly type: 'send-another-way'; readonly route: OtherRoute; readonly reasons: string; readonly whatToDoInstead: string }
  | { readonly type: 'allocate'; readonly service: Service; readonly officer: Officer }
  | {
      readonly type: 'acknowledge';
      readonly definition: string;
      readonly outcomesSought: string;
      readonly notResponsibleFor?: string;
    }
  /**
   * A letter to the resident could not be sent or bounced (any stage). Another way must be found within one working day (duty D24);
   * an acknowledgement that did not arrive counts as not made: back to `accepted` with its original due date (ADR 0004).
   */
  | { readonly type: 'record-undelivered'; readonly noticeId: string; readonly why: string }
  /** An officer told the person another way; only while `undelivered` is set. */
  | { readonly type: 'reached-another-way'; readonly how: string }
  /** A letter on paper was posted, or handed over where it cannot be posted; only for one in `toPost`. */
  | { readonly type: 'record-posted'; readonly noticeId: string; readonly on: LocalDate }
  | { readonly type: 'extend'; readonly workingDays: number; readonly reason: string; readonly exceptionalReason?: string }
  | {
      readonly type: 'respond';
      readonly outcome: Outcome;
      readonly definition: string;
      readonly decision: string;
      readonly reasons: string;
      readonly remedy?: string;
      readonly actions?: string;
    }
  | { readonly type: 'answer-service-request'; readonly answer: string }
  | { readonly type: 'withdraw'; readonly howWeKnow: string }
  | { readonly type: 'close'; readonly reason: string };

/** Everything about a command that is not what it asks: time and identity arrive as values. */
export type Circumstances = {
  /** Kept on the events, so that a repeat of the same command is recognised. */
  readonly commandId: string;
  readonly by: Actor;
  readonly at: Instant;
};

// ---------------------------------------------------------------------------------------------------------------------
// Events: what happened. Never changed once stored; `v` is the version of the event's shape.

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
    }
  | {
      readonly type: 'correspondence-added';
      readonly channel: Channel;
      readonly contactId: string;
      readonly receivedAt: Instant;
      /** What triage saw in it: possible harm is told at once. */
      readonly flags: readonly Flag[];
    }
  | { readonly type: 'correspondence-read' }
  | {
      readonly type: 'accepted-at-stage-one';
      readonly service: Service;
      readonly ombudsman: Exclude<Ombudsman, 'none'>;
      readonly suggested: Route;
    }
  | {
      readonly type: 'service-request-recorded';
      readonly service: Service;
      readonly promisedBy: LocalDate;
      readonly whatWeWillDo: string;
      readonly suggested: Route;
    }
  | {
      readonly type: 'sent-another-way';
      readonly route: OtherRoute;
      readonly reasons: string;
      readonly whatToDoInstead: string;
      readonly suggested: Route;
    }
  | { readonly type: 'allocated'; readonly allocation: Allocation }
  | { readonly type: 'acknowledged'; readonly acknowledgement: Acknowledgement; readonly responseDue?: LocalDate }
  | { readonly type: 'notice-undelivered'; readonly noticeId: string; readonly why: string }
  | { readonly type: 'reached-another-way'; readonly how: string }
  | { readonly type: 'letter-posted'; readonly noticeId: string; readonly kind: NoticeKind; readonly on: LocalDate }
  | { readonly type: 'extended'; readonly extension: Extension; readonly exceptionalReason?: string }
  | {
      readonly type: 'responded';
      readonly response: Response;
      readonly definition: string;
      readonly decision: string;
      readonly reasons: string;
      readonly remedy?: string;
      readonly actions?: string;
    }
  | { readonly type: 'service-request-answered'; readonly on: LocalDate; readonly answer: string }
  /** A deadline of the policy was met late: the breach stands in the record (policy section 8). */
  | {
      readonly type: 'deadline-missed';
      readonly deadline: 'acknowledge' | 'respond' | 'service-request';
      readonly due: LocalDate;
      readonly metOn: LocalDate;
    }
  | { readonly type: 'withdrawn'; readonly on: LocalDate; readonly howWeKnow: string }
  | { readonly type: 'closed'; readonly on: LocalDate; readonly reason: string };

export type CaseEvent = { readonly v: 1; readonly at: Instant; readonly by: Actor; readonly commandId: string } & EventData;

/** An expected "no", in words for the officer. */
export type Refusal = { readonly refused: string };
