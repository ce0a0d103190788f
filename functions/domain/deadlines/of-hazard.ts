import { addDays, addMinutes, inShort, type LocalDate, londonClockOf, londonDateOf, londonTime } from '../calendar/local-date.ts';
import type { CaseState } from '../cases/case.ts';
import type { Hazard } from '../cases/hazard/hazard.ts';
import type { Rules } from '../policy/rules.ts';
import type { Alert, Deadline } from './deadline.ts';
import { type Bare, counted, isAfter, met } from './one-deadline.ts';

/** Beside the complaint, and neither waits for the other: also in a closed case (duty D16; deadlines.md N4 and N5). */
export function ofHazard({ hazard }: CaseState, rules: Rules): readonly Deadline[] {
  if (!hazard) return [];
  return hazard.kind === 'emergency' ? [emergency(hazard, rules)] : significant(hazard, rules);
}

/** Hours, not days: nights, weekends and holidays count. Said at once, when they are over, and every day after that. */
function emergency({ awareAt, done, safeAt }: Hazard, { policy }: Rules): Deadline {
  const { hours, source } = policy.hazards.emergency;
  const end = addMinutes(awareAt, hours * 60);
  const due = londonDateOf(end);
  const moment = (at: typeof end) => `${londonClockOf(at)} on ${inShort(londonDateOf(at))}`;
  const explanation = `${hours} hours from ${moment(awareAt)}: it must be safe by ${moment(end)}; nights, weekends and holidays count`;
  const bare: Bare = { kind: 'hazard-emergency', from: londonDateOf(awareAt), due, explanation, source };
  const safe = done['made-safe'];
  if (safe) return { ...met(bare, safe), missed: safeAt ? safeAt > end : safe > due };
  const overdue = Array.from({ length: policy.alerts.overdueDays }, (_, day): Alert => {
    const on = addDays(due, day + 1);
    return { kind: 'overdue', on, at: londonTime(on, policy.alerts.at) };
  });
  return {
    ...bare,
    missed: false,
    alerts: [{ kind: 'warning', on: londonDateOf(awareAt), at: awareAt }, { kind: 'due', on: due, at: end }, ...overdue],
  };
}

function significant({ awareAt, done, furtherWorks }: Hazard, rules: Rules): readonly Deadline[] {
  const { investigate, summarise, makeSafe } = rules.policy.hazards;
  const first = counted('hazard-investigate', londonDateOf(awareAt), investigate, rules);
  const over = done.investigated;
  if (!over) return done['made-safe'] ? [first, safeBefore(first, done['made-safe'])] : [first];
  const then = [
    { deadline: counted('hazard-summary', over, summarise, rules), on: done['summary-sent'] },
    { deadline: counted('hazard-safe', over, makeSafe, rules), on: done['made-safe'] },
    ...(furtherWorks ? [{ deadline: worksBegin(over, rules), on: done['works-begun'] }] : []),
  ];
  return [met(first, over), ...then.map(({ deadline, on }) => (on ? met(deadline, on) : deadline))];
}

/** The backstop is said beside the date, and excuses nothing before it. */
function worksBegin(over: LocalDate, rules: Rules): Deadline {
  const { beginWorks } = rules.policy.hazards;
  const deadline = counted('hazard-works', over, beginWorks, rules);
  const backstop = `if they cannot, as soon as they can and by ${inShort(addDays(over, beginWorks.weeks * 7))}`;
  return { ...deadline, explanation: `${deadline.explanation}; ${backstop}` };
}

/** Made safe while it was still being investigated: nothing could be late. */
function safeBefore(investigation: Deadline, on: ReturnType<typeof londonDateOf>): Deadline {
  return { ...met({ ...investigation, kind: 'hazard-safe' }, on), missed: isAfter(on, investigation.due) };
}
