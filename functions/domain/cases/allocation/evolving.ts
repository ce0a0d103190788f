import type { Officer } from '../actor.ts';
import type { Allocation, CaseState } from '../case.ts';
import type { EventOf } from '../event.ts';
import { orNone } from '../or-none.ts';

// The case after what was said of who takes part in it, and of what other services add to its answer.

/** The later word on somebody takes the place of the earlier one. */
export function conflictRecorded(state: CaseState, { conflict }: EventOf<'conflict-recorded'>): CaseState {
  const others = state.conflicts?.filter(({ subject }) => subject !== conflict.subject) ?? [];
  return { ...state, conflicts: [...others, conflict] };
}

export function conflictRemoved(state: CaseState, event: EventOf<'conflict-removed'>): CaseState {
  return { ...state, conflicts: orNone(state.conflicts?.filter(({ subject }) => subject !== event.subject)) };
}

export function contributionAsked(state: CaseState, { contribution }: EventOf<'contribution-asked'>): CaseState {
  if (state.stage !== 'accepted' && state.stage !== 'acknowledged') return state;
  return { ...state, contributions: [...(state.contributions ?? []), contribution] };
}

export function contributionRecorded(state: CaseState, { number, on }: EventOf<'contribution-recorded'>): CaseState {
  if (state.stage !== 'accepted' && state.stage !== 'acknowledged') return state;
  const contributions = state.contributions?.map((one) => (one.number === number ? { ...one, answeredOn: on, excerpt: undefined } : one));
  return { ...state, contributions };
}

/** Everybody who looked into it at this stage, also until its answer, each once, and not who has it now. */
export function earlierInvestigators(state: CaseState, { officer }: Allocation): readonly Officer[] {
  const before = 'allocation' in state ? state.allocation : undefined;
  const lookedInto = before && wasLookedInto(state) ? [before.officer] : [];
  const others = [...(before?.earlier ?? []), ...lookedInto].filter(({ subject }) => subject !== officer.subject);
  return [...new Map(others.map((other) => [other.subject, other])).values()];
}

/** From its acknowledgement on, also one that did not arrive: whoever wrote it has looked into it (duty D29). */
function wasLookedInto(state: CaseState): boolean {
  const unmade = state.stage === 'accepted' && state.firstResponseDue !== undefined;
  return unmade || state.stage === 'acknowledged' || state.stage === 'answered';
}
