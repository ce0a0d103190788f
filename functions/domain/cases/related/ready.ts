import type { Acknowledged, CaseState } from '../case.ts';
import type { Refusal } from '../command.ts';
import { refuse } from '../decision.ts';
import { mostPoints, pointsOf } from '../points.ts';
import { standing } from '../standing.ts';

/** Until the stage one response: after it, and at stage two, a new issue is a complaint of its own (both Codes 6.8). */
export function readyToAddPoint(state: CaseState): Acknowledged | Refusal {
  if (state.stage !== 'acknowledged' || state.stageTwo)
    return refuse(
      `A new issue joins a complaint between its acknowledgement and its response at stage one. ${standing(state)} Otherwise make their message a complaint of its own, linked with this one.`,
    );
  return pointsOf(state).length < mostPoints
    ? state
    : refuse(`One response answers at most ${mostPoints} points. Make their message a complaint of its own, linked with this one.`);
}
