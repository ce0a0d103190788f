import { isForResident } from '../domain/notices/notice.ts';
import { isDay, type NoticeOwner } from '../domain/notices/owner.ts';
import { addressFailed, type DeliveryNews } from '../domain/notices/standing.ts';
import type { CaseStore, NoticeRecord } from './ports.ts';
import { reportCalledSpam, reportUndelivered } from './report-undelivered.ts';
import type { World } from './world.ts';

type Deps = World & { readonly store: CaseStore };

/** News of a message; `faultIsOurs`: SES found something in the message, and nothing is wrong with the address. */
export type News = DeliveryNews & { readonly faultIsOurs?: boolean };

/**
 * What SES says became of a notice. A bounce that may pass is tried again later; a letter to a resident that bounced for good needs another way
 * (duty D24). Told first to the notice, then to the case; the same news again finishes what a crash left half done.
 */
export async function recordDelivery(deps: Deps, owner: NoticeOwner, noticeId: string, { faultIsOurs, ...news }: News): Promise<void> {
  const changed = await deps.store.recordDelivery(owner, noticeId, news);
  if (news.kind !== 'bounced') return;
  const notice = changed ?? (await noticeOf(deps, owner, noticeId));
  if (notice?.standing.kind !== 'bounced' || notice.standing.sesMessageId !== news.sesMessageId) {
    if (changed) deps.log('notice-to-be-tried-again', { owner, notice: noticeId });
    return;
  }
  if (isDay(owner) || !isForResident(notice.kind)) {
    deps.log('officers-notice-bounced', { owner, notice: noticeId });
    // Nobody may have been told, and no case can ask for another way: the alarm does (duty D5).
    if (notice.kind === 'possible-harm') throw new Error('mail to officers about possible harm came back');
    return;
  }
  const failedEmail = !faultIsOurs && addressFailed(notice) ? emailOf(notice) : undefined;
  await reportUndelivered(deps, owner, { noticeId, why: notice.standing.why, failedEmail });
}

/** The person, or their mail provider, called a letter spam. Officers' own mail is only noted. */
export async function recordCalledSpam(deps: Deps, owner: NoticeOwner, noticeId: string): Promise<void> {
  deps.log('notice-called-spam', { owner, notice: noticeId });
  const notice = isDay(owner) ? undefined : await noticeOf(deps, owner, noticeId);
  if (isDay(owner) || !notice || !isForResident(notice.kind)) return;
  await reportCalledSpam(deps, owner, noticeId, emailOf(notice));
}

async function noticeOf({ store }: Deps, owner: NoticeOwner, noticeId: string): Promise<NoticeRecord | undefined> {
  return (await store.notices(owner)).find(({ id }) => id === noticeId);
}

function emailOf({ to }: NoticeRecord): string | undefined {
  return to.by === 'email' ? to.email : undefined;
}
