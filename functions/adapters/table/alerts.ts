import type { SpokenAlert } from '../../app/ports.ts';
import type { Instant } from '../../domain/calendar/local-date.ts';
import type { Reference } from '../../domain/cases/actor.ts';
import type { PlannedNotice } from '../../domain/notices/notice.ts';
import { alertKey } from './keys.ts';
import { planned } from './notices.ts';
import { StoreFault } from './store-fault.ts';
import { ifAbsent, type Table, writeTogether } from './table.ts';

/** An alert speaks once: its item and its notices are stored together, guarded by its absence (decision 15). */
export async function speakAlert(
  table: Table,
  reference: Reference,
  alert: SpokenAlert,
  notices: readonly PlannedNotice[],
  at: Instant,
): Promise<'spoken' | 'already-spoken'> {
  const spoken = await writeTogether(table, [
    { what: 'alert', item: { ...alertKey(reference, alert), ...alert, at }, condition: ifAbsent },
    ...notices.map((notice) => planned(reference, notice, at)),
  ]);
  if (spoken === 'written') return 'spoken';
  if (spoken.refused.has('alert')) return 'already-spoken';
  throw new StoreFault('notice-id-taken', `one of ${notices.map(({ id }) => id).join(', ')} of ${reference} exists without its alert`);
}
