import { addMinutes, type Instant, londonDateOf } from '../domain/calendar/local-date.ts';
import type { Reference } from '../domain/cases/case.ts';
import { isForResident } from '../domain/notices/notice.ts';
import type { CaseFile, CaseStore, EarlierMessage, NoticeRecord, OutgoingMail, SendMail } from './ports.ts';
import type { World } from './world.ts';

export type SendDeps = World & { readonly store: CaseStore; readonly sendMail: SendMail };

/** Longer than any sender lives: a lease that has run out means its sender died, and the notice is sent again (decision 2). */
const leaseMinutes = 2;

/**
 * Sends what is planned for a case. One notice's trouble does not stop the others; a fault is thrown at the end so that the caller retries.
 * At least once: a visible duplicate with the same notice number beats silence.
 */
export async function sendNotices(deps: SendDeps, reference: Reference): Promise<void> {
  const faults: unknown[] = [];
  const file = await deps.store.loadFile(reference);
  for (const notice of file?.notices ?? []) {
    if (!file || (notice.standing.kind !== 'planned' && notice.standing.kind !== 'sending')) continue;
    try {
      await sendOne(deps, reference, notice, isForResident(notice.kind) ? conversationOf(file) : []);
    } catch (fault) {
      faults.push(fault);
    }
  }
  if (faults.length > 0) throw new AggregateError(faults, `${faults.length} notices of one case could not be sent`);
}

async function sendOne(deps: SendDeps, reference: Reference, notice: NoticeRecord, earlier: readonly EarlierMessage[]): Promise<void> {
  const now = deps.now();
  const lease = await deps.store.leaseNotice(reference, notice.id, now, addMinutes(now, leaseMinutes));
  if (lease === 'not-now') return;
  if (notice.to.by === 'post') return deps.store.settleNotice(reference, notice.id, { kind: 'to-print' });
  if (missedItsDay(notice, now)) return giveUp(deps, reference, notice, 'It could not be sent on its day.');
  const mail = { to: notice.to.email, toName: notice.to.name, notice, reference, earlier, repliesJoinCase: isForResident(notice.kind) };
  const sent = await orTryAgain(deps, mail, lease.attempt);
  if ('refused' in sent) return giveUp(deps, reference, notice, sent.refused);
  await deps.store.settleNotice(reference, notice.id, { kind: 'accepted', sesMessageId: sent.sesMessageId, at: deps.now() });
  deps.log('notice-accepted', { reference, notice: notice.id, attempt: lease.attempt });
}

/** Only a fault in sending puts the notice back at once. Once SES has it, a fault of ours waits for the lease: news of its delivery may come first. */
async function orTryAgain(deps: SendDeps, mail: OutgoingMail, attempt: number): ReturnType<SendMail> {
  try {
    return await deps.sendMail(mail);
  } catch (fault) {
    await deps.store.settleNotice(mail.reference, mail.notice.id, { kind: 'try-again' });
    deps.log('notice-not-sent', { reference: mail.reference, notice: mail.notice.id, attempt });
    throw fault;
  }
}

/** An acknowledgement bears its day and the dates counted from it: after that day it would say what is not true (decision 13). */
function missedItsDay({ kind, plannedAt }: NoticeRecord, now: Instant): boolean {
  return kind === 'acknowledgement' && londonDateOf(plannedAt) < londonDateOf(now);
}

/** What the person wrote to us and we to them, oldest first. */
function conversationOf({ contacts, notices }: CaseFile): readonly EarlierMessage[] {
  const theirs = contacts.flatMap(({ email, receivedAt }) =>
    email?.messageId ? [{ at: receivedAt, message: { messageId: email.messageId } }] : [],
  );
  const ours = notices.flatMap(({ kind, standing }) =>
    isForResident(kind) && 'sesMessageId' in standing ? [{ at: standing.at, message: { sesMessageId: standing.sesMessageId } }] : [],
  );
  return [...theirs, ...ours].toSorted((one, other) => (one.at < other.at ? -1 : 1)).map(({ message }) => message);
}

/** It will never be sent: a person must find another way (duty D24). Told first, settled after: a crash in between tells it again, once. */
async function giveUp(deps: SendDeps, reference: Reference, notice: NoticeRecord, why: string): Promise<void> {
  if (isForResident(notice.kind)) await reportUndelivered(deps, reference, notice.id, why);
  await deps.store.settleNotice(reference, notice.id, { kind: 'failed', why, at: deps.now() });
}

/** Records on the case that a letter to the resident did not arrive. An acknowledgement then counts as not made (ADR 0004). */
export async function reportUndelivered(
  deps: World & { store: CaseStore },
  reference: Reference,
  noticeId: string,
  why: string,
): Promise<void> {
  deps.log('notice-undelivered', { reference, notice: noticeId });
  // Nearly every letter arrives: what decides about cases is loaded for the first that does not.
  const { runCommand } = await import('./run-command.ts');
  await runCommand(deps, {
    reference,
    command: { type: 'record-undelivered', noticeId, why },
    commandId: `undelivered-${noticeId}`,
    by: { kind: 'system' },
  });
}

/** The 15-minute sweep: sends what the stream did not. */
export async function sweepNotices(deps: SendDeps): Promise<{ cases: number }> {
  const faults: unknown[] = [];
  const references = await deps.store.casesWithPendingNotices();
  for (const reference of references) {
    try {
      await sendNotices(deps, reference);
    } catch (fault) {
      faults.push(fault);
    }
  }
  if (faults.length > 0) throw new AggregateError(faults, `notices of ${faults.length} cases could not be sent`);
  return { cases: references.length };
}
