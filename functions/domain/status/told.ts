import type { Instant } from '../calendar/local-date.ts';
import type { CaseEvent } from '../cases/event.ts';
import { isForResident, type PlannedNotice } from '../notices/notice.ts';
import { isCopy, numberInId } from '../notices/notice-id.ts';
import type { NoticeLife } from '../notices/standing.ts';

// The status page says what our letters said, and not before them: for ten minutes an officer may still take back what they did (duty D38).

export type Sent = PlannedNotice & NoticeLife & { readonly plannedAt: Instant };

/** It has left, or lies ready to be posted. One that was tried before and waits for an emptier mailbox has left as well. */
export function hasLeft({ standing, steps = [] }: NoticeLife): boolean {
  if (standing.kind === 'planned' || standing.kind === 'sending') return steps.length > 0;
  return standing.kind !== 'taken-back' && standing.kind !== 'failed' && standing.kind !== 'held-back';
}

/** What happened before the first act whose letter to the person is still on its way out. A receipt says nothing that they do not know. */
export function toldSoFar(events: readonly CaseEvent[], notices: readonly Sent[]): readonly CaseEvent[] {
  const waiting = notices
    .filter((notice) => isForResident(notice.kind) && notice.kind !== 'receipt' && !isCopy(notice.id) && waits(notice))
    .flatMap(({ id }) => numberInId(id) ?? [])
    .toSorted((one, other) => one - other)[0];
  const act = waiting === undefined ? undefined : events[waiting - 1]?.commandId;
  const from = act === undefined ? -1 : events.findIndex(({ commandId }) => commandId === act);
  return from > 0 ? events.slice(0, from) : events;
}

function waits({ standing, steps = [] }: NoticeLife): boolean {
  return (standing.kind === 'planned' || standing.kind === 'sending') && steps.length === 0;
}
