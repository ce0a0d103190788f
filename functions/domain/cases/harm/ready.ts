import { inWords, londonClockOf, londonDateOf } from '../../calendar/local-date.ts';
import type { CaseState } from '../case.ts';
import type { Refusal } from '../command.ts';
import { refuse } from '../decision.ts';

/** In every stage, also a closed one: what may mean harm can come at any time. */
export function readyToTakeHarm(state: CaseState): CaseState | Refusal {
  const { harm } = state;
  if (!harm) return refuse('No message of this case that may mean harm waits for somebody to take it.');
  if (!harm.taken) return state;
  const { by, at } = harm.taken;
  return refuse(`${by.name} took it at ${londonClockOf(at)} on ${inWords(londonDateOf(at))}.`);
}
