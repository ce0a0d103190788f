import type { Accepted, Acknowledged, Answered, CaseState, Received, Refusal, ServiceRequest } from '../case.ts';
import { refuse } from '../decision.ts';
import { nobodyMayRead } from '../people/answered.ts';
import { standing } from '../ready.ts';
import { mostHandOvers, unconfirmed } from './turning-away.ts';

// What a case must be before it, or a part of it, goes another way.

/** The whole of it, once it is clear who may be told (duty D18). */
export function readyToTurnAway(state: CaseState): Received | Accepted | ServiceRequest | Refusal {
  const nobody = nobodyMayRead(state);
  return nobody && state.stage !== 'closed' ? refuse(nobody) : readyAsAWhole(state);
}

/** Of its stage alone: until the acknowledgement has told the person that we are looking into it. */
export function readyAsAWhole(state: CaseState): Received | Accepted | ServiceRequest | Refusal {
  if (state.stage === 'received' || (state.stage === 'accepted' && !state.stageTwo) || state.stage === 'service-request') return state;
  return refuse(`A case can be sent another way until it is acknowledged. ${standing(state)}`);
}

/** A part of it also later: a message can bring something else at any time. Somebody must be able to read where they are sent (duty D18). */
export function readyToSignpost(state: CaseState): Received | Accepted | Acknowledged | Answered | ServiceRequest | Refusal {
  const nobody = nobodyMayRead(state);
  return nobody && state.stage !== 'closed' ? refuse(nobody) : readyToLeave(state);
}

function readyToLeave(state: CaseState): Received | Accepted | Acknowledged | Answered | ServiceRequest | Refusal {
  if (state.stage !== 'another-route' && state.stage !== 'closed') return state;
  return refuse(`There is nothing here to send another way. ${standing(state)}`);
}

/** Never held up: the team that decides has it on the same day, also before we know who may be told (duty D12). */
export function readyToHandOver(state: CaseState): Received | Accepted | Acknowledged | Answered | ServiceRequest | Refusal {
  if ((state.handOvers?.length ?? 0) >= mostHandOvers)
    return refuse(`${mostHandOvers} parts of this case were handed over already. Open a case of its own for what is left.`);
  return readyToLeave(state);
}

/** In every stage: somebody may withdraw a complaint, and another team still has what they asked of it. */
export function readyToConfirmHandOver(state: CaseState): CaseState | Refusal {
  return unconfirmed(state.handOvers).length > 0 ? state : refuse('No hand-over of this case waits to be confirmed.');
}
