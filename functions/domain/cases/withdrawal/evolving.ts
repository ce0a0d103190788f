import type { CaseState, Known } from '../case.ts';
import { orNone } from '../or-none.ts';

/**
 * The case is again what it was when they withdrew, with its own dates and what waited then: letters to post, a caller to ring, somebody who had
 * asked for news. `since`: what every stage has, as it is now; what came in since stays.
 */
export function withdrawalUndone(state: CaseState, since: Known): CaseState {
  if (state.stage !== 'closed' || state.because !== 'withdrawn') return state;
  const { was } = state;
  const chasers = was.followUps?.filter(({ kind }) => kind === 'chaser') ?? [];
  return {
    ...was,
    ...since,
    callBack: was.callBack,
    toPost: orNone([...(was.toPost ?? []), ...(since.toPost ?? [])]),
    followUps: orNone([...chasers, ...(since.followUps ?? [])]),
  };
}
