import type { Instant } from '../../calendar/local-date.ts';
import type { Officer } from '../actor.ts';

// A message of the case may speak of harm to a person. A named person takes it, at any hour; until then it climbs (duty D5).

/** `since`: when the service saw it. What earlier releases saw has none of this: the queue shows it first all the same. */
export type PossibleHarm = { readonly since: Instant; readonly taken?: { readonly by: Officer; readonly at: Instant } };

/** "I see to it." It decides nothing about the case. */
export type HarmCommand = { readonly type: 'take-harm' };

/** By whoever stands on the event. */
export type HarmEvent = { readonly type: 'harm-taken' };

/** Undefined where there is none that nobody has taken. */
export function harmToTake(harm: PossibleHarm | undefined): PossibleHarm | undefined {
  return harm?.taken ? undefined : harm;
}
