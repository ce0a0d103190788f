import type { LetterFormat } from '../cases/people/people.ts';
import type { Language } from '../words/words.ts';

/** Anything sent to a person. Residents' notices first, then officers'. Of `another-route`, `held-waiting` and `long-overdue` earlier releases stored some; they are made no more. */
export const noticeKinds = [
  'receipt',
  'acknowledgement',
  'extension',
  'response',
  'stage-two-declined',
  'clarification',
  'definition-amended',
  'update',
  'apology',
  'service-request-recorded',
  'service-request-answer',
  'is-it-fixed',
  'issue-joined',
  'another-route',
  'handed-over',
  'signposted',
  'not-accepted',
  'feedback-thanks',
  'withdrawal-confirmed',
  'withdrawal-undone',
  'chaser-answer',
  'cases-merged',
  'authority-needed',
  'authority-refused',
  'remedy-promised',
  'remedy-late',
  'remedy-undeliverable',
  'did-we-do-it',
  'file-infected',
  'status-link',
  'alert',
  'possible-harm',
  'held-waiting',
  'long-overdue',
  'morning-message',
  'ombudsman-letter',
  'files-unchecked',
  'to-receiving-team',
  'hazard-to-repairs',
  'contacts-to-check',
  'contribution-asked',
  'equality-advice-wanted',
  'discrimination-report',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** Residents' letters carry the case's reply address and must arrive; officers' mail is a reminder. */
export function isForResident(kind: NoticeKind): boolean {
  return !forOfficers.some((name) => name === kind);
}

const forOfficers: readonly NoticeKind[] = [
  'alert',
  'possible-harm',
  'held-waiting',
  'long-overdue',
  'morning-message',
  'ombudsman-letter',
  'files-unchecked',
  'contribution-asked',
  'to-receiving-team',
  'hazard-to-repairs',
  'contacts-to-check',
  'equality-advice-wanted',
  'discrimination-report',
];

/** A letter's content, apart from how it is drawn: e-mail (HTML and text) and print come from the same blocks. */
export type Block =
  | { readonly heading: string }
  | { readonly paragraph: string }
  | { readonly list: readonly string[] }
  | { readonly terms: readonly { readonly term: string; readonly detail: string }[] };

/** What letters can have to say (`sections.ts`). Stored with them: names are added, and none is changed. */
export const sectionNames = [
  'stage',
  'definition',
  'investigator',
  'decision',
  'reasons',
  'weighed',
  'alternative',
  'remedy',
  'actions',
  'new-date',
  'next-step',
  'ombudsman',
] as const;
export type SectionName = (typeof sectionNames)[number];

/** What of a letter is read, in another language than English. */
export type LetterTranslation = {
  readonly language: Pick<Language, 'tag' | 'direction'>;
  /** That it is a translation, and what of it is not; said before it. */
  readonly note: string;
  readonly subject: string;
  readonly blocks: readonly Block[];
};

export type Letter = {
  readonly subject: string;
  readonly blocks: readonly Block[];
  /** What it says of what it must (`sections.ts`); absent on letters without such parts and on those of earlier releases. */
  readonly sections?: readonly SectionName[];
  /** What an officer left out, each with a reason on the event. */
  readonly leftOut?: readonly SectionName[];
  /** The same in the person's language, before the English, which counts. What an officer wrote stands in it as written. */
  readonly translation?: LetterTranslation;
};

export type Addressee =
  | { readonly by: 'email'; readonly email: string; readonly name?: string }
  /** Printed and posted by an officer. Without an address the officer finds another way. */
  | {
      readonly by: 'post';
      readonly name?: string;
      readonly address?: string;
      /** What was agreed with them: no e-mail can carry it (duty D7). */
      readonly format?: Exclude<LetterFormat, 'standard'>;
    };

/** A notice as the transaction stores it: everything needed to send it, decided once. */
export type PlannedNotice = {
  /** Unique within its case or day and the same on every attempt: `0003-acknowledgement`, `alert-acknowledge-due-2026-12-29`. */
  readonly id: string;
  readonly kind: NoticeKind;
  readonly to: Addressee;
  readonly letter: Letter;
  /** An e-mail by which somebody outside the desk answers: its sender adds the address of a page for this part, which nobody keeps (ADR 15). */
  readonly asksFor?: AskedPart;
};

/** One part of an answer, at one stage of its case. */
export type AskedPart = { readonly contribution: number; readonly stageTwo?: true };
