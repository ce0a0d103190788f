import type { CaseState, Closed, OpenCase } from '../case.ts';
import type { Refusal } from '../command.ts';
import { refuse } from '../decision.ts';
import { nobodyMayRead } from '../people/answered.ts';
import { standing } from '../standing.ts';

/** Only the person withdraws, and reads it confirmed: never on the word of somebody whose authority nobody knows (duties D18 and D26). */
export function readyToWithdraw(state: CaseState): OpenCase | Refusal {
  if (state.stage === 'closed') return refuse(standing(state));
  const nobody = nobodyMayRead(state);
  return nobody === undefined ? state : refuse(nobody);
}

/** Also long after it, and after what they withdrew was a request. */
export function readyToUndoWithdrawal(state: CaseState): Closed | Refusal {
  if (state.stage !== 'closed') return refuse('Nobody has withdrawn this case.');
  return state.because === 'withdrawn' ? state : refuse(`${standing(state)} Nobody withdrew it.`);
}
