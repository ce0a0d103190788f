import { addMinutes, type Instant, londonDateOf } from '../domain/calendar/local-date.ts';
import type { Reference } from '../domain/cases/actor.ts';
import { nextByItself, saidByItself } from '../domain/deadlines/by-itself.ts';
import { clockActs } from '../domain/deadlines/clock-acts.ts';
import type { Deadline } from '../domain/deadlines/deadline.ts';
import { deadlinesOf } from '../domain/deadlines/deadlines-of.ts';
import { nextHarmStep } from '../domain/deadlines/harm-ladder.ts';
import { keyOf, nameOfDeadline } from '../domain/deadlines/next.ts';
import { alertNotices } from '../domain/notices/alert-notices.ts';
import type { There } from '../domain/notices/alert-readers.ts';
import type { PlannedNotice } from '../domain/notices/notice.ts';
import type { CaseFile, CaseStore, SpokenAlert, WakeUps } from './ports.ts';
import { speakHarmStep } from './speak-harm-step.ts';
import type { World } from './world.ts';

export type WatchDeps = World & { readonly store: CaseStore };

/** Scheduler refuses and races times this near: they are handled at once (decision 14). */
const tooNearToScheduleMinutes = 2;

/**
 * Looks at a case as it stands now and says what must be said by itself, once: an alert that was spoken is never repeated, and one that was missed is
 * superseded by the latest. What can wait for it is said in the morning's message (`sweep-deadlines.ts`). Harmless to call at any time, any number of
 * times.
 */
export async function speakDueAlerts(deps: WatchDeps, reference: Reference): Promise<number> {
  return (await lookAt(deps, reference, deps.now()))?.spoken ?? 0;
}

/** A case after what had to be said of it by itself was said; `alerts` are all that were spoken. */
export type Watched = Pick<CaseFile, 'state' | 'contacts' | 'alerts'> & {
  readonly spoken: number;
  readonly deadlines: readonly Deadline[];
};

/** Undefined where there is no such case. */
export async function lookAt(deps: WatchDeps, reference: Reference, upTo: Instant): Promise<Watched | undefined> {
  const file = await afterTheClock(deps, reference, upTo);
  if (!file) return undefined;
  const { state } = file;
  const deadlines = deadlinesOf(state, deps.rules);
  const context = { council: deps.council, publicUrl: deps.publicUrl, deadlines };
  const alerts = [...file.alerts];
  // Read only where something is to be said: who is away, and who stands in for them.
  let there: There | undefined;
  const say = async (alert: SpokenAlert, noticesTo: (there: There) => readonly PlannedNotice[]) => {
    there ??= { staff: await deps.store.staff(), today: londonDateOf(deps.now()) };
    const said = await deps.store.speakAlert(reference, alert, noticesTo(there), deps.now());
    alerts.push(alert);
    if (said === 'spoken') deps.log('alert-spoken', { reference, deadline: alert.deadline, alert: alert.kind, on: alert.on });
    return said === 'spoken' ? 1 : 0;
  };
  let spoken = 0;
  for (const { deadline, alert } of saidByItself(deadlines, upTo, file.alerts, deps.rules))
    spoken += await say(keyOf(deadline, alert), (now) => alertNotices(state, deadline, alert, context, now));
  const step = await speakHarmStep(deps, file, upTo);
  if (step) alerts.push(step.alert);
  if (step?.by === 'us') spoken += 1;
  return { spoken, state, contacts: file.contacts, deadlines, alerts };
}

/** Does what the case asks of the clock alone by now, each thing once, and gives the case as it then stands (ADR 11). */
async function afterTheClock(deps: WatchDeps, reference: Reference, upTo: Instant): Promise<CaseFile | undefined> {
  const file = await deps.store.loadFile(reference);
  const due = file ? clockActs(file.state, deps.rules).filter(({ at }) => at <= upTo) : [];
  // An apology names who is responsible, with their direct number.
  const staff = due.length > 0 ? await deps.store.staff() : [];
  for (const { name, command } of due) {
    // Loaded when the clock has something to do: most of these functions only look.
    const { runCommand } = await import('./run-command.ts');
    const result = await runCommand(deps, { reference, command, commandId: `clock-${name}`, by: { kind: 'system' }, staff });
    deps.log('done-by-the-clock', { reference, command: command.type, result: result.kind });
  }
  return due.length > 0 ? deps.store.loadFile(reference) : file;
}

/** Says and does what is due, and keeps one schedule per case, for what comes next (decision 14). Gives the case as it was then, where there is one. */
export async function planAlerts(deps: WatchDeps & { wakeUps: WakeUps }, reference: Reference): Promise<Watched | undefined> {
  const soon = addMinutes(deps.now(), tooNearToScheduleMinutes);
  const watched = await lookAt(deps, reference, soon);
  if (watched) await planNext(deps, reference, nextWakeUp(deps, watched, soon));
  return watched;
}

async function planNext(deps: WatchDeps & { wakeUps: WakeUps }, reference: Reference, next: WakeUp | undefined): Promise<void> {
  const name = next && `${reference}-${next.name}`;
  const planned = await deps.store.plannedSchedule(reference);
  if (name === planned) return;
  if (next && name) await deps.wakeUps.create(name, next.at, reference);
  await deps.store.rememberSchedule(reference, name);
  if (planned) await deps.wakeUps.delete(planned);
}

type WakeUp = { readonly name: string; readonly at: Instant };

/** The next alert that goes by itself, step of possible harm, or thing that the clock does alone, whichever comes first. */
function nextWakeUp({ rules, rota = [] }: WatchDeps, { state, deadlines, alerts }: Watched, after: Instant): WakeUp | undefined {
  const next = nextByItself(deadlines, after, alerts, rules);
  const alert = next && { name: `${nameOfDeadline(next.deadline)}-${next.alert.kind}-${next.alert.on}`, at: next.at };
  const step = nextHarmStep(state, rota, after);
  const acts = clockActs(state, rules).filter(({ at }) => at > after);
  return [...(alert ? [alert] : []), ...(step ? [step] : []), ...acts].toSorted((one, other) => (one.at < other.at ? -1 : 1))[0];
}
