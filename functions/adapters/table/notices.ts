import type { NoticeRecord, NoticeResult, NoticesOfDay } from '../../app/ports.ts';
import type { Instant } from '../../domain/calendar/local-date.ts';
import type { PlannedNotice } from '../../domain/notices/notice.ts';
import { isDay, type NoticeOwner } from '../../domain/notices/owner.ts';
import { afterNews, type DeliveryNews } from '../../domain/notices/standing.ts';
import { rememberSent } from './copies.ts';
import { inPending, noticeKey, noticePartition, noticePrefix, ownerIn, pendingIndex, pendingUntil } from './keys.ts';
import { StoreFault } from './store-fault.ts';
import { type Expression, getItem, ifAbsent, queryItems, type Table, updateItem, type Write, writeTogether } from './table.ts';

/** A notice as the transaction that causes it plans it: never overwritten, and pending until its sending is settled. `notBefore`: until then it can be taken back. */
export function planned(owner: NoticeOwner, notice: PlannedNotice, plannedAt: Instant, notBefore?: Instant): Write {
  const record: NoticeRecord = { ...notice, plannedAt, attempts: 0, standing: { kind: 'planned', ...(notBefore && { notBefore }) } };
  return {
    what: 'notice',
    item: { ...noticeKey(owner, notice.id), ...record, ...inPending(owner, notice.id, notBefore ?? plannedAt) },
    condition: ifAbsent,
  };
}

/** A notice that will never be sent: only while nobody has begun to. */
export function takenBack(owner: NoticeOwner, notice: NoticeRecord, at: Instant): Write {
  return {
    what: 'notice',
    item: { ...noticeKey(owner, notice.id), ...notice, standing: { kind: 'taken-back', at } },
    condition: { text: '#standing = :before', values: { ':before': notice.standing } },
  };
}

export function plannedForDay({ day, at, notices }: NoticesOfDay): readonly Write[] {
  return notices.map((notice) => planned(day, notice, at));
}

export async function planForDay(table: Table, tell: NoticesOfDay): Promise<'planned' | 'already-planned'> {
  return (await writeTogether(table, plannedForDay(tell))) === 'written' ? 'planned' : 'already-planned';
}

export async function noticesOf(table: Table, owner: NoticeOwner): Promise<readonly NoticeRecord[]> {
  const [items, { noticeOf }] = await Promise.all([
    queryItems(table, {
      text: '#pk = :pk AND begins_with(#sk, :notice)',
      values: { ':pk': noticePartition(owner), ':notice': noticePrefix },
    }),
    import('./case-items.ts'),
  ]);
  return items.map(noticeOf);
}

export async function ownersOfPendingNotices(table: Table, now: Instant): Promise<readonly NoticeOwner[]> {
  const due: Expression = {
    text: '#pending = :notice AND #pendingBy < :until',
    values: { ':notice': 'notice', ':until': pendingUntil(now) },
  };
  const [items, { storedOwner }] = await Promise.all([queryItems(table, due, pendingIndex), import('../../contracts/stored/pointers.ts')]);
  return [...new Set(items.map(({ pk }) => ownerIn(pk)))].map((owner) => storedOwner.parse(owner));
}

/** Sending is at least once: a lease that ran out means that its sender died, and the next one sends again (decision 2). */
export async function leaseNotice(
  table: Table,
  owner: NoticeOwner,
  noticeId: string,
  now: Instant,
  until: Instant,
): Promise<{ attempt: number } | 'not-now'> {
  const leased = await updateItem(
    table,
    noticeKey(owner, noticeId),
    {
      text: 'SET #standing = :leased, #attempts = #attempts + :one, #triedAt = :now',
      values: { ':leased': { kind: 'sending', leaseUntil: until }, ':one': 1 },
    },
    {
      text: `(#standing.#kind = :planned AND (attribute_not_exists(#standing.#notBefore) OR #standing.#notBefore <= :now))
        OR (#standing.#kind = :sending AND #standing.#leaseUntil <= :now)`,
      values: { ':planned': 'planned', ':sending': 'sending', ':now': now },
    },
  );
  if (leased === 'refused') return 'not-now';
  const { noticeOf } = await import('./case-items.ts');
  return { attempt: noticeOf(leased).attempts };
}

/**
 * What came of an attempt. A sender whose lease ran out may be late: it can still say that the notice left, or never will, but not take
 * back what another sender, or news of the message, has settled since.
 */
export async function settleNotice(table: Table, owner: NoticeOwner, noticeId: string, result: NoticeResult): Promise<void> {
  const key = noticeKey(owner, noticeId);
  if (result.kind === 'try-again') {
    const update = { text: 'SET #standing = :planned', values: { ':planned': { kind: 'planned' } } };
    await updateItem(table, key, update, { text: '#standing.#kind = :sending', values: { ':sending': 'sending' } });
    return;
  }
  // First, so that no crash leaves a message that can be answered and not recognised.
  if (result.kind === 'accepted' && !isDay(owner)) await rememberSent(table, result.sesMessageId, owner);
  const step = result.kind === 'to-print' ? [] : [result];
  const update: Expression = {
    text: 'SET #standing = :settled, #steps = list_append(if_not_exists(#steps, :none), :step) REMOVE #pending, #pendingBy',
    values: { ':settled': result, ':none': [], ':step': step },
  };
  await updateItem(table, key, update, {
    text: '#standing.#kind IN (:planned, :sending) AND attribute_not_exists(#standing.#notBefore)',
    values: { ':planned': 'planned', ':sending': 'sending' },
  });
}

/** A notice has one sender and few events: whoever loses this often against them has met a fault. */
const mostLooks = 5;

export async function recordDelivery(
  table: Table,
  owner: NoticeOwner,
  noticeId: string,
  news: DeliveryNews,
): Promise<NoticeRecord | undefined> {
  const key = noticeKey(owner, noticeId);
  for (let look = 1; look <= mostLooks; look += 1) {
    const [item, { noticeOf }] = await Promise.all([getItem(table, key), import('./case-items.ts')]);
    const notice = item && noticeOf(item);
    const next = notice && afterNews(notice, news);
    if (!next) return undefined;
    // News that overtakes our own settling is the first to know the message's id.
    const unsettled = notice.standing.kind === 'sending' || notice.standing.kind === 'planned';
    if (unsettled && !isDay(owner)) await rememberSent(table, news.sesMessageId, owner);
    const { standing, steps } = next;
    const values = { ':standing': standing, ':steps': steps };
    const again = standing.kind === 'planned' && standing.notBefore && inPending(owner, noticeId, standing.notBefore);
    const update: Expression = again
      ? {
          text: 'SET #standing = :standing, #steps = :steps, #pending = :pending, #pendingBy = :pendingBy',
          values: { ...values, ':pending': again.pending, ':pendingBy': again.pendingBy },
        }
      : { text: 'SET #standing = :standing, #steps = :steps REMOVE #pending, #pendingBy', values };
    const changed = await updateItem(table, key, update, { text: '#standing = :before', values: { ':before': item['standing'] } });
    if (changed !== 'refused') return noticeOf(changed);
  }
  throw new StoreFault('notice-busy', `${noticeId} of ${owner} changed ${mostLooks} times while news of it was being stored`);
}
