import type { Instant, LocalDate } from '../domain/calendar/local-date.ts';
import type { Month } from '../domain/calendar/month.ts';
import type { Addition } from '../domain/calendar/working-days.ts';
import type { Officer, Reference } from '../domain/cases/actor.ts';
import type { CaseState } from '../domain/cases/case.ts';
import type { CaseEvent } from '../domain/cases/event.ts';
import type { AlertKind, DeadlineKind } from '../domain/deadlines/deadline.ts';
import type { Draft, DraftKey } from '../domain/desk/draft.ts';
import type { QueueEntry } from '../domain/desk/queue-entry.ts';
import type { Counted, DoorCount } from '../domain/intake/at-the-door.ts';
import type { Contact, ContactKey, Person } from '../domain/intake/contact.ts';
import type { FileCheck } from '../domain/intake/file-check.ts';
import type { AskedPart, PlannedNotice } from '../domain/notices/notice.ts';
import type { NoticeOwner } from '../domain/notices/owner.ts';
import type { DeliveryNews, Standing, Step } from '../domain/notices/standing.ts';
import type { WordingChange } from '../domain/notices/wording/changing.ts';
import type { Wording } from '../domain/notices/wording/open-pieces.ts';
import type { Proclaimed } from '../domain/registers/bank-holidays.ts';
import type { PolicyCopy, Signpost } from '../domain/registers/front-desk.ts';
import type { Lesson } from '../domain/registers/lesson.ts';
import type { Rota, RotaChange } from '../domain/registers/rota.ts';
import type { CountedDecision } from '../domain/reporting/counted-decision.ts';
import type { CountedRelease } from '../domain/reporting/counted-release.ts';
import type { Look, LookedAt } from '../domain/staff/look.ts';
import type { MailChoice } from '../domain/staff/mail-choices.ts';
import type { StaffChange, StaffRecord } from '../domain/staff/recording.ts';
import type { StaffMember, StaffRole } from '../domain/staff/staff-member.ts';

/** Where a case is kept and found. Every read is consistent unless it says otherwise. */
export type CaseStore = {
  /** The next reference of that year; a number drawn and not used is a gap, never a repeat. */
  drawReference(prefix: string, year: number): Promise<Reference>;
  /** What is known of a contact: nothing, the case it opened or joined, or that it is held or filed. */
  findContact(key: ContactKey): Promise<ContactRecord | undefined>;
  /** Which of these contacts were never taken in. */
  unknownContacts(keys: readonly ContactKey[]): Promise<readonly ContactKey[]>;
  /** Keeps a contact that opens no case: held for a person, or filed (auto-replies, bounces). `tell`: who must know of it at once. */
  keepContact(contact: Contact, as: 'held' | 'filed', reference?: Reference, tell?: NoticesOfDay): Promise<'kept' | 'already-received'>;
  /** Holds a filed contact that stands in no case: an officer says that a person wrote it. */
  holdFiled(contact: Contact): Promise<'done' | 'overtaken'>;
  /** Files a held e-mail whose recording has become a call of its own. */
  fileHeld(contact: Contact): Promise<'done' | 'overtaken'>;
  /** Closes a held contact without a case, with an officer's reason. */
  setAside(key: ContactKey, by: Officer, at: Instant, reason: string): Promise<'done' | 'overtaken'>;
  /** The oldest `most` of the contacts that are held, oldest first, and how many there are in all. The count is eventually consistent. */
  heldContacts(most: number): Promise<HeldContacts>;
  /** What machines sent us that belongs to no case: the newest `most`, newest first. Eventually consistent. */
  filedContacts(most: number): Promise<readonly Contact[]>;
  /** The contact that the same e-mail made before, under another id. */
  findCopy(contact: Contact): Promise<KnownCopy | undefined>;
  /** The cases for which SES sent these messages, in the order of the ids; ids that are none of ours are left out. */
  casesOfSent(sesMessageIds: readonly string[]): Promise<readonly Reference[]>;
  load(reference: Reference): Promise<StoredCase | undefined>;
  /** The case with everything beside it: for the case page. */
  loadFile(reference: Reference): Promise<CaseFile | undefined>;
  /** One guarded transaction: snapshot, events, contact, notices, person pointers (decisions 1 to 7). */
  save(change: CaseChange): Promise<'saved' | 'overtaken' | 'already-received' | 'copy-of-another'>;
  /** The cases that an e-mail address, a telephone number, a surname at a postcode or a CRM reference leads to, the latest first. */
  casesOfPerson(asked: PersonAsked): Promise<readonly Reference[]>;
  /** Contacts recorded in the week of `today` or the `weeks` before it that say nearly the same, the likest first. */
  contactsThatSay(text: string, where: SaidWhen): Promise<readonly ContactKey[]>;
  /** Takes a message out of one case and into another, both changes in one guarded transaction. */
  moveContact(move: ContactMove): Promise<'moved' | 'overtaken'>;
  /** Open cases by what is due next. Eventually consistent: never shown as the answer to a POST. */
  openCases(dueBy?: LocalDate): Promise<readonly QueueEntry[]>;
  /** What people decided about the messages that came in that month, one for each case that was decided; in no promised order. */
  countedDecisions(month: Month): Promise<readonly CountedDecision[]>;
  /** Responses that the Head released in that month although they lacked something; in no promised order. */
  countedReleases(month: Month): Promise<readonly CountedRelease[]>;
  /** The learning register, the oldest promise first. */
  lessons(): Promise<readonly Lesson[]>;
  /** Stores an alert as spoken together with its notices (officer and team); `already-spoken` when another run was first. */
  speakAlert(
    reference: Reference,
    alert: SpokenAlert,
    notices: readonly PlannedNotice[],
    at: Instant,
  ): Promise<'spoken' | 'already-spoken'>;
  /** Plans mail to officers that belongs to no case, all of it or nothing; `already-planned` when the day has one of these notices. */
  planForDay(tell: NoticesOfDay): Promise<'planned' | 'already-planned'>;
  notices(owner: NoticeOwner): Promise<readonly NoticeRecord[]>;
  /** Cases and days that have notices to be sent by now, oldest first. Eventually consistent. */
  ownersOfPendingNotices(now: Instant): Promise<readonly NoticeOwner[]>;
  /** Takes the right to send one notice until `until`; `not-now` when another sender has it, its time has not come or it needs no sending. */
  leaseNotice(owner: NoticeOwner, noticeId: string, now: Instant, until: Instant): Promise<{ attempt: number } | 'not-now'>;
  settleNotice(owner: NoticeOwner, noticeId: string, result: NoticeResult): Promise<void>;
  /** Moves a notice on as `afterNews` says, and gives it as it then stands; undefined where the news changed nothing. */
  recordDelivery(owner: NoticeOwner, noticeId: string, news: DeliveryNews): Promise<NoticeRecord | undefined>;
  /** Counts a receipt to this address on this London date, once however often it is tried; `over` when `most` others were counted before. */
  countReceipt(email: string, on: LocalDate, receipt: { owner: NoticeOwner; noticeId: string }, most: number): Promise<'counted' | 'over'>;
  /** Keeps what a link in our mail may be used for, by the hash of its token. */
  keepAnswerLink(hash: string, link: AnswerLink): Promise<void>;
  findAnswerLink(hash: string): Promise<AnswerLink | undefined>;
  /** The schedule that was last made for the case. */
  plannedSchedule(reference: Reference): Promise<string | undefined>;
  rememberSchedule(reference: Reference, name: string | undefined): Promise<void>;
  /** Everybody who has signed in, by name, with what is recorded of them (decision 31). */
  staff(): Promise<readonly StaffMember[]>;
  /** At sign-in: who they are, and the roles that the council's sign-in gives them. What the Head recorded stays. */
  rememberOfficer(officer: Officer, roles?: readonly StaffRole[]): Promise<void>;
  /** What somebody leaves out of their morning's message, from now on. */
  chooseMail(subject: string, off: readonly MailChoice[]): Promise<void>;
  staffEntry(subject: string): Promise<StaffEntry | undefined>;
  /** Changes what is recorded of somebody, and keeps who did it and when; `overtaken` where it changed since version `expected`. */
  recordStaff(subject: string, change: StaffChange, expected: number): Promise<'recorded' | 'overtaken'>;
  /** Notes that this officer looked, once for each hour of a London day: `at` says which. */
  noteLook(what: LookedAt, by: Officer, at: Instant): Promise<void>;
  /** Who opened it, the earliest day first. */
  looks(what: LookedAt): Promise<readonly Look[]>;
  inForce(): Promise<InForce>;
  readonly calendar: CalendarStore;
  readonly wording: WordingStore;
  readonly frontDesk: FrontDeskStore;
  readonly rota: RotaStore;
  readonly drafts: DraftStore;
  readonly statusPage: StatusPageStore;
  readonly files: FileStore;
};

/** What machines know of files that people sent, beside the contacts that brought them. */
export type FileStore = {
  /** By the keys of their objects; a file of which nothing is known is left out. */
  checks(keys: readonly string[]): Promise<ReadonlyMap<string, FileCheck>>;
  /** What a scan found in a version. The first version of which anything is known stays, and so does what was infected: then nothing changes. */
  recordScan(key: string, found: Required<Pick<FileCheck, 'scan' | 'version' | 'scannedAt'>>): Promise<'recorded' | 'judged-before'>;
  /** `ofVersion`: what was learnt of that version, and is kept of no other. */
  record(key: string, known: Pick<FileCheck, 'seen' | 'asNamed' | 'copy' | 'toldAt' | 'senderToldAt'>, ofVersion?: string): Promise<void>;
  /** Contacts whose files should have been looked at by now. Eventually consistent. */
  dueForCheck(now: Instant): Promise<readonly ContactKey[]>;
  /** Nobody need look again whether the files of this contact were looked at. */
  settle(contact: ContactKey): Promise<void>;
  /** Of these uploads, those that no contact has. */
  ofNobody(keys: readonly string[]): Promise<readonly string[]>;
};

/** What officers typed and did not send: one of each officer, case and form (ADR 14). */
export type DraftStore = {
  find(key: DraftKey): Promise<Draft | undefined>;
  /** In the place of what was kept before. */
  keep(key: DraftKey, draft: Draft): Promise<void>;
  /** Leaves nothing of its words. `ifOverBy`: not where it was saved again meanwhile. */
  clear(key: DraftKey, ifOverBy?: Instant): Promise<void>;
  /** The first so many drafts whose time is over by now. Eventually consistent. */
  over(now: Instant, most: number): Promise<readonly DraftKey[]>;
};

/** Who is on call for possible harm (duty D5). */
export type RotaStore = {
  current(): Promise<RotaKept>;
  /** Oldest first. */
  changes(): Promise<readonly RotaChange[]>;
  /** Stores the rota with the change that made it; `overtaken` where another change has its number. */
  change(change: RotaChange): Promise<'changed' | 'overtaken'>;
};

/** What the council itself changes and every act goes by: bank holidays proclaimed late in their order, the words of letters, and who is on call. */
export type InForce = { readonly additions: readonly Addition[]; readonly wording: Wording; readonly rota: Rota };

/** `number`: of the last change; 0 before the first. */
export type RotaKept = { readonly number: number; readonly rota: Rota };

/** Good until that moment, and until the part that it answers has come (ADR 15). */
export type AnswerLink = AskedPart & { readonly reference: Reference; readonly until: Instant };

/** How somebody comes to see where their complaint stands (ADR 16). */
export type StatusPageStore = {
  /** Counts one asking for a link; `over` when `most` others were counted in that hour. */
  countAsk(asked: AskedBy, most: number): Promise<'counted' | 'over'>;
  /** Plans the mail with the link, beside the case; the same id a second time changes nothing. */
  planLink(reference: Reference, notice: PlannedNotice, at: Instant): Promise<void>;
  /** Counts an asking that leads nowhere: as much work as planning the mail. */
  countUnanswered(on: LocalDate): Promise<void>;
  /** Keeps what a link opens, by the hash of its token. */
  keepLink(hash: string, link: StatusLink): Promise<void>;
  /** Once, and in its time; undefined for whatever was used, is over or never was. */
  spendLink(hash: string, at: Instant): Promise<StatusLink | undefined>;
};

/** Whom an asking is counted by, in the hour of the London clock that `at` is in. Neither an address nor a network is kept as it is. */
export type AskedBy = { readonly by: 'email' | 'telephone' | 'network' | 'case'; readonly value: string; readonly at: Instant };

/** `notice`: the mail that it went out in, whose reader may open the page. */
export type StatusLink = { readonly reference: Reference; readonly notice: string; readonly until: Instant };

/** Tokens of links in our mail: nobody guesses one, and only its hash is kept. */
export type LinkTokens = {
  make(): { readonly token: string; readonly hash: string };
  hashOf(token: string): string;
};

/** Words by which cases are found (decision 36). */
export type WordIndex = {
  /** Lets a case be found by these words and by no others. */
  keep(reference: Reference, words: readonly string[]): Promise<void>;
  /** The newest cases that have all of these words, `most` of them. `more`: there are others, or may be. Eventually consistent. */
  find(words: readonly string[], most: number): Promise<{ readonly references: readonly Reference[]; readonly more: boolean }>;
};

/** What is done for somebody who has not complained to us yet (duty D11). The same id is kept once. */
export type FrontDeskStore = {
  keepSignpost(signpost: Signpost): Promise<void>;
  /** The latest first. */
  signposts(): Promise<readonly Signpost[]>;
  keepCopy(copy: PolicyCopy): Promise<void>;
  /** The oldest first. */
  copies(): Promise<readonly PolicyCopy[]>;
  /** Takes the place of a copy that was to be posted, its address with it; `overtaken` where it was posted already. */
  recordPosted(copy: PolicyCopy): Promise<'recorded' | 'overtaken'>;
};

/** What the complaints team changed in the wording of letters (duty D36). */
export type WordingStore = {
  current(): Promise<WordingKept>;
  /** Oldest first. */
  changes(): Promise<readonly WordingChange[]>;
  /** Stores the wording with the change that made it; `overtaken` where another change has its number. */
  change(wording: Wording, change: WordingChange): Promise<'changed' | 'overtaken'>;
};

/** `number`: of the last change; 0 before the first. */
export type WordingKept = { readonly number: number; readonly wording: Wording };

/** Bank holidays proclaimed after the list of this release was written (decision 16). */
export type CalendarStore = {
  /** Those that two people entered, in their order: what every function counts by. */
  additions(): Promise<readonly Addition[]>;
  /** Every day that somebody entered, by date, with what became of it. */
  proclaimed(): Promise<readonly Proclaimed[]>;
  /** `overtaken` where the day waits already or is on the list; one that was rejected may be entered again. */
  propose(proposal: Proclaimed): Promise<'proposed' | 'overtaken'>;
  /** Stores a verdict, and with an approval the list that has the day; `overtaken` where somebody decided, or the list changed, in between. */
  decide(judged: Proclaimed): Promise<'decided' | 'overtaken'>;
  /** How far the last revision has been told to the open cases; undefined before the first. */
  walk(): Promise<CalendarWalk | undefined>;
  rememberWalk(walk: CalendarWalk): Promise<void>;
};

/** `after`: the last case, in the order of references, that has been looked at for the revision `number`. */
export type CalendarWalk = { readonly number: number; readonly after?: Reference; readonly finished: boolean };

export type StaffEntry = {
  /** As everything else reads them: roles of both sources together. */
  readonly member: StaffMember;
  /** What the Head recorded, roles of the sign-in apart. */
  readonly recorded: StaffRecord;
  readonly fromSignIn: readonly StaffRole[];
  /** Counts changes; 0 before the first. */
  readonly version: number;
  /** The latest first. */
  readonly changes: readonly StaffChange[];
};

/** What leads to the cases of a person, as it was typed. */
export type PersonAsked = Person & { readonly crmReference?: string };

export type SaidWhen = { readonly today: LocalDate; readonly weeks: number; readonly most: number };

export type HeldContacts = { readonly contacts: readonly Contact[]; readonly count: number };

/** Where the same e-mail stands, and the id of its contact there. */
export type KnownCopy = { readonly reference: Reference; readonly id: string };

/** `to` with `expected` 0 opens a case of its own. */
export type ContactMove = { readonly contact: Contact; readonly from: CaseChange; readonly to: CaseChange };

export type ContactRecord = {
  readonly contact: Contact;
  readonly standing:
    | { readonly kind: 'in-case'; readonly reference: Reference }
    | { readonly kind: 'held' }
    | { readonly kind: 'filed' }
    | { readonly kind: 'set-aside'; readonly by: Officer; readonly at: Instant; readonly reason: string };
};

/** `version` counts commands: it is what an officer's form carries. Machine writes never move it. */
export type StoredCase = { readonly state: CaseState; readonly version: number };

export type CaseFile = StoredCase & {
  readonly events: readonly CaseEvent[];
  readonly contacts: readonly Contact[];
  readonly notices: readonly NoticeRecord[];
  readonly alerts: readonly SpokenAlert[];
};

export type CaseChange = {
  readonly reference: Reference;
  /** The version that was read; 0 opens the case. */
  readonly expected: number;
  readonly state: CaseState;
  readonly events: readonly CaseEvent[];
  readonly notices: readonly PlannedNotice[];
  /** Its notices are not sent before, so that it can be taken back (duty D38). */
  readonly lettersWaitUntil?: Instant;
  /** What a command that it takes back had planned, written or counted. */
  readonly takesBack?: TakesBack;
  /** The contact that this change takes in, if it takes one in. Held contacts that are released are already stored. */
  readonly contact?: Contact;
  /** Opens a case also for an e-mail that was taken in before under another id. */
  readonly evenIfCopy?: boolean;
  /** What a person decided about the suggestion; takes the place of what was counted for the case before. */
  readonly decision?: CountedDecision;
  /** Responses in it that the Head released although they lacked something. */
  readonly releases?: readonly CountedRelease[];
  /** Entries of the learning register that it makes or changes, as they stand after it. */
  readonly lessons?: readonly Lesson[];
  /** Undefined once the case is closed: it leaves the queue. */
  readonly queue?: QueueEntry;
};

/** What goes with a command that is taken back. Letters: only while each stands as it was read. */
export type TakesBack = {
  readonly letters: readonly NoticeRecord[];
  /** What it counted of a suggestion, where nothing was counted for the case before it. */
  readonly decision?: CountedDecision;
  /** Entries of the learning register that it made. */
  readonly lessons: readonly Lesson[];
};

/** `about`: which of several deadlines of that kind. */
export type SpokenAlert = { readonly deadline: DeadlineKind; readonly about?: number; readonly kind: AlertKind; readonly on: LocalDate };

export type NoticeRecord = PlannedNotice & {
  readonly plannedAt: Instant;
  readonly attempts: number;
  /** When sending it last began. */
  readonly triedAt?: Instant;
  readonly standing: Standing;
  /** Every step it reached, with its date. Absent on a notice that has reached none, and on those of the first release. */
  readonly steps?: readonly Step[];
};

/** Mail to officers that belongs to no case, planned on a London day of the desk. */
export type NoticesOfDay = { readonly day: LocalDate; readonly at: Instant; readonly notices: readonly PlannedNotice[] };

export type NoticeResult =
  | { readonly kind: 'accepted'; readonly sesMessageId: string; readonly at: Instant }
  /** Back to planned: the next run tries again. */
  | { readonly kind: 'try-again' }
  | { readonly kind: 'to-print' }
  | { readonly kind: 'failed'; readonly why: string; readonly at: Instant }
  | { readonly kind: 'held-back'; readonly why: string; readonly at: Instant };

/** Originals, byte for byte, and what was taken out of them. */
export type Originals = {
  /** Stores once: an object of that name is never overwritten. */
  keep(key: string, body: Uint8Array, contentType: string): Promise<void>;
  read(key: string): Promise<{ body: Uint8Array; storedAt: Instant } | undefined>;
  /** Keys under a prefix stored since then, with when. */
  listSince(prefix: string, since: Instant): Promise<readonly { key: string; storedAt: Instant }[]>;
};

/** Something attached to a message, and where it is to be kept. */
export type MailPart = { readonly key: string; readonly contentType: string; readonly body: Uint8Array };

/** Recorded calls in the originals bucket. Their bytes are never read here: a person hears them in a browser. */
export type Recordings = {
  /** Stores once, with what is known of the call. */
  keep(key: string, body: Uint8Array, contentType: string, call: { caller?: string; receivedAt?: Instant }): Promise<void>;
  find(key: string): Promise<{ storedAt: Instant; receivedAt?: Instant; caller?: string } | undefined>;
  /** Every recording, with when its latest version was stored. */
  all(): Promise<readonly { key: string; storedAt: Instant }[]>;
  /** Deletes every version of an object. */
  delete(key: string): Promise<void>;
};

/** Who writes down what was said. `begun` also where an earlier try had begun it; `refused` is final: no words can be made of this file. */
export type Transcription = {
  begin(job: { readonly name: string; readonly from: string; readonly to: string }): Promise<'begun' | 'refused'>;
};

/** `refused` is final (a bad address, a rejected message); a thrown error is worth another try. */
export type SendMail = (mail: OutgoingMail) => Promise<{ sesMessageId: string } | { refused: string }>;

export type OutgoingMail = {
  readonly to: string;
  readonly toName?: string;
  readonly notice: PlannedNotice;
  readonly owner: NoticeOwner;
  /** The messages of the case so far, oldest first: mail programs show them as one conversation. */
  readonly earlier: readonly EarlierMessage[];
  /** The case that replies join, by its reply address: for residents. Officers' notices have none. */
  readonly repliesJoin?: Reference;
};

/** A message by the RFC 5322 id its sender gave it, or by the id that SES gave ours. */
export type EarlierMessage = { readonly messageId: string } | { readonly sesMessageId: string };

/** One-off wake-ups. Names are never reused: a schedule is made, or left, or deleted. */
export type WakeUps = {
  create(name: string, at: Instant, reference: Reference): Promise<void>;
  delete(name: string): Promise<void>;
};

export type ReplyAddresses = {
  /** `r.lbc-2026-004217.<16 base32>@…`: lets someone add to the case, never read it. */
  addressOf(reference: Reference): string;
  /** The case whose true reply address this is. */
  caseOf(address: string): Reference | undefined;
};

export type MailVerdicts = {
  readonly spam: Verdict;
  readonly virus: Verdict;
  readonly spf: Verdict;
  readonly dkim: Verdict;
  readonly dmarc: Verdict;
};
/** `unknown`: found by the sweep, the receipt event was lost. */
export type Verdict = 'PASS' | 'FAIL' | 'GRAY' | 'PROCESSING_FAILED' | 'unknown';

/** Why something is worth knowing later: codes and ids only, never a person's words or details. */
export type Log = (code: string, ids?: Readonly<Record<string, string | number | boolean>>) => void;

/** What somebody answered on the form and has not sent: sealed with a key that stands in their cookie alone, so that the table cannot read it (ADR 16). */
export type AnswerItems = {
  find(hash: string): Promise<SealedAnswers | undefined>;
  /** In the place of what was kept before. */
  keep(hash: string, answers: SealedAnswers): Promise<void>;
  /** Leaves nothing of it. `ifOverBy`: not where it was kept again meanwhile. */
  clear(hash: string, ifOverBy?: Instant): Promise<void>;
  /** The first so many whose time is over by now. Eventually consistent. */
  over(now: Instant, most: number): Promise<readonly string[]>;
};

export type SealedAnswers = { readonly sealed: string; readonly until: Instant };

/** Counts who comes to the door, without knowing them: by a keyed hash, by London day and hour (ADR 16). */
export type DoorCounts = {
  /** Counts one more; gives how many there are now. `who`: an e-mail address in lower case, or a network. */
  count(of: Counted, who: string, at: Instant): Promise<DoorCount>;
};
