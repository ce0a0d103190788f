import { addDays, addMinutes, londonDateOf } from '../domain/calendar/local-date.ts';
import type { Reference } from '../domain/cases/actor.ts';
import { deadlinesOf } from '../domain/deadlines/deadlines-of.ts';
import { alertsDue, nextAlert } from '../domain/deadlines/next.ts';
import { alertNotices } from '../domain/notices/notices-for.ts';
import { heldWaitingNotices } from '../domain/notices/of-the-day.ts';
import type { CaseStore, WakeUps } from './ports.ts';
import type { World } from './world.ts';

export type WatchDeps = World & { readonly store: CaseStore };

/** Scheduler refuses and races times this near: they are handled at once (decision 14). */
const tooNearToScheduleMinutes = 2;

/**
 * Looks at a case as it stands now and says what must be said, once: an alert that was spoken is never repeated, and one that was missed is
 * superseded by the latest. Harmless to call at any time, any number of times.
 */
export async function speakDueAlerts(deps: WatchDeps, reference: Reference, upTo = deps.now()): Promise<number> {
  const file = await deps.store.loadFile(reference);
  if (!file) return 0;
  const deadlines = deadlinesOf(file.state, deps.rules);
  const context = { council: deps.council, publicUrl: deps.publicUrl, deadlines };
  let spoken = 0;
  for (const { deadline, alert } of alertsDue(deadlines, upTo, file.alerts)) {
    const notices = alertNotices(file.state, deadline, alert, context);
    const said = await deps.store.speakAlert(reference, { deadline: deadline.kind, kind: alert.kind, on: alert.on }, notices, deps.now());
    if (said === 'already-spoken') continue;
    spoken += 1;
    deps.log('alert-spoken', { reference, deadline: deadline.kind, alert: alert.kind, on: alert.on });
  }
  return spoken;
}

/** Speaks what is due and keeps one schedule per case, for its next alert (decision 14). */
export async function planAlerts(deps: WatchDeps & { wakeUps: WakeUps }, reference: Reference): Promise<void> {
  const soon = addMinutes(deps.now(), tooNearToScheduleMinutes);
  await speakDueAlerts(deps, reference, soon);
  const file = await deps.store.loadFile(reference);
  if (!file) return;
  const next = nextAlert(deadlinesOf(file.state, deps.rules), soon, file.alerts);
  const name = next && `${reference}-${next.deadline.kind}-${next.alert.kind}-${next.alert.on}`;
  const planned = await deps.store.plannedSchedule(reference);
  if (name === planned) return;
  if (next && name) await deps.wakeUps.create(name, next.alert.at, reference);
  await deps.store.rememberSchedule(reference, name);
  if (planned) await deps.wakeUps.delete(planned);
}

/** How far ahead of a due date its first alert can be: two working days across the longest holiday, with room to spare. */
const furthestWarningDays = 10;

/**
 * The 09:30 sweep: every open case whose dates are near or past, or cannot be counted, and the messages that wait for a person. Finds what a lost
 * schedule or stream left silent.
 */
export async function sweepDeadlines(deps: WatchDeps): Promise<{ cases: number; spoken: number }> {
  const dueBy = addDays(londonDateOf(deps.now()), furthestWarningDays);
  const faults: unknown[] = [];
  const entries = await deps.store.openCases(dueBy);
  let spoken = 0;
  for (const { reference } of entries) {
    try {
      spoken += await speakDueAlerts(deps, reference);
    } catch (fault) {
      faults.push(fault);
    }
  }
  try {
    await tellOfHeld(deps);
  } catch (fault) {
    faults.push(fault);
  }
  if (faults.length > 0) throw new AggregateError(faults, `${faults.length} cases, or the held messages, could not be watched`);
  deps.log('deadlines-swept', { cases: entries.length, spoken });
  return { cases: entries.length, spoken };
}

/** A held message is in no case and has no alerts of its own: the team hears once a day that it waits. */
async function tellOfHeld(deps: WatchDeps): Promise<void> {
  const at = deps.now();
  const day = londonDateOf(at);
  const { contacts, count } = await deps.store.heldContacts(1);
  const [oldest] = contacts;
  const notices = oldest ? heldWaitingNotices({ count, oldest }, day, deps.rules, deps) : [];
  if (notices.length === 0) return;
  const told = await deps.store.planForDay({ day, at, notices });
  if (told === 'planned') deps.log('held-waiting-told', { held: count });
}
