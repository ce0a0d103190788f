import type { DynamoDBBatchResponse } from 'aws-lambda';
import { type StreamRecord, streamEvent } from '../../contracts/stream-event.ts';
import type { Reference } from '../../domain/cases/actor.ts';
import type { NoticeOwner } from '../../domain/notices/owner.ts';
import { logFault } from './log.ts';

/**
 * Looks once at each case that a batch of stream records speaks of: a record means "look at case X" and nothing more (decision 4). Lambda takes the
 * batch up again from the first failed record; looking again at the others changes nothing.
 */
export async function eachCase(event: unknown, look: (reference: Reference) => Promise<void>): Promise<DynamoDBBatchResponse> {
  return each(
    event,
    ({ reference }) => reference && { reference },
    ({ reference }) => look(reference),
  );
}

/** The same for each owner of notices: a case, or a day of the desk. */
export async function eachOwner(event: unknown, look: (owner: NoticeOwner) => Promise<void>): Promise<DynamoDBBatchResponse> {
  return each(
    event,
    ({ owner }) => owner && { owner },
    ({ owner }) => look(owner),
  );
}

async function each<Subject extends Readonly<Record<string, string>>>(
  event: unknown,
  subjectOf: (record: StreamRecord) => Subject | undefined,
  look: (subject: Subject) => Promise<void>,
): Promise<DynamoDBBatchResponse> {
  const first = new Map<string, { readonly subject: Subject; readonly sequenceNumber: string }>();
  for (const record of streamEvent.parse(event).Records) {
    const subject = subjectOf(record);
    const name = JSON.stringify(subject);
    if (subject && !first.has(name)) first.set(name, { subject, sequenceNumber: record.sequenceNumber });
  }
  const failed: string[] = [];
  for (const { subject, sequenceNumber } of first.values()) {
    try {
      await look(subject);
    } catch (fault) {
      logFault('stream-record-failed', fault, subject);
      failed.push(sequenceNumber);
    }
  }
  return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
}
