import type { Instant, LocalDate } from '../calendar/local-date.ts';
import type { Contact } from '../intake/contact.ts';
import type { PlannedNotice } from '../notices/notice.ts';
import type { StaffMember } from '../staff/staff-member.ts';
import type { Service, Suggestion } from '../triage/suggestion.ts';
import type { Actor, Officer, Reference } from './actor.ts';
import type { ConflictCommand } from './allocation/conflict.ts';
import type { ContributionCommand } from './allocation/contribution.ts';
import type { ReviseCalendar } from './calendar-revision/calendar-revision.ts';
import type { CallCommand, CallSoFar } from './call/call.ts';
import type { ExternalInvestigator, Outcome } from './case.ts';
import type { ConversationCommand, Question } from './conversation/conversation.ts';
import type { CrmReferenceCommand } from './crm-reference/crm-reference.ts';
import type { DiscriminationCommand } from './discrimination/discrimination.ts';
import type { HarmCommand } from './harm/harm.ts';
import type { HazardCommand } from './hazard/hazard.ts';
import type { InTouchCommand } from './in-touch/in-touch.ts';
import type { InfectedFilesCommand } from './infected-files/infected-files.ts';
import type { PeopleCommand } from './people/people.ts';
import type { CaseOmbudsman, Point } from './point.ts';
import type { ProposedCommandType } from './proposal.ts';
import type { ReachingCommand } from './reaching/reaching.ts';
import type { AddPoint } from './related/related.ts';
import type { RemedyCommand, RemedyOffer } from './remedies/remedy.ts';
import type { RequestCommand } from './request/request.ts';
import type { NotNeeded } from './response-parts.ts';
import type { RestrictionCommand } from './restricted/restricted.ts';
import type { TurningAwayCommand } from './turning-away/turning-away.ts';
import type { WithdrawalCommand } from './withdrawal/withdrawal.ts';

/** What somebody asks for. */
export type Command =
  | {
      readonly type: 'receive';
      readonly reference: Reference;
      readonly contact: Contact;
      readonly suggestion: Suggestion;
      readonly question?: Question;
      /** The case in which the message stood before an officer made it a case of its own. */
      readonly movedFrom?: Reference;
      /** It is a new issue of that case's person: both cases show the other. */
      readonly newIssue?: true;
      readonly call?: CallSoFar;
    }
  | ConversationCommand
  | InfectedFilesCommand
  /** They are not satisfied with the stage one response, and said so by any channel on `askedOn`; no reasons are needed (duty D25). */
  | { readonly type: 'accept-at-stage-two'; readonly askedOn: LocalDate }
  | DeclineStageTwo
  /** `alwaysAComplaint`: it was one from the first contact, and was dealt with as something else by mistake (duty D17). */
  | {
      readonly type: 'accept-at-stage-one';
      readonly service: Service;
      readonly ombudsman: CaseOmbudsman;
      readonly alwaysAComplaint?: boolean;
    }
  | {
      readonly type: 'record-service-request';
      readonly service: Service;
      readonly promisedBy: LocalDate;
      readonly whatWeWillDo: string;
      /** Whose Ombudsman a complaint about it would have. */
      readonly ombudsman?: CaseOmbudsman;
    }
  | RequestCommand
  | AddPoint
  | TurningAwayCommand
  | HazardCommand
  | HarmCommand
  | {
      readonly type: 'allocate';
      readonly service: Service;
      readonly officer: Officer;
      readonly reason?: string;
      readonly external?: ExternalInvestigator;
    }
  | ConflictCommand
  | ContributionCommand
  | {
      readonly type: 'acknowledge';
      readonly definition: string;
      /** None: the definition is the only point. */
      readonly points?: readonly Point[];
      readonly outcomesSought: string;
      readonly notResponsibleFor?: string;
    }
  | ReachingCommand
  | CallCommand
  /** One letter that does both, at stage one: still stage one, never "informal" (duty D21). */
  | {
      readonly type: 'acknowledge-and-respond';
      readonly acknowledgement: Extract<Command, { readonly type: 'acknowledge' }>;
      readonly response: Extract<Command, { readonly type: 'respond' }>;
      /** Where nobody has spoken with the person: why the answer does not need it. */
      readonly contactNotNeeded?: string;
    }
  | InTouchCommand
  | { readonly type: 'extend'; readonly workingDays: number; readonly reason: string; readonly exceptionalReason?: string }
  | {
      readonly type: 'respond';
      /** The answer, in two sentences: the letter opens with it (duty D33). */
      readonly decision: string;
      /** One for each point, in their order. */
      readonly answers: readonly { readonly outcome: Outcome; readonly reasons: string; readonly discriminationFound?: boolean }[];
      readonly remedy?: string;
      readonly actions?: string;
      /** What we promise, each with its owner and its day. */
      readonly remedies?: readonly RemedyOffer[];
      /** Why nobody else is affected. Wherever something is upheld it needs this, or a remedy for others (duty D32). */
      readonly affectedOthers?: string;
      /** Sections that its letter leaves out. */
      readonly notNeeded?: readonly NotNeeded[];
      /** It lacks something that is not absolute, and is due: the Head is asked to release it (`releasing.ts`). */
      readonly forRelease?: true;
    }
  | { readonly type: 'answer-service-request'; readonly answer: string }
  | RemedyCommand
  | PeopleCommand
  | DiscriminationCommand
  | WithdrawalCommand
  | RestrictionCommand
  | ReviseCalendar
  | CrmReferenceCommand
  | { readonly type: 'close'; readonly reason: string }
  /** Another officer carries out what was proposed, as it stands. `proposed`: from the event of that number. */
  | { readonly type: 'approve'; readonly number: number; readonly proposed: ProposedCommand }
  /** The Head lets a response go out on its day although it lacks something (`releasing.ts`). `proposed`: as in `approve`. */
  | { readonly type: 'release'; readonly number: number; readonly proposed: ProposedCommand; readonly reason: string }
  /** It is not carried out as it is: `comments` say what to change. */
  | { readonly type: 'return-proposal'; readonly comments: string };

/** Refused only for a valid reason, by two people, with the Ombudsman named (policy section 3, both Codes 5.7 and 5.11). */
export type DeclineStageTwo = { readonly type: 'decline-stage-two' } & Declined;

/** Grounds to consider, never grounds by themselves: discretion is considered each time (policy sections 3 and 6). */
export const declineGrounds = ['long-after-the-response', 'already-considered', 'legal-proceedings', 'not-under-the-policy'] as const;
export type DeclineGround = (typeof declineGrounds)[number];

/** Why a request for stage two is not accepted. */
export type Declined = {
  readonly askedOn: LocalDate;
  readonly ground: DeclineGround;
  readonly facts: string;
  /** What speaks for accepting it all the same, and why it did not outweigh the rest. */
  readonly discretion: string;
};

/** What only two people may do, whole: it is carried out as it was proposed. */
export type ProposedCommand = Extract<Command, { readonly type: ProposedCommandType }>;

/** Everything about a command that is not what it asks: time and identity arrive as values. */
export type Circumstances = {
  /** Kept on the events, so that a repeat of the same command is recognised. */
  readonly commandId: string;
  readonly by: Actor;
  readonly at: Instant;
  /** The staff directory: who may do what is judged by it. */
  readonly staff?: readonly StaffMember[];
  /** The case's letters as they were written, where an address is put right: what did not arrive goes there. */
  readonly letters?: readonly PlannedNotice[];
};

/** An expected "no", in words for the officer. */
export type Refusal = { readonly refused: string };
