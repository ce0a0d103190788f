import { addDays, type LocalDate, londonDateOf } from '../domain/calendar/local-date.ts';
import type { Recordings } from './ports.ts';
import type { World } from './world.ts';

type Kept = Pick<World, 'council' | 'now'>;

/** Audio whose words were checked before this London date has been kept for the council's period (records.md section 2). */
export function keptSince({ council, now }: Kept): LocalDate {
  return addDays(londonDateOf(now()), -council.voicemail.audioKeptDays);
}

/** The keys of recordings that were stored before that date: nothing was checked before it was there. */
export async function oldRecordings(deps: Kept & { readonly recordings: Pick<Recordings, 'all'> }): Promise<readonly string[]> {
  const since = keptSince(deps);
  return (await deps.recordings.all()).filter(({ storedAt }) => londonDateOf(storedAt) < since).map(({ key }) => key);
}
