import { londonDateOf } from '../domain/calendar/local-date.ts';
import type { Officer } from '../domain/cases/actor.ts';
import { faultInRecord, type StaffRecord } from '../domain/staff/recording.ts';
import type { CaseStore } from './ports.ts';
import type { World } from './world.ts';

export type StaffRecorded =
  | { readonly kind: 'recorded' }
  | { readonly kind: 'overtaken' }
  | { readonly kind: 'refused'; readonly why: string };

/** Changes what is recorded of a member of staff, with who did it and when. `expected`: the version that the page showed. */
export async function recordStaff(
  { store, now }: Pick<World, 'now'> & { readonly store: CaseStore },
  by: Officer,
  { subject, record, expected }: { readonly subject: string; readonly record: StaffRecord; readonly expected: number },
): Promise<StaffRecorded> {
  const at = now();
  const [staff, entry] = await Promise.all([store.staff(), store.staffEntry(subject)]);
  const fault = faultInRecord({ staff, by, today: londonDateOf(at), recorded: entry?.recorded ?? {} }, subject, record);
  if (fault) return { kind: 'refused', why: fault.refused };
  return { kind: await store.recordStaff(subject, { at, by, record }, expected) };
}
