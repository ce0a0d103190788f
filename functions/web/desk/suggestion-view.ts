import type { CouncilFacts } from '../../../council/facts.ts';
import { reasonsToShow } from '../../domain/triage/reasons-to-show.ts';
import type { Suggestion } from '../../domain/triage/suggestion.ts';
import { whatToAsk } from '../../domain/triage/what-to-ask.ts';
import { wayThere } from './turning-away-view.ts';
import { aboutName, ombudsmanName, procedureNames, routeNames, serviceName } from './words.ts';

/** What triage suggests, how sure it is, and the words that led to it. A person decides. */
export function suggestionView(council: CouncilFacts, suggestion: Suggestion) {
  return {
    route: suggestion.needsPerson ? 'Nothing: a person must read it' : routeNames[suggestion.primary],
    certainty: certaintyOf(suggestion),
    rows: [
      ...(suggestion.needsPerson ? [] : [{ term: 'Confidence', detail: confidenceOf(suggestion) }]),
      ...(suggestion.also.length > 0
        ? [{ term: 'Also possible', detail: suggestion.also.map((route) => routeNames[route]).join('; ') }]
        : []),
      ...wayThere(suggestion),
      { term: 'Procedure', detail: procedureNames[suggestion.procedure] },
      { term: 'Lead service', detail: serviceName(council, suggestion.service) },
      { term: 'Ombudsman', detail: ombudsmanName(council, suggestion.ombudsman) },
    ],
    questions: whatToAsk(suggestion),
    reasons: reasonsOf(council, suggestion),
  };
}

/** The words that led to each part of the suggestion, together. */
function reasonsOf(council: CouncilFacts, suggestion: Suggestion) {
  const reasons = new Map<string, { readonly about: string; readonly policy: string; readonly quotes: Set<string> }>();
  for (const { about, policy, quote } of reasonsToShow(suggestion.why)) {
    const key = `${about} ${policy}`;
    const reason = reasons.get(key) ?? { about: aboutName(council, about), policy, quotes: new Set() };
    reason.quotes.add(quote);
    reasons.set(key, reason);
  }
  return [...reasons.values()].map(({ quotes, ...reason }) => ({ ...reason, quotes: [...quotes] }));
}

/** Nothing that a machine suggests is certain. */
function confidenceOf({ confidence }: Suggestion): string {
  return confidence > 0.99 ? 'Over 99%' : `${Math.round(confidence * 100)}%`;
}

function certaintyOf(suggestion: Suggestion): string {
  if (suggestion.needsPerson) return 'The words could not be read well enough to suggest anything.';
  return suggestion.sure
    ? 'The service is sure of it: suggestions like this one are nearly always right.'
    : 'The service is not sure of it: read the message with an open mind.';
}
