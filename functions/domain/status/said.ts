import type { Reference } from '../cases/actor.ts';
import type { FollowUpKind } from '../triage/follow-up-kinds.ts';

// What somebody chooses to tell us on their status page. It joins their case as a message like any other (ADR 16): what becomes of it, a person decides.

export const sayings = ['adds', 'not-satisfied', 'withdraws', 'fixed', 'not-fixed', 'done', 'not-done', 'call'] as const;
export type Saying = (typeof sayings)[number];

/** The case whose page was open when they said it: whoever opened it had the link that went to an address of the case. `promise`: which one is done, or not. */
export type SaidOnStatusPage = { readonly reference: Reference; readonly says: Saying; readonly promise?: number };

/** What they chose says it, in whatever words, or in none (duties D17, D25 and D26). */
export function followUpChosen(said: SaidOnStatusPage | undefined): FollowUpKind | undefined {
  switch (said?.says) {
    case 'not-satisfied':
    case 'not-fixed':
      return 'dissatisfaction';
    case 'withdraws':
      return 'withdrawal';
    default:
      return undefined;
  }
}
