import type { Allocation, CaseState } from '../case.ts';
import { openFollowUp } from '../conversation/asked.ts';

/**
 * Who has the case now. From the day on which they are not satisfied with our answer it is nobody's but the team's, until somebody new is given stage
 * two: nobody is sent back to the officer of whom they complain (duty D29).
 */
export function allocationNow(state: CaseState): Allocation | undefined {
  if (!('allocation' in state)) return undefined;
  return asksForStageTwo(state) ? undefined : state.allocation;
}

/** They are not satisfied with the answer of stage one, and nobody has taken that up. */
export function asksForStageTwo(state: CaseState): boolean {
  return state.stage === 'answered' && !state.stageTwo && openFollowUp(state, 'dissatisfaction') !== undefined;
}
