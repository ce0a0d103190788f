import type { Instant, LocalDate } from '../calendar/local-date.ts';
import type { SaidOnStatusPage } from '../status/said.ts';
import type { Voicemail } from './heard.ts';

/**
 * How a contact reached us (policy section 4). `telephone`: a person took the call; `voicemail`: a machine recorded it. `ombudsman`: an Ombudsman sent
 * the complaint on to us (duty D1).
 */
export const channels = ['web', 'email', 'voicemail', 'post', 'in-person', 'telephone', 'ombudsman'] as const;
export type Channel = (typeof channels)[number];

/** A way in which the person said it is safe to reach them (duty D6). */
export const waysToReach = ['email', 'telephone', 'post'] as const;
export type WayToReach = (typeof waysToReach)[number];

/** Nothing about a person is compulsory: an anonymous complaint is investigated (duty D8). */
export type Person = {
  readonly name?: string;
  readonly email?: string;
  readonly telephone?: string;
  readonly address?: string;
};

/** Somebody for whom another wrote, as whoever wrote says. The person was asked nothing yet, so that no machine writes to them there (duty D18). */
export type WrittenFor = Person & { readonly relationship?: string };

export type Attachment = {
  readonly name: string;
  readonly contentType: string;
  /** Bytes. */
  readonly size: number;
  /** Key of the original in the originals bucket. */
  readonly key: string;
  readonly care?: AttachmentCare;
};

/** Why a person opens an attachment with care: nobody looked for viruses, or it is Outlook's `winmail.dat`, which hides others. */
export const attachmentCares = ['not-scanned', 'outlook-package'] as const;
export type AttachmentCare = (typeof attachmentCares)[number];

/** Nothing is handed out of a message in which a virus was found, however it became part of a case. */
export function mayBeOpened({ hold }: Pick<Contact, 'hold'>): boolean {
  return hold !== 'virus-found';
}

/** Names one contact for ever: the guard against taking it in twice. `id` is the form's token or the SES message id. */
export type ContactKey = { readonly channel: Channel; readonly id: string };

/**
 * Why a contact waits for a person before it may open a case; its clock runs meanwhile. `needs-listening`: a recording whose words no machine could
 * make out. `seems-automatic`: it was filed as a machine's, and an officer says that a person wrote it. `form-by-machine`: the form was filled in faster
 * than a person can, or where no person sees a field. `many-at-once`: more came from one address or network than ever do (ADR 16).
 */
export type HoldReason =
  | 'spam-suspected'
  | 'unreadable'
  | 'encrypted'
  | 'virus-found'
  | 'needs-listening'
  | 'seems-automatic'
  | 'form-by-machine'
  | 'many-at-once';

/** Why nothing can be sent where a message came from: the address says so itself, or it is a mailing list's, and everybody on it would read the answer. Or a colleague sent it from our own mailbox: the person is somebody else. */
export type TakesNoAnswer = 'no-reply' | 'list' | 'our-mailbox';

/** Mail that no person wrote: never answered, never a complaint of its own. */
export type AutomaticMail = 'auto-reply' | 'bounce' | 'our-own' | 'voicemail';

/** Headers alone make it a machine's, so that a person may have written it all the same. What is ours is ours, and a call stands by itself. */
export function mayBeAPersons({ automatic }: Pick<Contact, 'automatic'>): boolean {
  return automatic === 'auto-reply' || automatic === 'bounce';
}

/** Characters (UTF-16 units) of a message that stand in its contact, and that triage reads: the table holds no item over 400 KB. */
export const longestText = 32_000;

/** Who of the council wrote down what they were told. `passedOn`: a colleague without the desk, to whom nothing of any case is shown (duty D1). */
export type Logged = { readonly by: { readonly subject: string; readonly name: string }; readonly passedOn?: true };

/** A complaint that an Ombudsman sent on to us. */
export type Referral = { readonly ombudsman: 'LGSCO' | 'HOS'; readonly theirReference?: string };

/** What every channel ends in: who, what they said, when, and where the original is kept. */
export type Contact = ContactKey & {
  /** When it reached the council's system: the clocks run from here. */
  readonly receivedAt: Instant;
  /** When it was recorded; later than `receivedAt` for post and for swept mail. */
  readonly loggedAt: Instant;
  /** Key of the original, byte for byte, in the originals bucket. */
  readonly original: string;
  readonly from: Person;
  /** Safe ways to reach the person, best first; empty when they gave none. */
  readonly reachBy: readonly WayToReach[];
  /** Set when somebody else wrote: the person it is about. */
  readonly onBehalfOf?: WrittenFor;
  /** What would make it easier for them (reasonable adjustments, policy section 4). */
  readonly adjustments?: string;
  /** When they first knew of the matter, where they said so. */
  readonly firstKnown?: LocalDate;
  /** They gave a month and no day: `firstKnown` is its last day, or today. */
  readonly firstKnownTo?: 'month';
  readonly outcomeSought?: string;
  /** The language in which they used our pages, a tag of BCP 47; absent for English. What they wrote may be in another all the same. */
  readonly language?: string;
  readonly subject?: string;
  /** What the person wrote; the first `longestText` where it is longer. */
  readonly text: string;
  /** False when `text` is cut: the rest stands only in the original. */
  readonly textComplete: boolean;
  readonly attachments: readonly Attachment[];
  /** False for mail whose sender could not be authenticated: taken in all the same, but nothing is revealed to it. */
  readonly authenticated: boolean;
  /** RFC 5322 ids of an e-mail, for threading only: senders control them. */
  readonly email?: { readonly messageId?: string; readonly references: readonly string[]; readonly to: readonly string[] };
  readonly takesNoAnswer?: TakesNoAnswer;
  readonly hold?: HoldReason;
  /** What is known of a recorded call; only on the channel `voicemail`. */
  readonly voicemail?: Voicemail;
  readonly automatic?: AutomaticMail;
  readonly logged?: Logged;
  readonly referral?: Referral;
  /** It was written on the status page of that case, which only a link to one of its people opens. */
  readonly statusPage?: SaidOnStatusPage;
};
