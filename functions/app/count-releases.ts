import type { Month } from '../domain/calendar/month.ts';
import type { Officer } from '../domain/cases/actor.ts';
import { type Releases, releasesOf } from '../domain/reporting/counted-release.ts';
import { type AuthorityDeps, mayNotUse } from './desk-authority.ts';
import type { CaseStore } from './ports.ts';

/** How often the Head released a response in these months although it lacked something; undefined for whoever may not read it. */
export async function countReleases(
  deps: AuthorityDeps & { readonly store: Pick<CaseStore, 'countedReleases'> },
  by: Officer,
  months: readonly Month[],
): Promise<Releases | undefined> {
  if ((await mayNotUse(deps, by, 'suggestions')) !== undefined) return undefined;
  const counted = await Promise.all(months.map((month) => deps.store.countedReleases(month)));
  return releasesOf(counted.flat());
}
