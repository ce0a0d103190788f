import type { LocalDate } from '../../calendar/local-date.ts';
import type { NoticeKind } from '../../notices/notice.ts';
import type { LetterFormat } from '../people/people.ts';

// Whether our letters reach them, and what is done where one does not (duties D6 and D24).

/** The latest letter that did not arrive. `since`: the London date on which we knew it of the first. */
export type Undelivered = { readonly since: LocalDate; readonly noticeId: string; readonly why: string };

/** `since`: the day on which it was written. */
export type LetterToPost = {
  readonly noticeId: string;
  readonly kind: NoticeKind;
  readonly since: LocalDate;
  /** The format that was agreed with them: a person makes it, on the same day (duty D7). */
  readonly format?: Exclude<LetterFormat, 'standard'>;
  /** The member of a group whose own copy it is. */
  readonly member?: string;
};

/** A letter that goes once more, to the address that an officer put right. */
export type SentAgain = { readonly noticeId: string; readonly kind: NoticeKind };

export type ReachingCommand =
  /**
   * A letter to the resident could not be sent or bounced (any stage). Another way must be found within one working day (duty D24);
   * an acknowledgement that did not arrive counts as not made: back to `accepted` with its original due date (ADR 0004).
   */
  | {
      readonly type: 'record-undelivered';
      readonly noticeId: string;
      readonly why: string;
      /** The address that it was sent to, where the address is what failed. */
      readonly failedEmail?: string;
    }
  /** The person, or their mail provider, called a letter of ours spam. It arrived; nothing more will: SES sends no more there. */
  | { readonly type: 'record-called-spam'; readonly noticeId: string; readonly failedEmail?: string }
  /** The address at which the person wants our e-mail; the same one again where it works after all. */
  | { readonly type: 'correct-email'; readonly email: string }
  /** An officer told the person another way; only while `undelivered` is set. */
  | { readonly type: 'reached-another-way'; readonly how: string }
  /** A letter on paper was posted, or handed over where it cannot be posted; only for one in `toPost`. */
  | { readonly type: 'record-posted'; readonly noticeId: string; readonly on: LocalDate };

export type ReachingEvent =
  | {
      readonly type: 'notice-undelivered';
      readonly noticeId: string;
      readonly why: string;
      readonly failedEmail?: string;
      /** The response date of an acknowledgement that is un-made by it: performance runs to it all the same (duty D24). */
      readonly responseDue?: LocalDate;
    }
  | { readonly type: 'notice-called-spam'; readonly noticeId: string; readonly failedEmail?: string }
  /** `sendsAgain`: what had not arrived, oldest first; never empty. Absent in events of releases 1 to 4. */
  | { readonly type: 'email-corrected'; readonly email: string; readonly previous?: string; readonly sendsAgain?: readonly SentAgain[] }
  | { readonly type: 'reached-another-way'; readonly how: string }
  | { readonly type: 'letter-posted'; readonly noticeId: string; readonly kind: NoticeKind; readonly on: LocalDate };
