import { londonDateOf } from '../domain/calendar/local-date.ts';
import type { Reference } from '../domain/cases/actor.ts';
import type { CaseStore } from './ports.ts';
import type { World } from './world.ts';

type HarmDeps = World & { readonly store: Pick<CaseStore, 'openCases' | 'loadFile' | 'staff' | 'speakAlert'> };

/**
 * Possible harm that nobody has taken climbs at any hour also where its case's one schedule was lost, or never made: each step plans the next, so that
 * nobody would hear of it before the next working morning (duty D5). It is due on the day it is seen, so that what is due by today has it all. A case
 * that cannot be looked at stops no other; its fault is thrown at the end.
 */
export async function sweepHarm(deps: HarmDeps): Promise<void> {
  const entries = await deps.store.openCases(londonDateOf(deps.now()));
  const faults: unknown[] = [];
  for (const { reference, harm } of entries) {
    if (!harm || harm.taken) continue;
    try {
      await climb(deps, reference);
    } catch (fault) {
      faults.push(fault);
    }
  }
  if (faults.length > 0) throw new AggregateError(faults, `${faults.length} cases of possible harm could not be looked at`);
}

/** Loaded only where somebody waits: this runs every few minutes. */
async function climb(deps: HarmDeps, reference: Reference): Promise<void> {
  const { speakHarmStep } = await import('./speak-harm-step.ts');
  const file = await deps.store.loadFile(reference);
  if (file) await speakHarmStep(deps, file, deps.now());
}
