import type { Officer } from './actor.ts';
import type { Allocation, CaseState } from './case.ts';
import type { ConflictEvent } from './conflict.ts';
import type { ContributionEvent } from './contribution.ts';

// The case after what was said of who takes part in it, and of what other services add to its answer.

type EventOf<Events extends { readonly type: string }, T extends Events['type']> = Extract<Events, { readonly type: T }>;

/** The later word on somebody takes the place of the earlier one. */
export function conflictRecorded(state: CaseState, { conflict }: EventOf<ConflictEvent, 'conflict-recorded'>): CaseState {
  const others = state.conflicts?.filter(({ subject }) => subject !== conflict.subject) ?? [];
  return { ...state, conflicts: [...others, conflict] };
}

export function conflictRemoved(state: CaseState, event: EventOf<ConflictEvent, 'conflict-removed'>): CaseState {
  const left = state.conflicts?.filter(({ subject }) => subject !== event.subject) ?? [];
  return { ...state, conflicts: left.length > 0 ? left : undefined };
}

export function contributionAsked(state: CaseState, { contribution }: EventOf<ContributionEvent, 'contribution-asked'>): CaseState {
  if (state.stage !== 'accepted' && state.stage !== 'acknowledged') return state;
  return { ...state, contributions: [...(state.contributions ?? []), contribution] };
}

export function contributionRecorded(state: CaseState, { number, on }: EventOf<ContributionEvent, 'contribution-recorded'>): CaseState {
  if (state.stage !== 'accepted' && state.stage !== 'acknowledged') return state;
  const contributions = state.contributions?.map((one) => (one.number === number ? { ...one, answeredOn: on } : one));
  return { ...state, contributions };
}

/** Everybody who looked into it at this stage, also until its answer, each once, and not who has it now. */
export function earlierInvestigators(state: CaseState, { officer }: Allocation): readonly Officer[] {
  const before = 'allocation' in state ? state.allocation : undefined;
  const lookedInto = before && (state.stage === 'acknowledged' || state.stage === 'answered') ? [before.officer] : [];
  const others = [...(before?.earlier ?? []), ...lookedInto].filter(({ subject }) => subject !== officer.subject);
  return [...new Map(others.map((other) => [other.subject, other])).values()];
}
