import type { CaseState } from './case.ts';
import { harmToTake } from './harm/harm.ts';
import { hazardGoesOn } from './hazard/hazard.ts';
import { openRemedies, toBeAsked } from './remedies/ready.ts';
import { openRequest } from './request/ready.ts';
import { unconfirmed, waitsToTell } from './turning-away/turning-away.ts';

/** Closed, and nothing beside its stage still waits for somebody: what is owed outlives the complaint (duties D12, D16, D24, D27, D28, D30). */
export function isOver(state: CaseState): boolean {
  const { questions, followUps, unread, undelivered, toPost, callBack, transcriptsToCheck, discrimination, proposal, handOvers, hazard } =
    state;
  return (
    state.stage === 'closed' &&
    ![questions, followUps, unread, undelivered, toPost, callBack, transcriptsToCheck, discrimination?.toReport, proposal].some(Boolean) &&
    openRequest(state) === undefined &&
    unconfirmed(handOvers).length === 0 &&
    !waitsToTell(handOvers) &&
    !hazardGoesOn(hazard) &&
    harmToTake(state.harm) === undefined &&
    openRemedies(state).length === 0 &&
    toBeAsked(state).length === 0
  );
}
