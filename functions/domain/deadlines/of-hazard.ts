import { addDays, addMinutes, inShort, type LocalDate, londonClockOf, londonDateOf, londonTime } from '../calendar/local-date.ts';
import type { CaseState } from '../cases/case.ts';
import type { Hazard } from '../cases/hazard/hazard.ts';
import type { Rules } from '../policy/rules.ts';
import type { Alert, Deadline } from './deadline.ts';
import { type Bare, counted, isAfter, met, open } from './one-deadline.ts';

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

function significant(hazard: Hazard, rules: Rules): readonly Deadline[] {
  const { awareAt, done, furtherWorks } = hazard;
  const { investigate, summarise, makeSafe } = rules.policy.hazards;
  const first = counted('hazard-investigate', londonDateOf(awareAt), investigate, rules);
  const over = done.investigated;
  if (!over) return done['made-safe'] ? [first, safeBefore(first, done['made-safe'])] : [first];
  const then = [
    { deadline: counted('hazard-summary', over, summarise, rules), on: done['summary-sent'] },
    { deadline: counted('hazard-safe', over, makeSafe, rules), on: done['made-safe'] },
    ...(furtherWorks ? furtherWorksOf(hazard, over, rules) : []),
  ];
  return [met(first, over), ...then.map(({ deadline, on }) => (on ? met(deadline, on) : deadline))];
}

/**
 * Within five working days they begin, or it is arranged when they do; the arranged day is then a deadline of its own. The law's last day is said
 * beside both, and excuses nothing before it.
 */
function furtherWorksOf({ done, worksBeginBy }: Hazard, over: LocalDate, rules: Rules) {
  const { beginWorks } = rules.policy.hazards;
  const [arranged, begun] = [done['works-arranged'], done['works-begun']];
  const last = inShort(addDays(over, beginWorks.weeks * 7));
  const first = counted('hazard-works', over, beginWorks, rules);
  const explanation = `${first.explanation}; if they cannot, it is arranged by then when they begin: as soon as they can and by ${last}`;
  const soon = { deadline: { ...first, explanation }, on: arranged ?? begun };
  if (!arranged || !worksBeginBy) return [soon];
  const later: Bare = {
    kind: 'hazard-works-arranged',
    from: arranged,
    due: worksBeginBy,
    explanation: `they could not begin within ${beginWorks.workingDays} working days; it was arranged that they begin by ${inShort(worksBeginBy)}; the law’s last day is ${last}, ${beginWorks.weeks} weeks from the end of the investigation`,
    source: beginWorks.source,
  };
  return [soon, { deadline: open(later, arranged, rules), on: begun }];
}

/** Made safe while it was still being investigated: nothing could be late. */
function safeBefore(investigation: Deadline, on: ReturnType<typeof londonDateOf>): Deadline {
  return { ...met({ ...investigation, kind: 'hazard-safe' }, on), missed: isAfter(on, investigation.due) };
}
