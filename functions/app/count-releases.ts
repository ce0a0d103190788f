import type { Month } from '../domain/calendar/month.ts';
import { type Releases, releasesOf } from '../domain/reporting/counted-release.ts';
import type { CaseStore } from './ports.ts';

/** How often the Head released a response in these months although it lacked something. */
export async function countReleases({ store }: { store: Pick<CaseStore, 'countedReleases'> }, months: readonly Month[]): Promise<Releases> {
  const counted = await Promise.all(months.map((month) => store.countedReleases(month)));
  return releasesOf(counted.flat());
}
