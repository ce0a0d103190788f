import type { Instant } from '../../calendar/local-date.ts';
import type { PlannedNotice } from '../../notices/notice.ts';
import { numberInId } from '../../notices/notice-id.ts';
import { type Standing, waitsUntil } from '../../notices/standing.ts';
import type { CaseEvent } from '../event.ts';

/** A notice of the case, as far as it is asked whether it has left. */
export type MayHaveLeft = Pick<PlannedNotice, 'id' | 'kind'> & { readonly standing: Standing; readonly attempts: number };

/** An officer's latest command whose letters still wait, and until when they do. */
export type TakeBackOffer = {
  readonly command: string;
  readonly until: Instant;
  readonly events: readonly CaseEvent[];
  readonly letters: readonly MayHaveLeft[];
};

/**
 * What this officer may take back now: their own command, while it is the latest of the case and none of its letters has left (duty D38). Letters
 * that wait belong to a command that can be taken back whole: `notices/leaving.ts` sees to that.
 */
export function offeredToTakeBack(
  { events, notices }: { readonly events: readonly CaseEvent[]; readonly notices: readonly MayHaveLeft[] },
  subject: string,
  now: Instant,
): TakeBackOffer | undefined {
  const last = events.at(-1);
  if (last?.by.kind !== 'officer' || last.by.subject !== subject) return undefined;
  const first = events.findIndex(({ commandId }) => commandId === last.commandId);
  const letters = notices.filter(({ id }) => (numberInId(id) ?? 0) > first);
  const waits = letters.map(waitsUntil);
  const until = waits.filter((moment) => moment !== undefined).toSorted()[0];
  const all = until !== undefined && until > now && waits.every((moment) => moment !== undefined);
  return all ? { command: last.commandId, until, events: events.slice(first), letters } : undefined;
}
