import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import * as z from 'zod';
import { keepJson } from './kept.ts';
import type { Scheduler } from './services/scheduler.ts';

export type MovableClock = ReturnType<typeof createClock>;

/**
 * Real time plus an offset. Every process that keeps its own time hears of a change before `set` resolves. The offset is kept in `file`, as what is
 * stored bears the time that was shown; `startAt` wins over it.
 */
export function createClock(options: { file?: string | undefined; startAt?: Date | undefined } = {}) {
  const kept = keepJson(options.file, z.strictObject({ offset: z.number() }), { offset: 0 });
  const listeners: ((offset: number) => Promise<void>)[] = [];
  const move = (instant: Date) => kept.write({ offset: instant.getTime() - Date.now() });
  if (options.startAt) move(options.startAt);
  const offset = () => kept.read().offset;
  return {
    now: () => new Date(Date.now() + offset()),
    offsetMilliseconds: offset,
    async set(instant: Date): Promise<void> {
      move(instant);
      await Promise.all(listeners.map((tell) => tell(offset())));
    },
    onMove: (listener: (offsetMilliseconds: number) => Promise<void>) => listeners.push(listener),
  };
}

/** Tells a process that was started with the preload of functions; resolves when it has taken the offset, or has ended. */
export async function tellOffset(child: ChildProcess, offset: number): Promise<void> {
  if (!child.connected) return;
  const over = new AbortController();
  child.send({ offset }, () => undefined);
  await Promise.race(['message', 'exit'].map((name) => once(child, name, { signal: over.signal })));
  over.abort();
}

type Fired = { name: string; at: string };
export type TimeKeeper = ReturnType<typeof keepTime>;

/** How long a `rate()` fires every time after a move began, or after another schedule led to something being written. */
const livelyMilliseconds = 900_000;
/** Where nothing was written since a `rate()` fired, it has nothing to find but what time alone brings: a move through time lets it sleep this long. */
const sleepMilliseconds = 86_400_000;
/** Node cannot wait longer than 24 days, and a laptop that slept should notice. */
const longestWaitMilliseconds = 30_000;

/**
 * Fires schedules when they fall due: by themselves as real time passes, and in order when the clock is moved. `settle` waits until nothing is in
 * hand; it must not wait for the time keeper itself. `writes` counts what the functions have stored.
 */
export function keepTime(parts: { clock: MovableClock; scheduler: Scheduler; settle: () => Promise<void>; writes: () => number }) {
  const { clock, scheduler, settle, writes } = parts;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let inHand = 0;
  /** One move or tick at a time. */
  let last: Promise<unknown> = Promise.resolve();

  async function run(target: Date): Promise<readonly Fired[]> {
    const fired: Fired[] = [];
    const from = clock.now().getTime();
    let lively = new Date(from + livelyMilliseconds);
    let swept = { writes: -1, at: from };
    while (!stopped) {
      const wakes = writes() === swept.writes ? new Date(swept.at + sleepMilliseconds) : scheduler.appointment();
      scheduler.sleep(lively, wakes && wakes < target ? wakes : target);
      const due = scheduler.next();
      if (!due || due.at > target) break;
      if (due.at > clock.now()) await clock.set(due.at);
      const before = writes();
      await scheduler.fireNext();
      fired.push({ name: due.name, at: due.at.toISOString() });
      // What fires at one instant has no order among itself.
      if (scheduler.next()?.at.getTime() !== due.at.getTime()) await settle();
      if (due.repeats) swept = { writes: writes(), at: due.at.getTime() };
      else if (writes() > before) lively = new Date(clock.now().getTime() + livelyMilliseconds);
    }
    return fired;
  }

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    inHand += 1;
    const turn = last.then(work).finally(() => {
      inHand -= 1;
      arm();
    });
    last = turn.catch(() => undefined);
    return turn;
  }

  function arm(): void {
    clearTimeout(timer);
    const due = stopped || inHand > 0 ? undefined : scheduler.next();
    if (!due) return;
    const wait = Math.min(Math.max(due.at.getTime() - clock.now().getTime(), 0), longestWaitMilliseconds);
    timer = setTimeout(() => void inTurn(() => run(clock.now())), wait + 1);
    timer.unref();
  }

  scheduler.onChange(arm);
  arm();

  return {
    /** Moves forward, firing what falls due in order, each at its own time and settled before the next. Throws when asked to go back. */
    moveTo: (target: Date) =>
      inTurn(async () => {
        if (target < clock.now()) throw new RangeError(`The clock moves forward only; it is ${clock.now().toISOString()}.`);
        await settle();
        const fired = await run(target);
        if (target > clock.now()) await clock.set(target);
        await settle();
        return fired;
      }),
    /** Looks at once whether something is due: after a fault was cleared. */
    wake: arm,
    /** Waits until it neither moves nor fires. */
    idle: async () => {
      while (inHand > 0) await last;
    },
    stop(): void {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
