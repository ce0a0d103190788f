import type { LocalDate } from '../../calendar/local-date.ts';

// An allegation or concern of discrimination (policy section 5; duty D30): an equality co-ordinator advises before we answer, two people answer,
// and what is found is reported on the same day.

export const discriminationSources = ['message', 'investigation'] as const;
/** `message`: what they wrote suggests it, and a person accepted the complaint. `investigation`: it was noticed while looking into it. */
export type DiscriminationSource = (typeof discriminationSources)[number];

export const reportedThings = ['serious-concern', 'finding'] as const;
export type ReportedThing = (typeof reportedThings)[number];

export type Discrimination = {
  /** Day 0 of the advice: when it was raised at this stage. */
  readonly since: LocalDate;
  readonly source: DiscriminationSource;
  readonly consulted?: { readonly subject: string; readonly name: string; readonly on: LocalDate };
  /** The London date on which a response found discrimination. */
  readonly foundOn?: LocalDate;
  /** What the Head and the Service Director must be told of, and since when; oldest first, never empty. */
  readonly toReport?: readonly { readonly what: ReportedThing; readonly since: LocalDate }[];
  readonly reportedOn?: LocalDate;
};

/** A person who may judge it found no concern of discrimination in what a message made triage suspect. */
export type RuledOut = {
  /** When it was raised. */
  readonly since: LocalDate;
  readonly on: LocalDate;
  readonly subject: string;
  readonly name: string;
};

export type DiscriminationCommand =
  | { readonly type: 'raise-discrimination'; readonly because: string }
  /** By the equality co-ordinator themselves. `serious`: reported at once, before anything is found. */
  | { readonly type: 'record-consultation'; readonly advice: string; readonly serious?: true }
  /** By an equality co-ordinator or the Head: only what a message made triage suspect, never what a colleague or the investigation raised. */
  | { readonly type: 'rule-out-discrimination'; readonly because: string }
  /** The mail about it was taken for sending, or an officer told them another way. */
  | { readonly type: 'record-discrimination-reported'; readonly how: string };

export type DiscriminationEvent =
  | { readonly type: 'discrimination-raised'; readonly source: DiscriminationSource; readonly because?: string }
  | { readonly type: 'equality-advice-given'; readonly advice: string; readonly serious?: true }
  | { readonly type: 'discrimination-ruled-out'; readonly on: LocalDate; readonly because: string }
  | { readonly type: 'discrimination-reported'; readonly on: LocalDate; readonly how: string };
