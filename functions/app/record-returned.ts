import type { Instant } from '../domain/calendar/local-date.ts';
import type { Reference } from '../domain/cases/actor.ts';
import type { CaseStore } from './ports.ts';
import { recordDelivery } from './record-delivery.ts';
import type { World } from './world.ts';

/** What a bounce that came as an e-mail says of a letter of ours. Its sender controls every word. */
export type ReturnedNotice = {
  readonly reference: Reference;
  readonly noticeId: string;
  readonly sesMessageId: string;
  /** RFC 3463: `5.1.1`. */
  readonly status: string;
  readonly recipient?: string;
};

/** A full mailbox is emptied some day, whatever class its code has. */
const fullMailbox = /^[45]\.2\.2$/;

/**
 * Records a letter as come back, on proof alone: SES's id of that very message, which only its recipient and the servers on its way have seen, and
 * the address that we sent it to. Gives the case whose letter it is; undefined where the bounce proves nothing, and then nothing changes: a forged one cannot
 * un-make an acknowledgement.
 */
export async function caseOfReturned(
  { store }: { readonly store: Pick<CaseStore, 'notices'> },
  returned: ReturnedNotice,
): Promise<Reference | undefined> {
  const notice = (await store.notices(returned.reference)).find(({ id }) => id === returned.noticeId);
  if (notice?.to.by !== 'email') return undefined;
  if (returned.recipient !== undefined && returned.recipient.toLowerCase() !== notice.to.email.toLowerCase()) return undefined;
  const sent = [notice.standing, ...(notice.steps ?? [])];
  return sent.some((step) => 'sesMessageId' in step && step.sesMessageId === returned.sesMessageId) ? returned.reference : undefined;
}

/** Tells the letter, and its case, that it came back. Only for what `caseOfReturned` has proved; repeats change nothing. */
export async function recordReturned(deps: World & { readonly store: CaseStore }, returned: ReturnedNotice, at: Instant): Promise<void> {
  const { reference, noticeId, sesMessageId, status } = returned;
  const permanent = status.startsWith('5') && !fullMailbox.test(status);
  const why = `${permanent ? 'Permanent' : 'Transient'} Returned ${status}`;
  await recordDelivery(deps, reference, noticeId, { kind: 'bounced', sesMessageId, permanent, why, at });
}
