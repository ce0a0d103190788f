import type { CouncilFacts } from '../../../council/facts.ts';
import type { BankHolidays, HolidayEntered } from '../../app/bank-holidays.ts';
import type { AtTheDesk } from '../../app/desk-authority.ts';
import type { FormOf, Keeping } from '../../app/drafts.ts';
import type { FrontDesk, Kept } from '../../app/front-desk.ts';
import type { Released, WordsTyped } from '../../app/held-contacts.ts';
import type { KnownCase } from '../../app/known-already.ts';
import type { ListedLesson } from '../../app/list-lessons.ts';
import type { Queue, Workload } from '../../app/list-queue.ts';
import type { LogResult, ToLog } from '../../app/log-contact.ts';
import type { MergeRequest } from '../../app/merge-cases.ts';
import type { Moved, MoveRequest } from '../../app/move-contact.ts';
import type { DocumentAsked } from '../../app/open-document.ts';
import type { ContactRecord, Log, StaffEntry } from '../../app/ports.ts';
import type { Preview, PreviewRequest, Proposed } from '../../app/preview-letter.ts';
import type { Reallocated, Reallocation, ToReallocate, Whose } from '../../app/reallocate.ts';
import type { StaffRecorded } from '../../app/record-staff.ts';
import type { RotaChanged, RotaNow } from '../../app/rota.ts';
import type { CommandRequest, CommandResult } from '../../app/run-command.ts';
import type { Found } from '../../app/search-cases.ts';
import type { ShownCase } from '../../app/show-case.ts';
import type { TakeBackRequest } from '../../app/take-back.ts';
import type { LookAtCase } from '../../app/who-looked.ts';
import type { WordingChanged, WordingNow, WordingRequest } from '../../app/wording.ts';
import type { LocalDate } from '../../domain/calendar/local-date.ts';
import type { Month } from '../../domain/calendar/month.ts';
import type { Officer, Reference } from '../../domain/cases/actor.ts';
import type { CaseEvent } from '../../domain/cases/event.ts';
import type { Draft } from '../../domain/desk/draft.ts';
import type { QueueAsked } from '../../domain/desk/queues.ts';
import type { Contact, ContactKey } from '../../domain/intake/contact.ts';
import type { PlannedNotice } from '../../domain/notices/notice.ts';
import type { Policy } from '../../domain/policy/periods.ts';
import type { HolidayVerdict, ProposedHoliday } from '../../domain/registers/bank-holidays.ts';
import type { CopyAsked, Signpost } from '../../domain/registers/front-desk.ts';
import type { RotaRequest } from '../../domain/registers/rota.ts';
import type { Releases } from '../../domain/reporting/counted-release.ts';
import type { DecisionsByRoute } from '../../domain/reporting/decisions-by-route.ts';
import type { Look } from '../../domain/staff/look.ts';
import type { MailChoice } from '../../domain/staff/mail-choices.ts';
import type { Absence, StaffRecord } from '../../domain/staff/recording.ts';
import type { StaffMember, StaffRole } from '../../domain/staff/staff-member.ts';
import type { Render } from '../render.ts';

/** `reference`: the case in which its words stand. */
export type RecordingDeleted = { readonly deletedOn: LocalDate; readonly reference: Reference };

/** What the officers' pages need of the world. */
export type DeskDeps = {
  readonly council: CouncilFacts;
  readonly policy: Policy;
  readonly log: Log;
  readonly sessions: Sessions;
  readonly signIn: SignIn;
  readonly newToken: () => string;
  readonly listQueue: (by: Officer, asked: Partial<QueueAsked> & { readonly page: number } & Pick<Session, 'staff'>) => Promise<Queue>;
  /** What follows this case in its queue, which stood in it at that place; undefined at its end. */
  readonly nextInQueue: (
    by: Officer,
    from: QueueAsked & { readonly place: number; readonly reference: Reference } & Pick<Session, 'staff'>,
  ) => Promise<{ readonly reference: Reference; readonly place: number } | undefined>;
  readonly searchCases: (by: Officer, typed: string) => Promise<Found>;
  /** A message that stands in no case; noted as read. */
  readonly findContact: (by: Officer, key: ContactKey) => Promise<ContactRecord | undefined>;
  /** The case for this officer; undefined alike where there is none and where it is not theirs to open. Noted as looked at. */
  readonly showCase: (reference: Reference, by: Officer, staff?: Session['staff']) => Promise<ShownCase | undefined>;
  readonly whoLooked: (reference: Reference, by: Officer) => Promise<readonly LookAtCase[] | undefined>;
  /** The same of a message that stands in no case. */
  readonly whoReadMessage: (key: ContactKey, by: Officer) => Promise<readonly Look[] | undefined>;
  readonly atTheDesk: (by: Officer) => Promise<AtTheDesk>;
  /** Earlier cases of a person and likely duplicates that this officer may open, the likeliest first. */
  readonly knownAlready: (by: Officer, contact: Pick<Contact, 'from' | 'text'>) => Promise<readonly KnownCase[]>;
  readonly mergeCases: (request: MergeRequest) => Promise<Moved>;
  /** The open cases of somebody, or of a service that nobody has, which this officer may give to another. */
  readonly casesToReallocate: (by: Officer, whose: Whose) => Promise<ToReallocate>;
  readonly reallocate: (
    by: Officer,
    asked: Reallocation,
  ) => Promise<{ readonly refused: string } | { readonly results: readonly Reallocated[] }>;
  readonly frontDesk: (by: Officer) => Promise<FrontDesk>;
  readonly recordSignpost: (by: Officer, signpost: Pick<Signpost, 'id' | 'on' | 'place' | 'link'>) => Promise<Kept>;
  readonly askForCopy: (by: Officer, asked: CopyAsked & { readonly id: string }) => Promise<Kept>;
  readonly recordCopyPosted: (by: Officer, id: string, on: LocalDate) => Promise<Kept>;
  /** What an officer wrote down: taken in, or the cases first to which it may belong. */
  readonly logContact: (by: Officer, toLog: ToLog) => Promise<LogResult>;
  /** What a colleague was told, by whoever signs in. */
  readonly passOn: (by: Officer, toLog: Omit<ToLog, 'as'>) => Promise<LogResult>;
  readonly runCommand: (request: CommandRequest) => Promise<CommandResult>;
  readonly takeBack: (request: TakeBackRequest) => Promise<CommandResult>;
  readonly previewLetter: (request: PreviewRequest) => Promise<Preview>;
  /** The letter of what waits for a second person in a case. */
  readonly proposedLetter: (shown: Proposed) => Promise<PlannedNotice | undefined>;
  readonly drafts: Drafts;
  /** The paragraphs of a Word letter; undefined where it is none that can be read. */
  readonly readWordLetter: (file: Uint8Array) => Promise<readonly string[] | undefined>;
  readonly moveContact: (request: MoveRequest) => Promise<Moved>;
  /** Automatic mail that belongs to no case, newest first. */
  readonly listAutomatic: (by: Officer) => Promise<readonly Contact[]>;
  /** How often people changed what triage suggested for the messages that came in these months. */
  readonly countSuggestions: (by: Officer, months: readonly Month[]) => Promise<DecisionsByRoute | undefined>;
  /** How often the Head released a response in these months although it lacked something. */
  readonly countReleases: (by: Officer, months: readonly Month[]) => Promise<Releases | undefined>;
  /** The learning register, the oldest promise first. */
  readonly lessons: (by: Officer) => Promise<readonly ListedLesson[]>;
  /** The list as it counts now, with what was entered late. */
  readonly bankHolidays: () => Promise<BankHolidays>;
  readonly proposeBankHoliday: (by: Officer, proposal: ProposedHoliday) => Promise<HolidayEntered>;
  readonly judgeBankHoliday: (by: Officer, date: LocalDate, verdict: HolidayVerdict) => Promise<HolidayEntered>;
  readonly wording: () => Promise<WordingNow>;
  readonly changeWording: (by: Officer, request: WordingRequest) => Promise<WordingChanged>;
  readonly rota: (by: Officer) => Promise<RotaNow | undefined>;
  readonly changeRota: (by: Officer, request: RotaRequest) => Promise<RotaChanged>;
  /** What somebody leaves out of their own morning's message; gives why not, where they have none. */
  readonly chooseMail: (by: Officer, off: readonly MailChoice[]) => Promise<string | undefined>;
  readonly staff: () => Promise<readonly StaffMember[]>;
  /** `roles`: those that the sign-in gives. */
  readonly rememberOfficer: (officer: Officer, roles?: readonly StaffRole[]) => Promise<void>;
  readonly staffEntry: (by: Officer, subject: string) => Promise<StaffEntry | undefined>;
  readonly recordStaff: (
    by: Officer,
    change: { readonly subject: string; readonly record: StaffRecord; readonly expected: number },
  ) => Promise<StaffRecorded>;
  readonly recordOwnAbsence: (by: Officer, change: { readonly absence: Absence; readonly expected: number }) => Promise<StaffRecorded>;
  /** Open cases per person, and who stands in for whoever is away. */
  readonly listWorkloads: (by: Officer) => Promise<readonly Workload[] | undefined>;
  /** An address for five minutes at which a browser can play a recorded call, or since when it is deleted, for a call in a case; undefined where there is no such call. */
  readonly recordingLink: (id: string, by: Officer) => Promise<{ readonly link: string } | RecordingDeleted | undefined>;
  /** An address for five minutes at which a browser downloads a file of that case; undefined where there is none for them to open. */
  readonly documentLink: (document: DocumentAsked, by: Officer) => Promise<string | undefined>;
  /** Where such addresses of calls lead. */
  readonly recordingsOrigin: () => Promise<string>;
  readonly releaseHeld: (key: ContactKey, by: Officer, heard?: WordsTyped) => Promise<Released>;
  readonly holdAutomatic: (key: ContactKey, by: Officer) => Promise<{ readonly kind: 'done' | 'overtaken' | 'refused' }>;
  readonly setAsideHeld: (key: ContactKey, by: Officer, reason: string) => Promise<{ readonly kind: 'done' | 'overtaken' | 'refused' }>;
};

/** What officers type and have not sent: each sees their own (duty D36). */
export type Drafts = {
  find(form: FormOf, events: readonly CaseEvent[]): Promise<Draft | undefined>;
  keep(form: FormOf, fields: Draft['fields'], keeping?: Keeping): Promise<'kept' | 'too-large' | 'not-theirs'>;
  clear(form: FormOf): Promise<void>;
  /** It was sent as that command. */
  settle(form: FormOf, fields: Draft['fields'], sentAs: string): Promise<void>;
};

/** Who is signed in; every form carries `csrf`. `renewal` is a `Set-Cookie` value that keeps the session awake. */
export type SealedSession = {
  readonly officer: Officer;
  readonly csrf: string;
  /** Signed in without a role at the desk. */
  readonly colleague?: true;
  readonly renewal?: string;
};

/** With the pages that their roles let them use: links lead nowhere else. A colleague without a role at the desk has no `staff`. */
export type Session = SealedSession & Pick<AtTheDesk, 'pages'> & Partial<Pick<AtTheDesk, 'staff'>>;

/** Cookies come as `name=value` each, and leave as whole `Set-Cookie` values. */
export type Sessions = {
  open(cookies: readonly string[]): Promise<SealedSession | undefined>;
  /** A new session for the officer. */
  seal(officer: Officer, colleague?: true): Promise<string>;
  /** Ends the session in this browser. */
  clear(): string;
};

export type SignIn = {
  /** `returnTo` comes back with `finish`: the officer goes on to where they were going. */
  begin(returnTo?: string): Promise<{ readonly location: string; readonly cookie: string }>;
  /** `url` is the full address that the provider sent the browser back to. `failed` is a code for the log. */
  finish(
    url: string,
    cookies: readonly string[],
  ): Promise<
    | { readonly officer: Officer; readonly roles?: readonly StaffRole[]; readonly colleague?: true; readonly returnTo?: string }
    | { readonly failed: string }
  >;
  clear(): string;
};

export type DeskPageDeps = DeskDeps & { readonly render: Render };
