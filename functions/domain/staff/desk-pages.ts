import { hasAnyRole, type Viewer } from './authority.ts';
import { type StaffRole, staffRoles } from './staff-member.ts';

// Who may use which page of the desk: the other half of the table of authority (ADR 14). What a page shows of a case, and which of its forms, is said
// by `authority.ts`.

const decidesAboutAny: readonly StaffRole[] = ['complaints-team', 'head-of-complaints'];
const managers: readonly StaffRole[] = ['complaints-manager-children', 'complaints-manager-adults'];
/** Whoever may have something to do with a case. Administrators keep the staff directory and see no case. */
const opensCases = staffRoles.filter((role) => role !== 'administrator');
/** The auditor reads, and writes nothing in any case. */
const worksOnCases = opensCases.filter((role) => role !== 'auditor');

/** Every page of the desk, and every act on one, with the roles that may use it. `anybody`: also somebody who has no role at the desk (duty D1). */
const pageRoles = {
  queue: opensCases,
  case: opensCases,
  'act-on-case': worksOnCases,
  'who-looked': ['auditor', 'head-of-complaints', 'monitoring-officer'],
  held: [...decidesAboutAny, ...managers, 'auditor'],
  'settle-held': decidesAboutAny,
  automatic: [...decidesAboutAny, 'auditor'],
  recording: opensCases,
  suggestions: opensCases,
  learning: opensCases,
  'bank-holidays': staffRoles,
  'enter-bank-holiday': decidesAboutAny,
  wording: staffRoles,
  'change-wording': decidesAboutAny,
  staff: staffRoles,
  'record-staff': ['head-of-complaints', 'administrator'],
  'own-absence': staffRoles,
  search: opensCases,
  log: [...decidesAboutAny, ...managers],
  'pass-on': 'anybody',
  signpost: 'anybody',
  'front-desk': [...decidesAboutAny, 'auditor'],
  'keep-front-desk': decidesAboutAny,
  reallocate: [...decidesAboutAny, 'service-lead'],
  rota: opensCases,
  'keep-rota': ['head-of-complaints'],
  'mail-preferences': staffRoles,
} as const satisfies Readonly<Record<string, readonly StaffRole[] | 'anybody'>>;

export type DeskPage = keyof typeof pageRoles;

export const deskPages = Object.keys(pageRoles).filter((page): page is DeskPage => page in pageRoles);

/** Whether somebody may use a page: with one of their own roles, or one of somebody whom they stand in for. */
export function mayUse(viewer: Viewer, page: DeskPage): boolean {
  const roles: readonly StaffRole[] | 'anybody' = pageRoles[page];
  return roles === 'anybody' || hasAnyRole(viewer, roles);
}

/** All that somebody may use who signs in without the desk's role, whatever the directory said of them before. */
export const openToAnybody: readonly DeskPage[] = ['pass-on', 'signpost'];
