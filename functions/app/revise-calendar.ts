import type { Reference } from '../domain/cases/actor.ts';
import { movedBy } from '../domain/cases/calendar-revision/revising.ts';
import type { CalendarWalk, CaseStore } from './ports.ts';
import type { World } from './world.ts';

/** `pause`: lets that many milliseconds go by. */
export type ReviseDeps = World & { readonly store: CaseStore; readonly pause: (milliseconds: number) => Promise<void> };

/** Decision 16: at most so many cases a second, so that pages, letters and schedules feel nothing of it. */
const casesASecond = 20;
/** Cases looked at before the place is noted: after a crash at most these are looked at twice, and say nothing twice. */
const casesBetweenNotes = 100;

/**
 * Tells every open case of the bank holidays that were proclaimed late, one revision after the other, in the order of references. Goes on where an
 * earlier run stopped; harmless to call at any time. A case opened meanwhile was counted with the holiday from the first. Gives how many cases moved.
 */
export async function reviseCalendar(deps: ReviseDeps): Promise<number> {
  const { rules, store } = deps;
  let moved = 0;
  for (const { number } of rules.calendar.additions ?? []) {
    const walk = await store.calendar.walk();
    if (isTold(number, walk)) continue;
    moved += await walkFor(number, walk?.number === number ? walk.after : undefined, deps);
    deps.log('calendar-revised', { number, moved });
  }
  return moved;
}

function isTold(number: number, walk: CalendarWalk | undefined): boolean {
  return walk !== undefined && (walk.number > number || (walk.number === number && walk.finished));
}

async function walkFor(number: number, after: Reference | undefined, deps: ReviseDeps): Promise<number> {
  const { calendar, openCases } = deps.store;
  const references = (await openCases()).map(({ reference }) => reference).filter((reference) => after === undefined || reference > after);
  const faults: unknown[] = [];
  let moved = 0;
  for (const [index, reference] of references.toSorted().entries()) {
    try {
      if (await tell(number, reference, deps)) {
        moved += 1;
        await deps.pause(1_000 / casesASecond);
      }
    } catch (fault) {
      faults.push(fault);
    }
    if ((index + 1) % casesBetweenNotes === 0) await calendar.rememberWalk({ number, after: reference, finished: false });
  }
  // One case that cannot be told keeps no other from being told; the whole walk is made again until it can.
  await calendar.rememberWalk({ number, finished: faults.length === 0 });
  if (faults.length > 0) throw new AggregateError(faults, `${faults.length} cases could not be told of a bank holiday`);
  return moved;
}

/** Most cases are only read: none of their dates lies beyond the holiday. */
async function tell(number: number, reference: Reference, deps: ReviseDeps): Promise<boolean> {
  const stored = await deps.store.load(reference);
  if (!stored || movedBy(number, stored.state, deps.rules).length === 0) return false;
  const { runCommand } = await import('./run-command.ts');
  const result = await runCommand(deps, {
    reference,
    command: { type: 'revise-calendar', version: number },
    commandId: `calendar-${number}`,
    by: { kind: 'system' },
  });
  return result.kind === 'done';
}
