import { londonDateOf } from '../domain/calendar/local-date.ts';
import type { Officer } from '../domain/cases/actor.ts';
import { type Viewer, viewerOf } from '../domain/staff/authority.ts';
import { type DeskPage, deskPages, mayUse } from '../domain/staff/desk-pages.ts';
import type { StaffMember } from '../domain/staff/staff-member.ts';
import type { CaseStore } from './ports.ts';
import type { World } from './world.ts';

export type AuthorityDeps = Pick<World, 'now'> & { readonly store: Pick<CaseStore, 'staff'> };

/** Said to somebody whose role does not reach that far. */
const notForYourRole = 'Your role does not let you do this. If that is wrong, ask the Head of Customer Service and Complaints.';

/** Somebody at the desk as authority sees them today, among the staff by whom that was judged. `read`: the directory, where this request has read it. */
export async function whoLooks(
  { store, now }: AuthorityDeps,
  by: Officer,
  read?: readonly StaffMember[],
): Promise<{ readonly viewer: Viewer; readonly staff: readonly StaffMember[] }> {
  const staff = read ?? (await store.staff());
  return { viewer: viewerOf(staff, by.subject, londonDateOf(now())), staff };
}

/** With what every request of an officer begins: the pages that their roles let them use, and the directory that says so, which need not be read again. */
export type AtTheDesk = { readonly pages: readonly DeskPage[]; readonly staff: readonly StaffMember[] };

export async function atTheDesk(deps: AuthorityDeps, by: Officer): Promise<AtTheDesk> {
  const { viewer, staff } = await whoLooks(deps, by);
  return { pages: deskPages.filter((page) => mayUse(viewer, page)), staff };
}

/** Asked by every use case of the desk that is about no single case; undefined where nothing stands in the way. */
export async function mayNotUse(deps: AuthorityDeps, by: Officer, page: DeskPage): Promise<string | undefined> {
  const { viewer } = await whoLooks(deps, by);
  return mayUse(viewer, page) ? undefined : notForYourRole;
}
