import type { Instant, LocalDate } from '../../calendar/local-date.ts';
import type { DeadlineKind } from '../../deadlines/deadline.ts';
import type { Channel, Contact, ContactKey } from '../../intake/contact.ts';
import type { FollowUp, FollowUpKind } from '../../triage/follow-up-kinds.ts';
import type { Flag } from '../../triage/suggestion.ts';
import type { Reference } from '../actor.ts';
import type { CallSoFar } from '../call/call.ts';

// What people write to us about a case after its first message: where it belongs, who has read it, and what it asks of us (ADR 7, duty D2).

/** Messages that no officer has read. `since`: the London date of the first. `dissatisfied`: those that say they are not satisfied, which whoever takes that up has read. */
export type Unread = {
  readonly since: LocalDate;
  readonly count: number;
  readonly dissatisfied?: readonly string[];
  /** The day of the oldest of the others, where there are both. */
  readonly othersSince?: LocalDate;
};

/** What a message joined a case by: the status page on which it was written (ADR 16); a proof, in the order of ADR 7; a copy that had joined; or an officer's word. */
export const waysToJoin = ['status-page', 'reply-address', 'reference', 'case-number', 'same-message', 'officer'] as const;
export type WayToJoin = (typeof waysToJoin)[number];

export const questionKinds = ['same-or-new', 'unmatched'] as const;
export const questionReasons = [
  'stranger',
  'changed-subject',
  'new-matter',
  'several-cases',
  'case-number',
  'reply-to-unknown',
  'passed-on',
] as const;

/** Which case does a message belong to? `mayBelongTo` is shown to officers only: a stranger learns nothing of another's case. */
export type Question = {
  readonly kind: (typeof questionKinds)[number];
  readonly because: (typeof questionReasons)[number];
  readonly mayBelongTo?: Reference;
};

/** `since`: the London date on which the message came. */
export type OpenQuestion = Question & { readonly contact: ContactKey; readonly since: LocalDate };

/** The kinds of follow-up that somebody must act on. */
export const followUpTasks = ['chaser', 'withdrawal', 'dissatisfaction'] as const satisfies readonly FollowUpKind[];
export type FollowUpTask = (typeof followUpTasks)[number];
export type OpenFollowUp = { readonly kind: FollowUpTask; readonly since: LocalDate; readonly contactId: string };

/** The person chased after the date that we missed: how we handled the complaint is now part of it. */
export type AddedPoint = { readonly point: 'complaint-handling'; readonly deadline: DeadlineKind; readonly due: LocalDate };

/** How a message came into a case that was open already, and what it does with it. */
export type Arrival = {
  readonly joinedBy?: WayToJoin;
  readonly followUps?: readonly FollowUp[];
  readonly question?: Question;
  /** The contact that it is a copy of, probably: shown, and of no effect on any clock (decision 6). */
  readonly duplicateOf?: string;
  /** The case in which it stood before an officer moved it. */
  readonly movedFrom?: Reference;
  /** Its sender, whom an officer made one of the case's writers. */
  readonly writer?: string;
  /** The complainant's other case, which it had opened and which is now part of this one: they are told which number to use. */
  readonly merges?: Reference;
  /** The same complaint reached us on this earlier day, in a case that is now part of this one: its clock runs from then. */
  readonly receivedEarlier?: LocalDate;
};

/** `task`: somebody must act on it there; `message`: nothing more comes of it. */
export const takingAs = ['complaint', 'task', 'message'] as const;
export type TakenAs = (typeof takingAs)[number];

export type ConversationCommand =
  | ({
      readonly type: 'add-correspondence';
      readonly contact: Contact;
      readonly flags: readonly Flag[];
      readonly call?: CallSoFar;
      /** An officer says that both cases are the same person's, whatever address they wrote from. */
      readonly samePerson?: true;
    } & Arrival)
  /** The message stands where it belongs. */
  | { readonly type: 'answer-question'; readonly contact: ContactKey }
  /** The message belongs to `to`, which takes it over in the same transaction. */
  | {
      readonly type: 'move-out';
      readonly contact: ContactKey;
      readonly to: Reference;
      /** Day 0 of the case that it goes to. */
      readonly toReceivedOn: LocalDate;
      /** What it is there. */
      readonly takenAs: TakenAs;
      /** It is the message that opened the case: the case ends with it. */
      readonly opened: boolean;
      readonly unread: boolean;
      /** A new issue of the same person: both cases show the other. */
      readonly newIssue?: true;
      /** Its sender, where no other message of theirs stays. */
      readonly writerLeaves?: string;
    }
  /** What the person is told who asked where their complaint has got to. */
  | {
      readonly type: 'answer-chaser';
      readonly answer: string;
      /** Whoever answers says that they have read the messages that were new. */
      readonly hasRead?: true;
    }
  /** The words did not mean it, or it was dealt with another way. */
  | { readonly type: 'set-aside-follow-up'; readonly followUp: FollowUpTask; readonly reason: string }
  | { readonly type: 'mark-read' };

export type ConversationEvent =
  | ({
      readonly type: 'correspondence-added';
      readonly channel: Channel;
      readonly contactId: string;
      readonly receivedAt: Instant;
      /** What triage saw in it: possible harm is told at once. */
      readonly flags: readonly Flag[];
      /** Those of them that no message of the case had before (`flags.ts`). */
      readonly newFlags?: readonly Flag[];
      /** It may speak of harm: a named person takes it (duty D5). */
      readonly mayMeanHarm?: true;
      /** They are not satisfied, and the answer at stage one is late: stage two may begin on it without one (duty D25). */
      readonly asksWhileLate?: true;
    } & Arrival)
  | { readonly type: 'correspondence-read' }
  | { readonly type: 'question-answered'; readonly channel: Channel; readonly contactId: string }
  | {
      readonly type: 'contact-moved-out';
      readonly channel: Channel;
      readonly contactId: string;
      readonly to: Reference;
      readonly opened: boolean;
      readonly unread: boolean;
      readonly newIssue?: true;
      readonly writerLeaves?: string;
      readonly on: LocalDate;
    }
  | ({ readonly type: 'point-added' } & AddedPoint)
  | { readonly type: 'chaser-answered'; readonly answer: string }
  | { readonly type: 'follow-up-set-aside'; readonly followUp: FollowUpTask; readonly reason: string };
