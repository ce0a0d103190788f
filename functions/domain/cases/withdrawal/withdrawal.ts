import type { LocalDate } from '../../calendar/local-date.ts';

// A person may withdraw, and may change their mind (duty D26). It never ends safeguarding, what we promised, or what we learn.

export type WithdrawalCommand =
  | {
      readonly type: 'withdraw';
      /** When they told us, whom, and how. */
      readonly howWeKnow: string;
      /** What was done about the concern, where the message may speak of harm: a concern outlives the complaint. */
      readonly harmDealtWith?: string;
    }
  /** They want it looked into after all: the case is again what it was, with its dates. */
  | { readonly type: 'undo-withdrawal'; readonly howWeKnow: string };

export type WithdrawalEvent =
  | { readonly type: 'withdrawn'; readonly on: LocalDate; readonly howWeKnow: string; readonly harmDealtWith?: string }
  | { readonly type: 'withdrawal-undone'; readonly on: LocalDate; readonly howWeKnow: string };
