import { type Instant, londonTime } from '../calendar/local-date.ts';
import type { Rules } from '../policy/rules.ts';
import type { Alert, Deadline } from './deadline.ts';
import { type AlertKey, type AlertOf, alertsDue, compare, isOpen, wasSpoken } from './next.ts';

// Nearly everything waits for the morning's message (duty D35). What goes by itself: the hours of an emergency hazard, and what is due today and the
// message of this morning did not say, because it became due today only later.

/** Of a part of an answer whoever was asked for it is told, who reads no morning's message: each alert is an e-mail of its own, with a link. */
export function isToldApart({ kind }: Pick<Deadline, 'kind'>): boolean {
  return kind === 'contribution';
}

/** The moment from which an alert goes by itself; undefined where it waits for the morning's message. */
function byItselfFrom(deadline: Deadline, alert: Alert, { policy }: Rules): Instant | undefined {
  if (deadline.kind === 'hazard-emergency' || isToldApart(deadline)) return alert.at;
  return alert.kind === 'due' ? londonTime(alert.on, policy.alerts.byItselfFrom) : undefined;
}

/** What must be said by itself now: of each deadline at most its latest alert, unless it was spoken. A missed day's turns into the next morning's. */
export function saidByItself(deadlines: readonly Deadline[], now: Instant, spoken: readonly AlertKey[], rules: Rules): readonly AlertOf[] {
  return alertsDue(deadlines, now, spoken).filter(({ deadline, alert }) => {
    const from = byItselfFrom(deadline, alert, rules);
    return from !== undefined && from <= now;
  });
}

/** The next moment after `now` at which an alert goes by itself, unless the morning's message says it before. */
export function nextByItself(
  deadlines: readonly Deadline[],
  now: Instant,
  spoken: readonly AlertKey[],
  rules: Rules,
): (AlertOf & { readonly at: Instant }) | undefined {
  return deadlines
    .filter(isOpen)
    .flatMap((deadline) =>
      deadline.alerts.flatMap((alert) => {
        const at = byItselfFrom(deadline, alert, rules);
        return at !== undefined && at > now && !wasSpoken(spoken, deadline, alert) ? [{ deadline, alert, at }] : [];
      }),
    )
    .toSorted((one, other) => compare(one.at, other.at))[0];
}
