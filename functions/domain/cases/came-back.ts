import { londonDateOf } from '../calendar/local-date.ts';
import type { CaseState } from './case.ts';
import type { CaseEvent } from './event.ts';

/** What does the thing itself after all, where it took one person; every other way changes the stage, or is proposed anew. */
const settles: readonly CaseEvent['type'][] = [
  'proposed',
  'remedy-promised',
  'remedy-undeliverable',
  'follow-up-set-aside',
  'stage-two-declined',
];

/** The case after this event, with what came back until that is settled. What somebody took back themselves comes back to nobody. */
export function withCameBack(before: CaseState, after: CaseState, event: CaseEvent): CaseState {
  if (event.type === 'proposal-returned') return returned(before, after, event);
  const settled = after.stage !== before.stage || settles.includes(event.type);
  return after.cameBack && settled ? { ...after, cameBack: undefined } : after;
}

function returned(
  { proposal, eventCount }: CaseState,
  after: CaseState,
  { by, at, to }: CaseEvent & { type: 'proposal-returned' },
): CaseState {
  if (!proposal || !to || by.kind !== 'officer') return after;
  return { ...after, cameBack: { what: proposal.what, to, by: by.name, on: londonDateOf(at), number: eventCount + 1 } };
}
