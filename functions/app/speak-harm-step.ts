import { type Instant, londonDateOf } from '../domain/calendar/local-date.ts';
import { harmStepBy } from '../domain/deadlines/harm-ladder.ts';
import { harmStepNotices } from '../domain/notices/harm-notices.ts';
import type { CaseFile, CaseStore, SpokenAlert } from './ports.ts';
import type { World } from './world.ts';

type SpeakDeps = World & { readonly store: Pick<CaseStore, 'staff' | 'speakAlert'> };

/** Tells whoever is next of possible harm that nobody has taken, once, whoever else looks. Gives the step that has now been spoken, and who did. */
export async function speakHarmStep(
  deps: SpeakDeps,
  { state, alerts }: Pick<CaseFile, 'state' | 'alerts'>,
  upTo: Instant,
): Promise<{ readonly alert: SpokenAlert; readonly by: 'us' | 'another' } | undefined> {
  const { store, rota = [] } = deps;
  const step = harmStepBy(state, rota, upTo);
  if (!step || alerts.some(({ deadline, about }) => deadline === 'take-harm' && about === step.key.about)) return undefined;
  const at = deps.now();
  const notices = harmStepNotices(state, step, deps, { staff: await store.staff(), today: londonDateOf(at) });
  const { reference } = state;
  if ((await store.speakAlert(reference, step.key, notices, at)) !== 'spoken') return { alert: step.key, by: 'another' };
  deps.log('alert-spoken', { reference, deadline: step.key.deadline, alert: step.key.kind, on: step.key.on });
  return { alert: step.key, by: 'us' };
}
