import type { CaseState } from '../case.ts';
import type { Refusal } from '../command.ts';
import { refuse } from '../decision.ts';
import { leadServiceOf } from '../lead-service.ts';
import { standing } from '../standing.ts';
import { type Hazard, hazardGoesOn } from './hazard.ts';

/** In a council home, whatever becomes of the complaint about it (duty D16). */
export function readyToStartHazard(state: CaseState): CaseState | Refusal {
  if (state.stage === 'closed') return refuse(`Open a case for it: its clocks run in an open one. ${standing(state)}`);
  if (leadServiceOf(state) !== 'housing')
    return refuse('These clocks are for a council home. If it is one, make Housing the lead service: accept or allocate it there.');
  return hazardGoesOn(state.hazard) ? refuse('The clocks of a hazard run already. Record its steps first.') : state;
}

/** Also in a closed case: the home must be made safe all the same. */
export function readyToRecordHazardStep(state: CaseState): (CaseState & { readonly hazard: Hazard }) | Refusal {
  const { hazard } = state;
  return hazardGoesOn(hazard) ? { ...state, hazard } : refuse('No clock of a hazard runs in this case.');
}
