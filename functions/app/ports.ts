import type { Instant, LocalDate } from '../domain/calendar/local-date.ts';
import type { CaseEvent, CaseState, Officer, Reference, Stage } from '../domain/cases/case.ts';
import type { AlertKind, DeadlineKind } from '../domain/deadlines/deadline.ts';
import type { Contact, ContactKey } from '../domain/intake/contact.ts';
import type { PlannedNotice } from '../domain/notices/notice.ts';
import type { Flag, Route, Service } from '../domain/triage/suggestion.ts';

/** Where a case is kept and found. Every read is consistent unless it says otherwise. */
export type CaseStore = {
  /** The next reference of that year; a number drawn and not used is a gap, never a repeat. */
  drawReference(prefix: string, year: number): Promise<Reference>;
  /** What is known of a contact: nothing, the case it opened or joined, or that it is held or filed. */
  findContact(key: ContactKey): Promise<ContactRecord | undefined>;
  /** Which of these contacts were never taken in. */
  unknownContacts(keys: readonly ContactKey[]): Promise<readonly ContactKey[]>;
  /** Keeps a contact that opens no case: held for a person, or filed (auto-replies, bounces). */
  keepContact(contact: Contact, as: 'held' | 'filed', reference?: Reference): Promise<'kept' | 'already-received'>;
  /** Closes a held contact without a case, with an officer's reason. */
  setAside(key: ContactKey, by: Officer, at: Instant, reason: string): Promise<'done' | 'overtaken'>;
  heldContacts(): Promise<readonly Contact[]>;
  load(reference: Reference): Promise<StoredCase | undefined>;
  /** The case with everything beside it: for the case page. */
  loadFile(reference: Reference): Promise<CaseFile | undefined>;
  /** One guarded transaction: snapshot, events, contact, notices, person pointers (decisions 1 to 7). */
  save(change: CaseChange): Promise<'saved' | 'overtaken' | 'already-received'>;
  /** Open cases by what is due next. Eventually consistent: never shown as the answer to a POST. */
  openCases(dueBy?: LocalDate): Promise<readonly QueueEntry[]>;
  /** Stores an alert as spoken together with its notices (officer and team); `already-spoken` when another run was first. */
  speakAlert(
    reference: Reference,
    alert: SpokenAlert,
    notices: readonly PlannedNotice[],
    at: Instant,
  ): Promise<'spoken' | 'already-spoken'>;
  notices(reference: Reference): Promise<readonly NoticeRecord[]>;
  /** Cases that have notices still to be sent, oldest first. Eventually consistent. */
  casesWithPendingNotices(): Promise<readonly Reference[]>;
  /** Takes the right to send one notice until `until`; `not-now` when another sender has it or it needs no sending. */
  leaseNotice(reference: Reference, noticeId: string, now: Instant, until: Instant): Promise<{ attempt: number } | 'not-now'>;
  settleNotice(reference: Reference, noticeId: string, result: NoticeResult): Promise<void>;
  /**
   * Moves a notice on to its end. News of a message proves that SES accepted it, even where its answer to us was lost or is still on its way;
   * anything later or repeated changes nothing.
   */
  recordDelivery(reference: Reference, noticeId: string, outcome: DeliveryOutcome): Promise<void>;
  /** The schedule that was last made for the case. */
  plannedSchedule(reference: Reference): Promise<string | undefined>;
  rememberSchedule(reference: Reference, name: string | undefined): Promise<void>;
  /** Officers who have signed in, by name. */
  staff(): Promise<readonly Officer[]>;
  rememberOfficer(officer: Officer): Promise<void>;
};

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
  /** The contact that this change takes in, if it takes one in. Held contacts that are released are already stored. */
  readonly contact?: Contact;
  /** Undefined once the case is closed: it leaves the queue. */
  readonly queue?: QueueEntry;
};

/** What a queue shows of an open case, and nothing else. */
export type QueueEntry = {
  readonly reference: Reference;
  readonly stage: Stage;
  readonly suggested: Route;
  readonly flags: readonly Flag[];
  readonly service: Service;
  readonly receivedOn: LocalDate;
  readonly complainant?: string;
  readonly officer?: string;
  readonly unread: number;
  /** Undefined sorts first: its dates could not be counted, or nothing is due and a person must look. */
  readonly nextDue?: { readonly kind: DeadlineKind; readonly on: LocalDate };
};

export type SpokenAlert = { readonly deadline: DeadlineKind; readonly kind: AlertKind; readonly on: LocalDate };

export type NoticeRecord = PlannedNotice & {
  readonly plannedAt: Instant;
  readonly attempts: number;
  readonly standing:
    | { readonly kind: 'planned' }
    | { readonly kind: 'sending'; readonly leaseUntil: Instant }
    | { readonly kind: 'accepted'; readonly sesMessageId: string; readonly at: Instant }
    | { readonly kind: 'delivered'; readonly sesMessageId: string; readonly at: Instant }
    | { readonly kind: 'bounced'; readonly sesMessageId: string; readonly permanent: boolean; readonly why: string; readonly at: Instant }
    | { readonly kind: 'to-print' }
    | { readonly kind: 'failed'; readonly why: string; readonly at: Instant };
};

/** What SES says became of a message that it had accepted. */
export type DeliveryOutcome =
  | { readonly kind: 'delivered'; readonly sesMessageId: string; readonly at: Instant }
  | { readonly kind: 'bounced'; readonly sesMessageId: string; readonly permanent: boolean; readonly why: string; readonly at: Instant };

export type NoticeResult =
  | { readonly kind: 'accepted'; readonly sesMessageId: string; readonly at: Instant }
  /** Back to planned: the next run tries again. */
  | { readonly kind: 'try-again' }
  | { readonly kind: 'to-print' }
  | { readonly kind: 'failed'; readonly why: string; readonly at: Instant };

/** Originals, byte for byte, and what was taken out of them. */
export type Originals = {
  /** Stores once: an object of that name is never overwritten. */
  keep(key: string, body: Uint8Array, contentType: string): Promise<void>;
  read(key: string): Promise<{ body: Uint8Array; storedAt: Instant } | undefined>;
  /** Keys under a prefix stored since then, with when. */
  listSince(prefix: string, since: Instant): Promise<readonly { key: string; storedAt: Instant }[]>;
};

/** `refused` is final (a bad address, a rejected message); a thrown error is worth another try. */
export type SendMail = (mail: OutgoingMail) => Promise<{ sesMessageId: string } | { refused: string }>;

export type OutgoingMail = {
  readonly to: string;
  readonly toName?: string;
  readonly notice: PlannedNotice;
  readonly reference: Reference;
  /** The messages of the case so far, oldest first: mail programs show them as one conversation. */
  readonly earlier: readonly EarlierMessage[];
  /** True for residents: carries the case's reply address. Officers' notices do not. */
  readonly repliesJoinCase: boolean;
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
