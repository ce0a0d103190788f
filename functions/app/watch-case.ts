import { addDays, addMinutes, type Instant, type LocalDate, londonDateOf } from '../domain/calendar/local-date.ts';
import type { Reference } from '../domain/cases/actor.ts';
import type { CaseState } from '../domain/cases/case.ts';
import { leadServiceOf } from '../domain/cases/lead-service.ts';
import { clockActs } from '../domain/deadlines/clock-acts.ts';
import type { Deadline } from '../domain/deadlines/deadline.ts';
import { deadlinesOf } from '../domain/deadlines/deadlines-of.ts';
import { alertsDue, nameOfDeadline, nextAlert, outlastingAlerts, workTo } from '../domain/deadlines/next.ts';
import { contactsToCheckNotices, oldDetailsOn } from '../domain/notices/contacts-to-check.ts';
import { alertNotices } from '../domain/notices/notices-for.ts';
import { heldWaitingNotices, type LongOverdue, longOverdueNotices } from '../domain/notices/of-the-day.ts';
import type { StaffMember } from '../domain/staff/staff-member.ts';
import type { CaseFile, CaseStore, WakeUps } from './ports.ts';
import { type ReviseDeps, reviseCalendar } from './revise-calendar.ts';
import type { World } from './world.ts';

export type WatchDeps = World & { readonly store: CaseStore };

/** Scheduler refuses and races times this near: they are handled at once (decision 14). */
const tooNearToScheduleMinutes = 2;

/**
 * Looks at a case as it stands now and says what must be said, once: an alert that was spoken is never repeated, and one that was missed is
 * superseded by the latest. Harmless to call at any time, any number of times.
 */
export async function speakDueAlerts(deps: WatchDeps, reference: Reference, upTo = deps.now()): Promise<number> {
  return (await lookAt(deps, reference, upTo)).spoken;
}

/** What was said now, and what is overdue that alerts no longer speak of. */
async function lookAt(
  deps: WatchDeps,
  reference: Reference,
  upTo: Instant,
): Promise<{ readonly spoken: number; readonly longOverdue: readonly LongOverdue[] }> {
  const file = await afterTheClock(deps, reference, upTo);
  if (!file) return { spoken: 0, longOverdue: [] };
  const deadlines = deadlinesOf(file.state, deps.rules);
  const context = { council: deps.council, publicUrl: deps.publicUrl, deadlines };
  let spoken = 0;
  // Read only where something is to be said: who is away, and who stands in for them.
  let there: { staff: readonly StaffMember[]; today: LocalDate } | undefined;
  for (const { deadline, alert } of alertsDue(deadlines, upTo, file.alerts)) {
    there ??= { staff: await deps.store.staff(), today: londonDateOf(deps.now()) };
    const notices = alertNotices(file.state, deadline, alert, context, there);
    const { kind, about } = deadline;
    const said = await deps.store.speakAlert(reference, { deadline: kind, about, kind: alert.kind, on: alert.on }, notices, deps.now());
    if (said === 'already-spoken') continue;
    spoken += 1;
    deps.log('alert-spoken', { reference, deadline: deadline.kind, alert: alert.kind, on: alert.on });
  }
  return { spoken, longOverdue: longOverdueOf(file.state, deadlines, londonDateOf(upTo)) };
}

function longOverdueOf(state: CaseState, deadlines: readonly Deadline[], today: LocalDate): readonly LongOverdue[] {
  const { reference } = state;
  const officer = 'allocation' in state ? state.allocation?.officer : undefined;
  return outlastingAlerts(deadlines, today).flatMap((deadline) => {
    const due = workTo(deadline);
    return due ? [{ reference, service: leadServiceOf(state), what: deadline.kind, due, keeper: deadline.keeper ?? officer }] : [];
  });
}

/** Does what the case asks of the clock alone by now, each thing once, and gives the case as it then stands (ADR 11). */
async function afterTheClock(deps: WatchDeps, reference: Reference, upTo: Instant): Promise<CaseFile | undefined> {
  const file = await deps.store.loadFile(reference);
  const due = file ? clockActs(file.state, deps.rules).filter(({ at }) => at <= upTo) : [];
  for (const { name, command } of due) {
    // Loaded when the clock has something to do: most of these functions only look.
    const { runCommand } = await import('./run-command.ts');
    const result = await runCommand(deps, { reference, command, commandId: `clock-${name}`, by: { kind: 'system' } });
    deps.log('done-by-the-clock', { reference, command: command.type, result: result.kind });
  }
  return due.length > 0 ? deps.store.loadFile(reference) : file;
}

/** Says and does what is due, and keeps one schedule per case, for what comes next (decision 14). */
export async function planAlerts(deps: WatchDeps & { wakeUps: WakeUps }, reference: Reference): Promise<void> {
  const soon = addMinutes(deps.now(), tooNearToScheduleMinutes);
  await speakDueAlerts(deps, reference, soon);
  const file = await deps.store.loadFile(reference);
  if (!file) return;
  const next = nextWakeUp(deps, file, soon);
  const name = next && `${reference}-${next.name}`;
  const planned = await deps.store.plannedSchedule(reference);
  if (name === planned) return;
  if (next && name) await deps.wakeUps.create(name, next.at, reference);
  await deps.store.rememberSchedule(reference, name);
  if (planned) await deps.wakeUps.delete(planned);
}

/** The next alert, or the next thing that the clock does by itself, whichever comes first. */
function nextWakeUp(
  { rules }: WatchDeps,
  { state, alerts }: CaseFile,
  after: Instant,
): { readonly name: string; readonly at: Instant } | undefined {
  const next = nextAlert(deadlinesOf(state, rules), after, alerts);
  const alert = next && { name: `${nameOfDeadline(next.deadline)}-${next.alert.kind}-${next.alert.on}`, at: next.alert.at };
  const acts = clockActs(state, rules).filter(({ at }) => at > after);
  return [...(alert ? [alert] : []), ...acts].toSorted((one, other) => (one.at < other.at ? -1 : 1))[0];
}

/** How far ahead of a due date its first alert can be: two working days across the longest holiday, with room to spare. */
const furthestWarningDays = 10;

/**
 * The 09:30 sweep: every open case whose dates are near or past, or cannot be counted, and the messages that wait for a person. Finds what a lost
 * schedule or stream left silent. Open cases are told of a bank holiday proclaimed late (ADR 12).
 */
export async function sweepDeadlines(deps: WatchDeps & ReviseDeps): Promise<{ cases: number; spoken: number }> {
  const dueBy = addDays(londonDateOf(deps.now()), furthestWarningDays);
  const faults: unknown[] = [];
  const entries = await deps.store.openCases(dueBy);
  const longOverdue: LongOverdue[] = [];
  let spoken = 0;
  for (const { reference } of entries) {
    try {
      const seen = await lookAt(deps, reference, deps.now());
      spoken += seen.spoken;
      longOverdue.push(...seen.longOverdue);
    } catch (fault) {
      faults.push(fault);
    }
  }
  const tellAll = [tellOfHeld, tellOfOldDetails, (world: WatchDeps) => tellOfLongOverdue(world, longOverdue), () => reviseCalendar(deps)];
  for (const tell of tellAll) {
    try {
      await tell(deps);
    } catch (fault) {
      faults.push(fault);
    }
  }
  if (faults.length > 0) throw new AggregateError(faults, `${faults.length} cases, or what belongs to no case, could not be watched`);
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

/** What has been overdue for longer than its alerts last is listed on each working day: nothing overdue is ever silent. */
async function tellOfLongOverdue(deps: WatchDeps, longOverdue: readonly LongOverdue[]): Promise<void> {
  const at = deps.now();
  const day = londonDateOf(at);
  for (const notices of longOverdueNotices(longOverdue, day, deps.rules, deps)) await deps.store.planForDay({ day, at, notices });
  if (longOverdue.length > 0) deps.log('long-overdue-listed', { overdue: longOverdue.length });
}

/** Contact details in our letters that nobody has checked for long: the Head hears once a week (duty D14). */
async function tellOfOldDetails(deps: WatchDeps): Promise<void> {
  const at = deps.now();
  const day = londonDateOf(at);
  if (oldDetailsOn(day, deps.rules, deps.council).length === 0) return;
  const notices = contactsToCheckNotices(day, deps.rules, await deps.store.staff(), deps);
  const told = await deps.store.planForDay({ day, at, notices });
  if (told === 'planned') deps.log('old-details-told');
}
