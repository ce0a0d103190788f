import type { LocalDate } from '../../calendar/local-date.ts';
import type { Service } from '../../triage/suggestion.ts';
import type { Officer } from '../actor.ts';
import type { CaseOmbudsman } from '../point.ts';

// A request for service: its own short clock, the question whether it is fixed, and what becomes of it when somebody is not satisfied (policy
// section 2, duty D17, Housing Ombudsman's Code 1.3).

/**
 * The request that a complaint came out of. Work on it goes on beside the complaint, by the day that we promised: "our efforts to resolve the service
 * request will not stop if a complaint is made" (policy section 2).
 */
export type RequestBeside = {
  readonly service: Service;
  readonly decidedOn: LocalDate;
  readonly promisedBy: LocalDate;
  /** Who does it; the complaint has an officer of its own. */
  readonly officer?: Officer;
  readonly answeredOn?: LocalDate;
};

export const fixedAnswers = ['yes', 'no'] as const;
export type FixedAnswer = (typeof fixedAnswers)[number];

/** What only a service request has besides its promise. */
export type AskedAbout = {
  /** Whose Ombudsman a complaint about it would have, as an officer said: a council tenant is always offered the choice to complain. */
  readonly ombudsman?: CaseOmbudsman;
  /** The London date on which they were asked whether it is fixed. */
  readonly askedOn?: LocalDate;
  /** What they told an officer. */
  readonly fixed?: { readonly answer: FixedAnswer; readonly on: LocalDate };
};

/** The choice between a request and a complaint, as it was offered to a council tenant, and what they chose last. */
export type Choice = {
  readonly offeredOn: LocalDate;
  readonly chosen?: { readonly complain: boolean; readonly on: LocalDate };
};

export type RequestCommand =
  /** On the promised day, by the machine alone. */
  | { readonly type: 'ask-whether-fixed' }
  /** What they told an officer on `on`. "No" makes the complaint, from that day. */
  | { readonly type: 'record-fixed-answer'; readonly fixed: FixedAnswer; readonly on: LocalDate; readonly note: string }
  | { readonly type: 'record-choice'; readonly complain: boolean; readonly on: LocalDate };

export type RequestEvent =
  | { readonly type: 'asked-whether-fixed'; readonly on: LocalDate }
  | { readonly type: 'fixed-answer-recorded'; readonly fixed: FixedAnswer; readonly on: LocalDate; readonly note: string }
  /** Said in the letter of the event before it. */
  | { readonly type: 'choice-offered'; readonly on: LocalDate }
  | { readonly type: 'choice-recorded'; readonly complain: boolean; readonly on: LocalDate };
