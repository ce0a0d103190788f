import type { CaseState } from '../cases/case.ts';
import { apologiesOwed, apologyMoment } from '../cases/in-touch/missed-day.ts';
import type { Rules } from '../policy/rules.ts';
import type { ClockAct } from './clock-act.ts';
import { questionWhetherDone } from './of-remedies.ts';
import { questionWhetherFixed } from './of-request.ts';

/** What the clock will cause in the case as it stands; an act that was done is no longer among them. */
export function clockActs(state: CaseState, rules: Rules): readonly ClockAct[] {
  return [...questionWhetherFixed(state, rules), ...questionWhetherDone(state, rules), ...apologies(state, rules)];
}

/** One for each date that goes by with the letter still owed (duty D22). */
function apologies(state: CaseState, rules: Rules): readonly ClockAct[] {
  return apologiesOwed(state, rules).map((owed) => ({
    name: `apology-${owed.deadline}-${owed.due}`,
    at: apologyMoment(owed, rules),
    command: { type: 'apologise-for-missing', deadline: owed.deadline, due: owed.due },
  }));
}
