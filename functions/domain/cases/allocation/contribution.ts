import type { LocalDate } from '../../calendar/local-date.ts';
import type { Service } from '../../triage/suggestion.ts';

/** What the lead service asked another for: one answer goes out, and the lead service co-ordinates it (policy section 5). */
export type Contribution = {
  /** From 1, within its stage. */
  readonly number: number;
  readonly service: Service;
  readonly question: string;
  readonly due: LocalDate;
  readonly askedOn: LocalDate;
  /** Who is asked in the place of the service's mailbox: somebody outside who works for it. */
  readonly contractor?: Contractor;
  /** What the officer chose to show them of the complaint, in words of their own; until it is answered. They see nothing else of it. */
  readonly excerpt?: string;
  /** Its words stand in the event. */
  readonly answeredOn?: LocalDate;
};

export type Contractor = { readonly name: string; readonly email: string };

export type ContributionCommand =
  | {
      readonly type: 'ask-contribution';
      readonly service: Service;
      readonly question: string;
      readonly due: LocalDate;
      readonly contractor?: Contractor;
      readonly excerpt?: string;
    }
  /** By an officer, or by whoever was asked, through the link that we sent. */
  | { readonly type: 'record-contribution'; readonly number: number; readonly answer: string };

export type ContributionEvent =
  | { readonly type: 'contribution-asked'; readonly contribution: Contribution }
  | { readonly type: 'contribution-recorded'; readonly number: number; readonly on: LocalDate; readonly answer: string };

/** Parts that can be asked for at one stage: the snapshot holds them all (a limit of ours). */
export const mostContributions = 10;
