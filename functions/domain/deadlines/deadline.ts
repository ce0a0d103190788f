import type { Instant, LocalDate } from '../calendar/local-date.ts';
import type { Officer } from '../cases/actor.ts';
import type { Remedy } from '../cases/remedies/remedy.ts';

/**
 * `triage`: a person decides the route. `acknowledge` and `respond`, and the same of stage two: policy section 6. `second-person`: somebody else approves (duty D28). `contribution`: another service gives its part of an answer. `service-request`: the day we promised.
 * `hand-over`: the right team confirms it has it. `read-correspondence`: somebody reads what came in.
 * `acknowledge-complaint`: somebody is not satisfied with what we did about a request, or with another route (duty D17).
 * `remedy`: something that we promised; `ask-whether-done`: they are asked about it (duties D27 and D31).
 * `call-back`: somebody rang and cannot be written to; `check-transcript`: nobody has listened to a recorded call (both ADR 8). `reach-another-way`: a letter did not arrive. `post-letter`: a letter on paper waits for its posting (both duty D24).
 * `update-due`: the day on which we said that we would write again (duty D22). `decide-overdue`: the Head decides on a late stage one (duty D25).
 * `verify-authority`: whom we answer is settled (duty D18). `review-adjustments`: the day on which we look again at what was agreed with them (duty D7). `equality-advice` and `report-discrimination`: duty D30.
 * `take-harm`: a named person takes what may mean harm (duty D5). `hazard-…`: the clocks of a hazard in a council home (duty D16).
 */
export const deadlineKinds = [
  'take-harm',
  'triage',
  'acknowledge',
  'respond',
  'service-request',
  'hand-over',
  'read-correspondence',
  'reach-another-way',
  'post-letter',
  'same-or-new',
  'answer-chaser',
  'confirm-withdrawal',
  'acknowledge-stage-two',
  'respond-stage-two',
  'second-person',
  'acknowledge-complaint',
  'call-back',
  'check-transcript',
  'hazard-emergency',
  'hazard-investigate',
  'hazard-summary',
  'hazard-safe',
  'hazard-works',
  'hazard-works-arranged',
  'update-due',
  'decide-overdue',
  'remedy',
  'ask-whether-done',
  'contribution',
  'verify-authority',
  'review-adjustments',
  'equality-advice',
  'report-discrimination',
] as const;
export type DeadlineKind = (typeof deadlineKinds)[number];

export const alertKinds = ['warning', 'due', 'overdue'] as const;
export type AlertKind = (typeof alertKinds)[number];

/** When somebody must be told. `at` is 08:30 in London on the alert's day, or a moment of its own where the law counts hours. */
export type Alert = { readonly kind: AlertKind; readonly on: LocalDate; readonly at: Instant };

export type Deadline = {
  readonly kind: DeadlineKind;
  /** The number of the remedy or the hand-over, where a case can have several deadlines of a kind: each has alerts of its own. */
  readonly about?: number;
  /** What was promised, of a remedy: its words stand on the desk alone, mail names its kind (decision 32). */
  readonly promise?: Pick<Remedy, 'type' | 'what' | 'amountPence'>;
  /** Who is told of it, where that is not whoever has the case. */
  readonly keeper?: Officer;
  /** In time until the end of this London date. Undefined where the holiday data does not reach that far: a person must look. */
  readonly due?: LocalDate;
  /** Day 0 of the count. */
  readonly from: LocalDate;
  /** For people: which days were counted and which were left out, and why. */
  readonly explanation: string;
  /** Why the deadline exists: policy section, Code provision or law. */
  readonly source: string;
  /** The London date on which it was met. */
  readonly met?: LocalDate;
  /** The London date on which the case closed with it unmet: nobody waits for it any more. */
  readonly ended?: LocalDate;
  /** Met after it was due, or over with nothing done. */
  readonly missed: boolean;
  /** The earlier date that alerts and performance run to, where an acknowledgement that was late or did not arrive moved the lawful one (duties D23, D24). */
  readonly performanceDue?: LocalDate;
  /** A date that had gone by when it was extended, or when an acknowledgement made later moved it: performance is judged by it, and alerts run to the extended date. */
  readonly missedBefore?: LocalDate;
  /** The date that our letter bears, where a later count moved the lawful one past it (decision 16): alerts run to it. */
  readonly promised?: LocalDate;
  /** Every alert that an unmet deadline deserves up to ten working days overdue, in order; none once it is met. */
  readonly alerts: readonly Alert[];
};
