import { addMinutes, type Instant, inWords, londonDateOf } from '../domain/calendar/local-date.ts';
import type { Reference } from '../domain/cases/actor.ts';
import type { CaseState } from '../domain/cases/case.ts';
import { writerOf } from '../domain/intake/writers.ts';
import { addresseeOf } from '../domain/notices/addressee.ts';
import { membersToldOf } from '../domain/notices/group-copies.ts';
import { isForResident } from '../domain/notices/notice.ts';
import { isCopy, memberInId } from '../domain/notices/notice-id.ts';
import { isDay, type NoticeOwner } from '../domain/notices/owner.ts';
import { dateOfStep } from '../domain/notices/standing.ts';
import { withAfter } from '../domain/notices/with-after.ts';
import { receiptCeilings } from '../domain/policy/mail.ts';
import { statusLink } from '../domain/policy/status-page.ts';
import { readerAt } from '../domain/status/readers.ts';
import { endReport } from './end-report.ts';
import type { CaseFile, CaseStore, EarlierMessage, LinkTokens, NoticeRecord, OutgoingMail, SendMail } from './ports.ts';
import { reportUndelivered } from './report-undelivered.ts';
import type { World } from './world.ts';

export type SendDeps = World & { readonly store: CaseStore; readonly sendMail: SendMail; readonly linkTokens: LinkTokens };

/** Longer than any sender lives: a lease that has run out means its sender died, and the notice is sent again (decision 2). */
const leaseMinutes = 2;

/** Whose notices they are, and all of them; `file`: the case, where they are a case's. */
type Sending = { readonly owner: NoticeOwner; readonly notices: readonly NoticeRecord[]; readonly file?: CaseFile };

/**
 * Sends what is planned for a case, or for a day of the desk. One notice's trouble does not stop the others; a fault is thrown at the end so that
 * the caller retries. At least once: a visible duplicate with the same notice number beats silence.
 */
export async function sendNotices(deps: SendDeps, owner: NoticeOwner): Promise<void> {
  const faults: unknown[] = [];
  const sending = await sendingOf(deps, owner);
  for (const notice of sending.notices) {
    if (!mayBeSent(notice, deps.now())) continue;
    try {
      await sendOne(deps, sending, notice);
    } catch (fault) {
      faults.push(fault);
    }
  }
  if (sending.file) await endReport(deps, sending.file);
  if (faults.length > 0) throw new AggregateError(faults, `${faults.length} notices of one owner could not be sent`);
}

/** What may still be taken back, or waits for a mailbox to be emptied, is left to the sweep that comes after its time. */
function mayBeSent({ standing }: NoticeRecord, now: Instant): boolean {
  return standing.kind === 'sending' || (standing.kind === 'planned' && (standing.notBefore === undefined || standing.notBefore <= now));
}

async function sendingOf({ store }: SendDeps, owner: NoticeOwner): Promise<Sending> {
  if (isDay(owner)) return { owner, notices: await store.notices(owner) };
  const file = await store.loadFile(owner);
  return { owner, notices: file?.notices ?? [], file };
}

async function sendOne(deps: SendDeps, sending: Sending, notice: NoticeRecord): Promise<void> {
  const { owner, file } = sending;
  const now = deps.now();
  const lease = await deps.store.leaseNotice(owner, notice.id, now, addMinutes(now, leaseMinutes));
  if (lease === 'not-now') return;
  if (notice.to.by === 'post') return deps.store.settleNotice(owner, notice.id, { kind: 'to-print' });
  if (missedItsDay(notice, now)) return giveUp(deps, owner, notice, { kind: 'failed', why: 'It could not be sent on its day.' });
  const resident = !isDay(owner) && isForResident(notice.kind);
  if (resident && file && !maySendTo(notice, notice.to.email, file.state))
    return giveUp(deps, owner, notice, { kind: 'failed', why: 'We no longer write to that address.' });
  const over = await overCeiling(deps, sending, notice, notice.to.email);
  if (over) return giveUp(deps, owner, notice, { kind: 'held-back', why: over });
  const sent = await orTryAgain(
    deps,
    {
      to: notice.to.email,
      toName: notice.to.name,
      notice: isDay(owner) ? notice : await withLink(deps, owner, notice),
      owner,
      earlier: resident && file ? conversationWith(notice.to.email, file) : [],
      repliesJoin: resident ? owner : undefined,
    },
    lease.attempt,
  );
  if ('refused' in sent && notice.kind === 'possible-harm') return ringFor(deps, owner, notice, sent.refused);
  if ('refused' in sent) return giveUp(deps, owner, notice, { kind: 'failed', why: sent.refused }, notice.to.email);
  await deps.store.settleNotice(owner, notice.id, { kind: 'accepted', sesMessageId: sent.sesMessageId, at: deps.now() });
  deps.log('notice-accepted', { owner, notice: notice.id, attempt: lease.attempt });
}

/**
 * Whoever is asked for their part answers by a page of their own. Its address is made as the e-mail leaves, one for each try, so that it stands in that
 * e-mail and nowhere else (ADR 15).
 */
async function withLink(
  { store, linkTokens, rules, publicUrl, now }: SendDeps,
  reference: Reference,
  notice: NoticeRecord,
): Promise<NoticeRecord> {
  if (notice.kind === 'status-link') return withStatusLink({ store, linkTokens, publicUrl, now }, reference, notice);
  if (!notice.asksFor) return notice;
  const { token, hash } = linkTokens.make();
  const until = addMinutes(now(), rules.policy.answerLink.days * 24 * 60);
  await store.keepAnswerLink(hash, { reference, ...notice.asksFor, until });
  const { letter } = notice;
  const page = [
    { paragraph: `The page can be opened until ${inWords(londonDateOf(until))}:` },
    { paragraph: `${publicUrl}/answer/${token}` },
  ];
  return { ...notice, letter: { ...letter, blocks: [...letter.blocks, ...page] } };
}

/** The page of somebody's own case, once and for an hour (decision 33). */
async function withStatusLink(
  { store, linkTokens, publicUrl, now }: Pick<SendDeps, 'store' | 'linkTokens' | 'publicUrl' | 'now'>,
  reference: Reference,
  notice: NoticeRecord,
): Promise<NoticeRecord> {
  const { token, hash } = linkTokens.make();
  await store.statusPage.keepLink(hash, { reference, notice: notice.id, until: addMinutes(now(), statusLink.minutes) });
  // Below the greeting and what it is, and above how else to reach us.
  const page = { paragraph: `${publicUrl}/status/open/${token}` };
  return { ...notice, letter: withAfter(notice.letter, 2, page, page) };
}

/** Only a fault in sending puts the notice back at once. Once SES has it, a fault of ours waits for the lease: news of its delivery may come first. */
async function orTryAgain(deps: SendDeps, mail: OutgoingMail, attempt: number): ReturnType<SendMail> {
  try {
    return await deps.sendMail(mail);
  } catch (fault) {
    await deps.store.settleNotice(mail.owner, mail.notice.id, { kind: 'try-again' });
    deps.log('notice-not-sent', { owner: mail.owner, notice: mail.notice.id, attempt });
    throw fault;
  }
}

/**
 * Nobody may have been told of possible harm, and no case can ask for another way (duty D5): a fault each time. It stays planned for a day, so that
 * the stream gives up on it and every sweep fails, which raises the alarms of both; and once SES takes mail again, it leaves.
 */
async function ringFor(deps: SendDeps, owner: NoticeOwner, { id, plannedAt }: NoticeRecord, why: string): Promise<never> {
  const at = deps.now();
  const over = addMinutes(plannedAt, 24 * 60) <= at;
  await deps.store.settleNotice(owner, id, over ? { kind: 'failed', why, at } : { kind: 'try-again' });
  deps.log('possible-harm-refused', { owner, notice: id });
  throw new Error('SES refuses mail to officers about possible harm');
}

/** An acknowledgement bears its day and the dates counted from it: after that day it would say what is not true (decision 13). */
function missedItsDay({ kind, plannedAt }: NoticeRecord, now: Instant): boolean {
  return kind === 'acknowledgement' && londonDateOf(plannedAt) < londonDateOf(now);
}

/**
 * Why a receipt may not leave: too many went to this address today, or it is one too many of this case. Only receipts are counted, as they are about
 * to be sent; a letter that is a duty is never stopped (duty D24).
 */
async function overCeiling(deps: SendDeps, { owner, notices }: Sending, notice: NoticeRecord, email: string): Promise<string | undefined> {
  if (notice.kind !== 'receipt') return undefined;
  const { perAddressAndLondonDay, perCase } = receiptCeilings;
  const receipts = notices.filter(({ kind }) => kind === 'receipt');
  if (receipts.findIndex(({ id }) => id === notice.id) >= perCase)
    return `This case has had ${perCase} receipts: a program may be answering them.`;
  const counted = await deps.store.countReceipt(email, londonDateOf(deps.now()), { owner, noticeId: notice.id }, perAddressAndLondonDay);
  if (counted === 'counted') return undefined;
  return `${perAddressAndLondonDay} receipts have gone to this address today: a program may be answering them.`;
}

/**
 * A letter may be planned for a day: a full mailbox is tried again the next. Meanwhile the address may have failed, been put right, or be called
 * unsafe (duty D6).
 */
function maySendTo({ id, kind }: NoticeRecord, email: string, state: CaseState): boolean {
  if (kind === 'status-link') return readerAt(state, email, memberInId(id)) !== undefined;
  const readers = isCopy(id) ? membersToldOf(state, kind).map(({ to }) => to) : [addresseeOf(state, kind)];
  return readers.some((to) => to?.by === 'email' && to.email === email);
}

/**
 * What the person wrote to us and we to them, oldest first. Nothing of who else wrote about the case: the id of a message names the mail system
 * that it came from.
 */
function conversationWith(address: string, { contacts, notices }: CaseFile): readonly EarlierMessage[] {
  const theirs = contacts.flatMap(({ email, from, receivedAt }) =>
    email?.messageId && writerOf(from.email) === writerOf(address) ? [{ at: receivedAt, message: { messageId: email.messageId } }] : [],
  );
  const ours = notices.flatMap((notice) => {
    const { kind, standing } = notice;
    if (!isForResident(kind) || !('sesMessageId' in standing)) return [];
    return [{ at: dateOfStep(notice, 'accepted') ?? standing.at, message: { sesMessageId: standing.sesMessageId } }];
  });
  return [...theirs, ...ours].toSorted((one, other) => (one.at < other.at ? -1 : 1)).map(({ message }) => message);
}

/** It will never be sent: a person must find another way (duty D24). Told first, settled after: a crash in between tells it again, once. */
async function giveUp(
  deps: SendDeps,
  owner: NoticeOwner,
  notice: NoticeRecord,
  end: { readonly kind: 'failed' | 'held-back'; readonly why: string },
  failedEmail?: string,
): Promise<void> {
  if (!isDay(owner)) await ifResident(deps, owner, notice, end.why, failedEmail);
  await deps.store.settleNotice(owner, notice.id, { ...end, at: deps.now() });
}

async function ifResident(deps: SendDeps, reference: Reference, notice: NoticeRecord, why: string, failedEmail?: string): Promise<void> {
  if (isForResident(notice.kind)) await reportUndelivered(deps, reference, { noticeId: notice.id, why, failedEmail });
}

/** The sweep of every five minutes: sends what has waited its time, what the stream did not, and what may now be tried again. */
export async function sweepNotices(deps: SendDeps): Promise<{ owners: number }> {
  const faults: unknown[] = [];
  const owners = await deps.store.ownersOfPendingNotices(deps.now());
  for (const owner of owners) {
    try {
      await sendNotices(deps, owner);
    } catch (fault) {
      faults.push(fault);
    }
  }
  if (faults.length > 0) throw new AggregateError(faults, `notices of ${faults.length} cases or days could not be sent`);
  return { owners: owners.length };
}
