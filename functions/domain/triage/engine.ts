import { judge } from './judgement.ts';
import { limits, model, sought } from './learned/learned.ts';
import type { TriageInput } from './message.ts';
import { seenIn } from './seen.ts';
import type { Suggestion } from './suggestion.ts';

/**
 * Suggests a route, service, Ombudsman and flags for a message, with the words that led to each. Total and deterministic: any text has a suggestion,
 * in time linear in its length. It decides nothing: turning anybody away is a person's act (duty D3).
 */
export function suggest(input: TriageInput): Suggestion {
  return judge(seenIn(input, sought), model, limits);
}
