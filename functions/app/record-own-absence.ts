import { londonDateOf } from '../domain/calendar/local-date.ts';
import type { Officer } from '../domain/cases/actor.ts';
import { type Absence, faultInAbsence } from '../domain/staff/recording.ts';
import { mayNotUse } from './desk-authority.ts';
import type { CaseStore } from './ports.ts';
import type { StaffRecorded } from './record-staff.ts';
import type { World } from './world.ts';

/** Everybody says of themselves when they are away and who stands in; whatever else is recorded of them stays. `expected`: the version that the page showed. */
export async function recordOwnAbsence(
  deps: Pick<World, 'now'> & { readonly store: Pick<CaseStore, 'staff' | 'staffEntry' | 'recordStaff'> },
  by: Officer,
  { absence, expected }: { readonly absence: Absence; readonly expected: number },
): Promise<StaffRecorded> {
  const { store, now } = deps;
  const at = now();
  const barred = await mayNotUse(deps, by, 'own-absence');
  if (barred) return { kind: 'refused', why: barred };
  const [entry, staff] = await Promise.all([store.staffEntry(by.subject), store.staff()]);
  const fault = faultInAbsence(staff, londonDateOf(at), by.subject, absence);
  if (!entry || fault) return { kind: 'refused', why: fault?.refused ?? 'You are not in the staff directory. Sign in again.' };
  const { awayFrom, awayUntil, deputies } = absence;
  const record = { ...entry.recorded, awayFrom, awayUntil, deputies };
  return { kind: await store.recordStaff(by.subject, { at, by, record }, expected) };
}
