import type { Accepted, Acknowledged, Answered, CaseState, OpenCase, ServiceRequest } from '../case.ts';
import type { Refusal } from '../command.ts';
import { refuse } from '../decision.ts';
import { standing } from '../standing.ts';
import { mostConflicts } from './conflict.ts';
import { type Contribution, mostContributions } from './contribution.ts';

/** Also after the answer: somebody must keep what was promised. */
export function readyToAllocate(state: CaseState): Accepted | Acknowledged | Answered | ServiceRequest | Refusal {
  if (state.stage === 'received') return refuse('Decide the route first: only then is it clear which service looks into it.');
  if (state.stage === 'another-route') return refuse(`There is nothing to allocate. ${standing(state)}`);
  return state.stage === 'closed' ? refuse(standing(state)) : state;
}

/** On any open case, from the first message on. */
export function readyToRecordConflict(state: CaseState): OpenCase | Refusal {
  if (state.stage === 'closed') return refuse(standing(state));
  return (state.conflicts?.length ?? 0) < mostConflicts ? state : refuse(`At most ${mostConflicts} people can be recorded for one case.`);
}

export function readyToRemoveConflict(state: CaseState): OpenCase | Refusal {
  if (state.stage === 'closed') return refuse(standing(state));
  return state.conflicts ? state : refuse('Nobody is recorded as taking no part in this case.');
}

/** While the answer is being made. */
export function readyToAskContribution(state: CaseState): Accepted | Acknowledged | Refusal {
  if (state.stage !== 'accepted' && state.stage !== 'acknowledged')
    return refuse(`Other services are asked for their part of an answer while it is being made. ${standing(state)}`);
  if (state.allocation === undefined) return refuse('Allocate the complaint first: whoever looks into it asks other services.');
  return (state.contributions?.length ?? 0) < mostContributions
    ? state
    : refuse(`At most ${mostContributions} parts can be asked for at one stage.`);
}

export function readyToRecordContribution(state: CaseState): Accepted | Acknowledged | Refusal {
  if ((state.stage === 'accepted' || state.stage === 'acknowledged') && openContributions(state).length > 0) return state;
  return refuse('No other service has been asked for its part and not answered yet.');
}

/** Asked for and not given yet. Once we have answered, nobody waits for a part. */
export function openContributions(state: CaseState): readonly Contribution[] {
  const { contributions = [] } = state.stage === 'accepted' || state.stage === 'acknowledged' ? state : {};
  return contributions.filter(({ answeredOn }) => answeredOn === undefined);
}
