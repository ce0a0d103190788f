import { inShort } from '../calendar/local-date.ts';
import type { CaseState } from '../cases/case.ts';
import type { Rules } from '../policy/rules.ts';
import type { Deadline } from './deadline.ts';
import { isAfter, open } from './one-deadline.ts';

/** An acknowledgement that is owed, where a bank holiday proclaimed late moved it: officers work to the day that our receipt bears (decision 16). */
export function withToldDate(deadline: Deadline, { calendarRevised }: CaseState, rules: Rules): Deadline {
  const { toldToAcknowledge: told } = calendarRevised ?? {};
  if (!told || told.deadline !== deadline.kind || deadline.met || deadline.ended || !isAfter(deadline.due ?? told.on, told.on))
    return deadline;
  const explanation = `${deadline.explanation}; until that was proclaimed it was ${inShort(told.on)}, and we still work to that date`;
  return open({ ...deadline, promised: told.on, explanation }, deadline.from, rules);
}
