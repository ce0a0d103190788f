import type { Finding } from './finding.ts';
import { type Message, messageOf, type TriageInput } from './message.ts';
import { allRules } from './rules/all-rules.ts';
import type { Suggestion } from './suggestion.ts';
import { weigh } from './weighing.ts';

/**
 * Suggests a route, service, Ombudsman and flags for a message, with the words that led to each. Total and deterministic: any text has a suggestion,
 * in time linear in its length. It decides nothing: turning anybody away is a person's act (duty D3).
 */
export function suggest(input: TriageInput): Suggestion {
  const message = messageOf(input);
  return weigh(message, findingsIn(message));
}

function findingsIn(message: Message): readonly Finding[] {
  return allRules.flatMap((rule) => rule(message));
}
