import type { LocalDate } from '../../calendar/local-date.ts';
import type { Person, WayToReach } from '../../intake/contact.ts';

// What is owed to somebody who rang (ADR 8): to be known by name, to be answered, and to have been understood.

/** `since`: the London date of the call, or of the last try to ring back. */
export type CallBack = { readonly since: LocalDate; readonly attempts: number };

export type TranscriptToCheck = { readonly contactId: string; readonly since: LocalDate };

/** What was done about a recorded call in the case from which it came. `on`: the day of the check; the audio's time runs from it. */
export type CallSoFar = {
  readonly checked?: { readonly on: LocalDate; readonly corrected?: string };
  readonly audioDeletedOn?: LocalDate;
};

export const callBackOutcomes = ['spoke', 'no-answer', 'no-number'] as const;
export type CallBackOutcome = (typeof callBackOutcomes)[number];

export type CallCommand =
  /** Who rang, as an officer knows it and not as a machine heard it (ADR 8). `reachBy`: the ways that the caller called safe. */
  | {
      readonly type: 'confirm-caller';
      readonly name?: string;
      readonly telephone?: string;
      readonly email?: string;
      readonly address?: string;
      readonly reachBy: readonly WayToReach[];
    }
  /** An officer rang the caller back, or tried, or there is no number; only while `callBack` is set. */
  | { readonly type: 'record-call-back'; readonly on: LocalDate; readonly outcome: CallBackOutcome; readonly note: string }
  /** An officer listened to the recording; `corrected` where its words are not what the machine wrote. */
  | { readonly type: 'check-transcript'; readonly contactId: string; readonly corrected?: string }
  /** The recording is deleted: its period since the check is over. By the machine alone. */
  | { readonly type: 'record-audio-deleted'; readonly contactId: string };

export type CallEvent =
  | { readonly type: 'caller-confirmed'; readonly caller: Person; readonly reachBy: readonly WayToReach[] }
  /** The receipt that could not be written when the case opened. */
  | { readonly type: 'receipt-written' }
  | { readonly type: 'called-back'; readonly on: LocalDate; readonly outcome: CallBackOutcome; readonly note: string }
  /** `on`: when it was checked, where that was in the case from which it came. */
  | { readonly type: 'transcript-checked'; readonly contactId: string; readonly corrected?: string; readonly on?: LocalDate }
  | { readonly type: 'audio-deleted'; readonly contactId: string; readonly on: LocalDate };
