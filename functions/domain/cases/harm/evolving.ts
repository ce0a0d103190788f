import type { CaseState } from '../case.ts';
import type { CaseEvent } from '../event.ts';
import { harmToTake } from './harm.ts';

/**
 * What an officer does with a case only once they have read what was said: then they have taken what may mean harm as well, by their name and without
 * another press. Other acts, such as handing many cases to somebody else, say nothing of the kind.
 */
const taking: ReadonlySet<CaseEvent['type']> = new Set([
  'harm-taken',
  'accepted-at-stage-one',
  'service-request-recorded',
  'handed-over',
  'signposted',
  'declined',
  'feedback-recorded',
  'correspondence-read',
  'contact-moved-out',
  'withdrawn',
  'closed',
]);

/** A further message begins anew once the one before was taken. */
export function withHarm(state: CaseState, event: CaseEvent): CaseState {
  const seen = (event.type === 'complaint-received' || event.type === 'correspondence-added') && event.mayMeanHarm;
  const waiting = harmToTake(state.harm);
  if (seen) return waiting ? state : { ...state, harm: { since: event.at } };
  if (!waiting || event.by.kind !== 'officer' || !taking.has(event.type)) return state;
  const { kind, subject, name, email } = event.by;
  return { ...state, harm: { ...waiting, taken: { by: { kind, subject, name, email }, at: event.at } } };
}
