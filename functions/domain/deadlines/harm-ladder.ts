import { addMinutes, type Instant, londonDateOf } from '../calendar/local-date.ts';
import type { CaseState } from '../cases/case.ts';
import { harmToTake, type PossibleHarm } from '../cases/harm/harm.ts';
import { takingHarm } from '../policy/possible-harm.ts';
import { ladderFrom, type Rota, type Rung } from '../registers/rota.ts';
import type { AlertKey } from './next.ts';

/**
 * One step of possible harm that nobody has taken. `name` is the same for every try and names it among the schedules of its case; `key` keeps it
 * from being said twice. Both hold its minute since 1970: one day has many, and in autumn a clock shows one hour twice.
 */
export type HarmStep = { readonly at: Instant; readonly name: string; readonly key: AlertKey; readonly to: Rung };

/** The latest step whose time has come; whoever was to hear the ones before it was not told in time, and the later one is told. */
export function harmStepBy(state: Pick<CaseState, 'harm'>, rota: Rota, now: Instant): HarmStep | undefined {
  const harm = harmToTake(state.harm);
  if (!harm) return undefined;
  const rungs = ladderFrom(rota, harm.since).slice(1);
  const number = stepsBy(rungs.length, (Date.parse(now) - Date.parse(harm.since)) / 60_000);
  return number > 0 ? step(harm, rungs, number) : undefined;
}

/** The first step after that moment. There is always one, until somebody takes it. */
export function nextHarmStep(state: Pick<CaseState, 'harm'>, rota: Rota, after: Instant): HarmStep | undefined {
  const harm = harmToTake(state.harm);
  if (!harm) return undefined;
  const rungs = ladderFrom(rota, harm.since).slice(1);
  return step(harm, rungs, Math.max(0, stepsBy(rungs.length, (Date.parse(after) - Date.parse(harm.since)) / 60_000)) + 1);
}

/** Every 30 minutes one rung higher, then every hour the Head. */
function step(harm: PossibleHarm, rungs: readonly Rung[], number: number): HarmStep {
  const { withinMinutes, thenEveryMinutes } = takingHarm;
  const beyond = Math.max(0, number - rungs.length);
  const at = addMinutes(harm.since, Math.min(number, rungs.length) * withinMinutes + beyond * thenEveryMinutes);
  const minute = Math.floor(Date.parse(at) / 60_000);
  const key = { deadline: 'take-harm', about: minute, kind: 'overdue', on: londonDateOf(at) } as const;
  return { at, name: `take-harm-${minute}`, key, to: rungs[number - 1] ?? 'head' };
}

function stepsBy(rungs: number, minutes: number): number {
  const { withinMinutes, thenEveryMinutes } = takingHarm;
  const climbed = Math.floor(minutes / withinMinutes);
  return climbed <= rungs ? climbed : rungs + Math.floor((minutes - rungs * withinMinutes) / thenEveryMinutes);
}
