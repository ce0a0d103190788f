import type { CouncilFacts } from '../../../council/facts.ts';
import type { Contact } from '../../domain/intake/contact.ts';
import { reasonsInTheirPhrases } from '../../domain/triage/in-their-phrases.ts';
import type { Suggestion } from '../../domain/triage/suggestion.ts';
import { whatToAsk } from '../../domain/triage/what-to-ask.ts';
import { wayThere } from './turning-away-view.ts';
import { aboutName, ombudsmanName, procedureNames, routeNames, serviceName } from './words.ts';

/** What triage suggests, how sure it is, and the words that led to it. A person decides. `written`: the message that it read. */
export function suggestionView(council: CouncilFacts, suggestion: Suggestion, written: Contact | undefined) {
  return {
    route: suggestion.needsPerson ? 'Nothing: a person must read it' : routeNames[suggestion.primary],
    certainty: certaintyOf(suggestion, written),
    rows: [
      ...(suggestion.also.length > 0
        ? [{ term: 'Also possible', detail: suggestion.also.map((route) => routeNames[route]).join('; ') }]
        : []),
      ...wayThere(suggestion),
      { term: 'Procedure', detail: procedureNames[suggestion.procedure] },
      { term: 'Lead service', detail: serviceName(council, suggestion.service) },
      { term: 'Ombudsman', detail: ombudsmanName(council, suggestion.ombudsman) },
    ],
    questions: whatToAsk(suggestion),
    reasons: reasonsOf(council, suggestion, written),
  };
}

/** The words that led to each part of the suggestion, together. */
function reasonsOf(council: CouncilFacts, suggestion: Suggestion, written: Contact | undefined) {
  const reasons = new Map<string, { readonly about: string; readonly policy: string; readonly quotes: Set<string> }>();
  for (const { about, policy, quote } of reasonsInTheirPhrases(suggestion.why, written ?? { text: '' })) {
    const key = `${about} ${policy}`;
    const reason = reasons.get(key) ?? { about: aboutName(council, about), policy, quotes: new Set() };
    reason.quotes.add(quote);
    reasons.set(key, reason);
  }
  return [...reasons.values()].map(({ quotes, ...reason }) => ({ ...reason, quotes: [...quotes] }));
}

/** One statement, in which words and number agree: how often such a suggestion is wrong, and what keeps the service from being sure. */
function certaintyOf(suggestion: Suggestion, written: Contact | undefined): string {
  const { sure, needsPerson } = suggestion;
  const why = whyNotSure(suggestion, written);
  if (needsPerson) return `${why ?? 'The words leave it open.'} A person must read it before anything is suggested.`;
  const times = wrongInAHundred(suggestion);
  const wrong = `About ${times} in 100 suggestions like this one are wrong`;
  if (sure) return times <= mostWrongOfSure ? `${wrong}: the service is sure of it.` : `${wrong}.`;
  return why === undefined ? `${wrong}: read the message before you follow it.` : `${wrong}. ${why}`;
}

/** In a hundred. Whoever reads that more are wrong would not call it sure, whatever triage does. */
const mostWrongOfSure = 2;

/** Nothing that a machine suggests is certain. */
function wrongInAHundred({ confidence }: Suggestion): number {
  return Math.max(1, Math.round((1 - confidence) * 100));
}

function whyNotSure({ also, primary, otherLanguage }: Suggestion, written: Contact | undefined): string | undefined {
  if (otherLanguage) return 'They wrote, at least in part, in another language than English.';
  if (written && !written.textComplete) return 'The message is longer than what could be read.';
  if (also.length === 0) return undefined;
  const [one, other] = [primary, ...also].map((route) => routeNames[route].toLowerCase());
  return `Two ways are near each other: ${one}, and ${other}.`;
}
