import { addMinutes, londonDateOf } from '../domain/calendar/local-date.ts';
import type { Reference } from '../domain/cases/case.ts';
import { isForResident } from '../domain/notices/notice.ts';
import type { CaseFile, CaseStore, EarlierMessage, NoticeRecord, SendMail } from './ports.ts';
import { runCommand } from './run-command.ts';
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
  try {
    const sent = await deps.sendMail({
      to: notice.to.email,
      toName: notice.to.name,
      notice,
      reference,
      earlier,
      repliesJoinCase: isForResident(notice.kind),
    });
    if ('refused' in sent) return await refused(deps, reference, notice, sent.refused);
    await deps.store.settleNotice(reference, notice.id, { kind: 'accepted', sesMessageId: sent.sesMessageId, at: deps.now() });
    deps.log('notice-accepted', { reference, notice: notice.id, attempt: lease.attempt });
  } catch (fault) {
    await deps.store.settleNotice(reference, notice.id, { kind: 'try-again' });
    deps.log('notice-not-sent', { reference, notice: notice.id, attempt: lease.attempt });
    throw fault;
  }
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

/** SES will never take it: a person must find another way (duty D24). Told first, settled after: a crash in between tells it again, once. */
async function refused(deps: SendDeps, reference: Reference, notice: NoticeRecord, why: string): Promise<void> {
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
  await runCommand(deps, {
    reference,
    command: { type: 'record-undelivered', noticeId, why },
    commandId: `undelivered-${noticeId}`,
    by: { kind: 'system' },
  });
}

/** The 15-minute sweep: sends what the stream did not, and un-makes acknowledgements that could not leave on their day (decision 13). */
export async function sweepNotices(deps: SendDeps): Promise<{ cases: number }> {
  const faults: unknown[] = [];
  const references = await deps.store.casesWithPendingNotices();
  for (const reference of references) {
    try {
      await sendNotices(deps, reference);
    } catch (fault) {
      faults.push(fault);
      await unmakeLateAcknowledgements(deps, reference);
    }
  }
  if (faults.length > 0) throw new AggregateError(faults, `notices of ${faults.length} cases could not be sent`);
  return { cases: references.length };
}

async function unmakeLateAcknowledgements(deps: SendDeps, reference: Reference): Promise<void> {
  const today = londonDateOf(deps.now());
  const late = (await deps.store.notices(reference)).filter(
    ({ kind, standing, plannedAt }) =>
      kind === 'acknowledgement' && (standing.kind === 'planned' || standing.kind === 'sending') && londonDateOf(plannedAt) < today,
  );
  for (const notice of late) await reportUndelivered(deps, reference, notice.id, 'It could not be sent on its day.');
}
