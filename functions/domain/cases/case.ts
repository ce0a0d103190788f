import type { Instant, LocalDate } from '../calendar/local-date.ts';
import type { Channel, Contact, Person, WayToReach } from '../intake/contact.ts';
import { type Flag, type Route, routes, type Service, type Suggestion } from '../triage/suggestion.ts';
import type { Officer, Reference } from './actor.ts';
import type { Conflict } from './allocation/conflict.ts';
import type { Contribution } from './allocation/contribution.ts';
import type { CalendarRevised } from './calendar-revision/calendar-revision.ts';
import type { CallBack, TranscriptToCheck } from './call/call.ts';
import type { AddedPoint, OpenFollowUp, OpenQuestion, Unread } from './conversation/conversation.ts';
import type { Discrimination, RuledOut } from './discrimination/discrimination.ts';
import type { PossibleHarm } from './harm/harm.ts';
import type { Hazard } from './hazard/hazard.ts';
import type { InTouch } from './in-touch/in-touch.ts';
import type { People } from './people/people.ts';
import type { CaseOmbudsman, Point } from './point.ts';
import type { CameBack, Proposal } from './proposal.ts';
import type { LetterToPost, Undelivered } from './reaching/reaching.ts';
import type { JoinedIssue, Link } from './related/related.ts';
import type { Remedy } from './remedies/remedy.ts';
import type { AskedAbout, Choice, RequestBeside } from './request/request.ts';
import type { Restricted } from './restricted/restricted.ts';
import type { HandOver, WayTaken } from './turning-away/turning-away.ts';

// State: a union of what can be true. Each stage has only its own fields.

/** What is known of every case from its first contact on. */
export type Known = {
  readonly reference: Reference;
  /** The policy the case was opened under (`policy/periods.ts`). */
  readonly policyVersion: string;
  readonly channel: Channel;
  readonly receivedAt: Instant;
  /** Day 0 of the acknowledgement: the London date of `receivedAt`, or that of the message which made a complaint of it (duty D17). */
  readonly receivedOn: LocalDate;
  readonly complainant: Person;
  readonly reachBy: readonly WayToReach[];
  readonly onBehalfOf?: Contact['onBehalfOf'];
  readonly adjustments?: string;
  /** Of the form that opened the case, a tag of BCP 47; absent for English and for every other way to reach us. */
  readonly language?: string;
  readonly suggestion: Suggestion;
  /** What triage saw in later messages and not in the first (`flags.ts`); never empty. */
  readonly laterFlags?: readonly Flag[];
  /** Events so far: the next one's number is one more. */
  readonly eventCount: number;
  /** Messages about this case that no officer has read yet. */
  readonly unread?: Unread;
  /** The latest letter that did not arrive, or was called spam, and the day of the first, until an officer has found another way. */
  readonly undelivered?: Undelivered;
  /** Our response did not arrive; `on`: the London date on which they were told it another way. Six months run from then (duty D24). */
  readonly responseReached?: { readonly on?: LocalDate };
  /** An e-mail address of theirs that takes nothing from us: no letter goes there until an officer gives another, or says that it is right. */
  readonly failedEmail?: string;
  /** Letters on paper that no officer has recorded as posted, oldest first; never empty. Until then they do not count (duty D24). */
  readonly toPost?: readonly LetterToPost[];
  /** Somebody who rang and cannot be written to is rung back: since when, and how often it was tried (ADR 8). */
  readonly callBack?: CallBack;
  /** Contacts by voicemail whose words no person has checked against the recording, oldest first; never empty. `since`: the day of the call. */
  readonly transcriptsToCheck?: readonly TranscriptToCheck[];
  /** Subject of the message that opened it, as `bareSubject` has it: a reply under another one may be another matter. */
  readonly subject?: string;
  /** Addresses of people besides the complainant whose messages join the case: an officer joined one of theirs. */
  readonly writers?: readonly string[];
  /** Messages of which an officer must say where they belong; never empty. */
  readonly questions?: readonly OpenQuestion[];
  /** What messages asked of us and nobody has done, oldest first; never empty. The oldest of each kind sets its date. */
  readonly followUps?: readonly OpenFollowUp[];
  /** What joined the complaint by our own doing (duty D2). */
  readonly points?: readonly AddedPoint[];
  /** What waits for a second person (duty D28). */
  readonly proposal?: Proposal;
  /** What a second person returned, until it is proposed anew or settled otherwise. */
  readonly cameBack?: CameBack;
  /** The request that the complaint came out of; work on it goes on (policy section 2). */
  readonly request?: RequestBeside;
  /** Between a request and a complaint, offered to a council tenant (Housing Ombudsman's Code 1.3). */
  readonly choice?: Choice;
  /** Cases of the same person about another issue, oldest first; never empty. */
  readonly links?: readonly Link[];
  /** Who takes no part in it, besides whoever looked into stage one (duty D29). */
  readonly conflicts?: readonly Conflict[];
  /** What we asked, offered and promised to write, and whether we spoke (duties D10, D20 to D22). */
  readonly inTouch?: InTouch;
  /** What other teams of this council have, or were given, of it, oldest first; never empty (duty D12). */
  readonly handOvers?: readonly HandOver[];
  /** A hazard in a council home: the latest, whose clocks run beside the stage (duty D16). */
  readonly hazard?: Hazard;
  /** Who speaks for whom, who complains together, who has died, and what was agreed with them (duties D7, D18 and D19). */
  readonly people?: People;
  /** An allegation or concern of discrimination (duty D30). */
  readonly discrimination?: Discrimination;
  /** What triage suspected of it proved to be nothing. Never beside `discrimination`. */
  readonly discriminationRuledOut?: RuledOut;
  /** What we promised to put right, and what became of it (`remedies/`). */
  readonly remedies?: readonly Remedy[];
  /** What the contact centre's own system calls it (duty D38). */
  readonly crmReference?: string;
  /** A bank holiday that was proclaimed late moved its dates (decision 16). */
  readonly calendarRevised?: CalendarRevised;
  /** A message may speak of harm, and who took it (duty D5). */
  readonly harm?: PossibleHarm;
  /** Only a few may see it (ADR 14). */
  readonly restricted?: Restricted;
};

export type Received = Known & { readonly stage: 'received' };

export type Allocation = {
  readonly service: Service;
  readonly officer: Officer;
  readonly on: LocalDate;
  /** Why they have it although something speaks against it: another service, or no training on record. */
  readonly reason?: string;
  /** Somebody outside the council looks into it, and `officer` answers for it. The person is told the reasons (policy section 5). */
  readonly external?: ExternalInvestigator;
  /** Who looked into it at this stage before `officer`, after its acknowledgement: they take no part in stage two either. */
  readonly earlier?: readonly Officer[];
  /** They were a director when they were given it: a complaint about the complaints team needs one (duty D29). */
  readonly director?: true;
};

export type ExternalInvestigator = { readonly name: string; readonly organisation: string; readonly reasons: string };

/** A complaint under our own procedure: at stage one or, where `stageTwo` stands, at stage two. */
type AtAStage = Known & {
  readonly acceptedOn: LocalDate;
  readonly service: Service;
  readonly ombudsman: CaseOmbudsman;
  readonly stageTwo?: StageTwo;
  /** What other services were asked for at this stage. */
  readonly contributions?: readonly Contribution[];
  /** Related issues that joined while it was looked into; never empty. */
  readonly joined?: readonly JoinedIssue[];
};

/** Stage two is the same procedure with other periods and another investigator (policy section 6, ADR 11). */
export type StageTwo = {
  /** Day 0 of its acknowledgement: the London date on which they asked, in any words (duty D25). */
  readonly askedOn: LocalDate;
  /** What stage one came to. Whoever looked into it takes no part in stage two. */
  readonly stageOne: Handling & {
    readonly response?: Response;
    /** Those of its points, where there are two (duty D15). */
    readonly ombudsmen?: readonly CaseOmbudsman[];
    readonly decidedBy?: DecidedBy;
    /** What it was put into; never empty. Stage two begins from them. */
    readonly inPoints?: readonly Point[];
  };
};

/** Accepted at a stage; its acknowledgement is still owed. */
export type Accepted = AtAStage & Remeasured & { readonly stage: 'accepted'; readonly allocation?: Allocation };

/** The response date that an acknowledgement set which did not arrive: performance runs to it all the same (duty D24). */
type Remeasured = { readonly firstResponseDue?: LocalDate };

export type Acknowledgement = {
  /** London date of the act, or of the posting of its letter once that is recorded: day 0 of the response. */
  readonly on: LocalDate;
  /** The day it was due by. */
  readonly due: LocalDate;
  /** The complaint as we understand it. */
  readonly definition: string;
  /** What it is about, each to be decided for itself; never empty. Without it the definition is the only point. */
  readonly points?: readonly Point[];
  /** At stage two: points that stage one answered and that are not looked at again, as we understand the person. */
  readonly notDisputed?: readonly Point[];
  readonly outcomesSought: string;
  readonly notResponsibleFor?: string;
  /** Letters that carry it, so that one which cannot be sent un-makes it. */
  readonly noticeId: string;
  /** That letter is the full response as well (duty D21). */
  readonly alsoAnswers?: true;
};

export type Extension = { readonly on: LocalDate; readonly previousDue: LocalDate; readonly due: LocalDate; readonly reason: string };

/** How a complaint was dealt with at one stage, from its acknowledgement on. */
type Handling = Remeasured & {
  readonly allocation: Allocation;
  readonly acknowledgement: Acknowledgement;
  readonly extensions: readonly Extension[];
  /** The response date that the acknowledgement's letter bears. The person relies on it, wherever the counted date moves (decision 16). */
  readonly promised?: LocalDate;
};

export type Acknowledged = AtAStage & Handling & { readonly stage: 'acknowledged' };

export const outcomes = ['upheld', 'partly-upheld', 'not-upheld'] as const;
export type Outcome = (typeof outcomes)[number];

export type Response = { readonly on: LocalDate; readonly due: LocalDate; readonly outcome: Outcome };

/** What a response decides on one point, and why. */
export type PointAnswer = Point & {
  readonly outcome: Outcome;
  readonly reasons: string;
  /** Only in a case in which discrimination was raised, and there on every point (duty D30). */
  readonly discriminationFound?: boolean;
};

/** The full response is out: the clock of its stage has ended. After stage one, stage two is open to the person; after stage two, the Ombudsman. */
export type Answered = Omit<Acknowledged, 'stage'> & {
  readonly stage: 'answered';
  readonly response: Response;
  readonly decidedBy?: DecidedBy;
};

/** Who wrote, proposed, approved or released an answer and did not look into the complaint; never empty (`allocation/taking-part.ts`). */
export type DecidedBy = readonly Officer[];

export type ServiceRequest = Known &
  AskedAbout & {
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
  /** Which way; absent where it was decided before each way had a form of its own. */
  readonly way?: WayTaken;
  readonly decidedOn: LocalDate;
  readonly reasons: string;
};

export type OpenCase = Received | Accepted | Acknowledged | Answered | ServiceRequest | AnotherRoute;

export type Closed = Known & {
  readonly stage: 'closed';
  readonly closedOn: LocalDate;
  readonly because: 'concluded' | 'withdrawn' | 'part-of-another';
  readonly reason: string;
  /** The case that its message belongs to: what else comes in for this one goes there. */
  readonly partOf?: Reference;
  /** What it was when it closed: dates met and missed stay readable. */
  readonly was: OpenCase;
};

export type CaseState = OpenCase | Closed;
export type Stage = CaseState['stage'];
