import type { Service } from '../triage/suggestion.ts';
import type { CaseState } from './case.ts';

/** The service that leads: as an officer decided, else as triage suggests; of a closed case, as it was. */
export function leadServiceOf(state: CaseState): Service {
  if (state.stage === 'closed') return leadServiceOf(state.was);
  return 'service' in state ? state.service : state.suggestion.service;
}
