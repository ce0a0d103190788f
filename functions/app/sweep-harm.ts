import { londonDateOf } from '../domain/calendar/local-date.ts';
import type { Reference } from '../domain/cases/actor.ts';
import type { CaseStore } from './ports.ts';
import type { World } from './world.ts';

type HarmDeps = World & { readonly store: Pick<CaseStore, 'openCases' | 'loadFile' | 'staff' | 'speakAlert'> };

/**
 * Possible harm that nobody has taken climbs at any hour also where its case's one schedule was lost, or never made: each step plans the next, so that
 * nobody would hear of it before the next working morning (duty D5). It is due on the day it is seen, so that what is due by today has it all.
 */
export async function sweepHarm(deps: HarmDeps): Promise<void> {
  const entries = await deps.store.openCases(londonDateOf(deps.now()));
  for (const { reference, harm } of entries) if (harm && !harm.taken) await climb(deps, reference);
}

/** Loaded only where somebody waits: this runs every few minutes. What was spoken is spoken once, whoever else looks. */
async function climb(deps: HarmDeps, reference: Reference): Promise<void> {
  const [{ harmStepBy }, { harmStepNotices }, { deadlinesOf }] = await Promise.all([
    import('../domain/deadlines/harm-ladder.ts'),
    import('../domain/notices/harm-notices.ts'),
    import('../domain/deadlines/deadlines-of.ts'),
  ]);
  const { store, rules, council, publicUrl, rota = [] } = deps;
  const at = deps.now();
  const file = await store.loadFile(reference);
  const step = file && harmStepBy(file.state, rota, at);
  if (!step || file.alerts.some(({ deadline, about }) => deadline === 'take-harm' && about === step.key.about)) return;
  const context = { council, publicUrl, deadlines: deadlinesOf(file.state, rules) };
  const notices = harmStepNotices(file.state, step, context, { staff: await store.staff(), today: londonDateOf(at) });
  if ((await store.speakAlert(reference, step.key, notices, at)) === 'spoken') deps.log('lost-harm-step-spoken', { reference });
}
