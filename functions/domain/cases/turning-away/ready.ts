import type { Accepted, Acknowledged, Answered, CaseState, Received, ServiceRequest } from '../case.ts';
import type { Refusal } from '../command.ts';
import { openFollowUp } from '../conversation/asked.ts';
import { theirChoice } from '../conversation/ready.ts';
import { isRefusal, refuse } from '../decision.ts';
import { unheard } from '../in-touch/ready.ts';
import { nobodyMayRead } from '../people/answered.ts';
import { mustChoose } from '../request/ready.ts';
import { standing } from '../standing.ts';
import { mostHandOvers, unconfirmed } from './turning-away.ts';

// What a case must be before it, or a part of it, goes another way.

/** The whole of it, once it is clear who may be told (duty D18), and everything they wrote has been read: it may change the decision. */
export function readyToDecline(state: CaseState): Received | Accepted | ServiceRequest | Refusal {
  const ready = untilAcknowledged(state);
  if (isRefusal(ready)) return ready;
  const nobody = nobodyMayRead(state);
  return nobody ? refuse(nobody) : (unheard(state) ?? ready);
}

/** Before anybody took it for a complaint or a request: after that, only two people end it (duties D3 and D28). */
export function readyToThank(state: CaseState): Received | Refusal {
  const ready = untilAcknowledged(state);
  if (isRefusal(ready)) return ready;
  if (ready.stage !== 'received') return refuse(`Thanks for feedback are sent when a case first comes in. ${standing(state)}`);
  if (ready.request || openFollowUp(ready, 'dissatisfaction'))
    return refuse('They are not satisfied with what we did, which is no feedback: accept it at stage one, or propose not to accept it.');
  const nobody = nobodyMayRead(state);
  return nobody ? refuse(nobody) : ready;
}

/** The whole of it, of its stage alone. What a council tenant is not satisfied with is theirs to choose about (Housing Ombudsman's Code 1.3). */
export function readyAsAWhole(state: CaseState): Received | Accepted | ServiceRequest | Refusal {
  return mustChoose(state) ? refuse(theirChoice) : untilAcknowledged(state);
}

/** Until the acknowledgement has told the person that we are looking into it. */
function untilAcknowledged(state: CaseState): Received | Accepted | ServiceRequest | Refusal {
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
