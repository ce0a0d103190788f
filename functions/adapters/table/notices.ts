import type { DeliveryOutcome, NoticeRecord, NoticeResult } from '../../app/ports.ts';
import { storedReference } from '../../contracts/stored/values.ts';
import type { Instant } from '../../domain/calendar/local-date.ts';
import type { Reference } from '../../domain/cases/case.ts';
import type { PlannedNotice } from '../../domain/notices/notice.ts';
import { casePartition, inPending, noticeKey, noticePrefix, pendingIndex, referenceIn } from './keys.ts';
import { type Expression, ifAbsent, queryItems, type Table, updateItem, type Write } from './table.ts';

/** A notice as the transaction that causes it plans it: never overwritten, and pending until its sending is settled. */
export function planned(reference: Reference, notice: PlannedNotice, plannedAt: Instant): Write {
  const record: NoticeRecord = { ...notice, plannedAt, attempts: 0, standing: { kind: 'planned' } };
  return {
    what: 'notice',
    item: { ...noticeKey(reference, notice.id), ...record, ...inPending(reference, notice.id, plannedAt) },
    condition: ifAbsent,
  };
}

export async function noticesOf(table: Table, reference: Reference): Promise<readonly NoticeRecord[]> {
  const [items, { noticeOf }] = await Promise.all([
    queryItems(table, {
      text: '#pk = :pk AND begins_with(#sk, :notice)',
      values: { ':pk': casePartition(reference), ':notice': noticePrefix },
    }),
    import('./case-items.ts'),
  ]);
  return items.map(noticeOf);
}

export async function casesWithPendingNotices(table: Table): Promise<readonly Reference[]> {
  const items = await queryItems(table, { text: '#pending = :notice', values: { ':notice': 'notice' } }, pendingIndex);
  return [...new Set(items.map(({ pk }) => storedReference.parse(referenceIn(pk))))];
}

/** Sending is at least once: a lease that ran out means that its sender died, and the next one sends again (decision 2). */
export async function leaseNotice(
  table: Table,
  reference: Reference,
  noticeId: string,
  now: Instant,
  until: Instant,
): Promise<{ attempt: number } | 'not-now'> {
  const leased = await updateItem(
    table,
    noticeKey(reference, noticeId),
    {
      text: 'SET #standing = :leased, #attempts = #attempts + :one',
      values: { ':leased': { kind: 'sending', leaseUntil: until }, ':one': 1 },
    },
    {
      text: '#standing.#kind = :planned OR (#standing.#kind = :sending AND #standing.#leaseUntil <= :now)',
      values: { ':planned': 'planned', ':sending': 'sending', ':now': now },
    },
  );
  if (leased === 'refused') return 'not-now';
  const { noticeOf } = await import('./case-items.ts');
  return { attempt: noticeOf(leased).attempts };
}

/**
 * What came of an attempt. A sender whose lease ran out may be late: it can still say that the notice left, or never will, but not take
 * back what another sender has settled since.
 */
export async function settleNotice(table: Table, reference: Reference, noticeId: string, result: NoticeResult): Promise<void> {
  const key = noticeKey(reference, noticeId);
  if (result.kind === 'try-again') {
    const update = { text: 'SET #standing = :planned', values: { ':planned': { kind: 'planned' } } };
    await updateItem(table, key, update, { text: '#standing.#kind = :sending', values: { ':sending': 'sending' } });
    return;
  }
  const update: Expression = { text: 'SET #standing = :settled REMOVE #pending, #pendingBy', values: { ':settled': result } };
  await updateItem(table, key, update, {
    text: '#standing.#kind IN (:planned, :sending)',
    values: { ':planned': 'planned', ':sending': 'sending' },
  });
}

export async function recordDelivery(table: Table, reference: Reference, noticeId: string, outcome: DeliveryOutcome): Promise<void> {
  const update: Expression = { text: 'SET #standing = :outcome REMOVE #pending, #pendingBy', values: { ':outcome': outcome } };
  await updateItem(table, noticeKey(reference, noticeId), update, {
    text: '#standing.#kind IN (:planned, :sending, :accepted)',
    values: { ':planned': 'planned', ':sending': 'sending', ':accepted': 'accepted' },
  });
}
