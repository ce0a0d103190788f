import type { DynamoDBBatchResponse } from 'aws-lambda';
import { streamEvent } from '../../contracts/stream-event.ts';
import type { Reference } from '../../domain/cases/case.ts';
import { logFault } from './log.ts';

/**
 * Looks once at each case that a batch of stream records speaks of: a record means "look at case X" and nothing more (decision 4). Lambda takes the
 * batch up again from the first failed record; looking again at the others changes nothing.
 */
export async function eachCase(event: unknown, look: (reference: Reference) => Promise<void>): Promise<DynamoDBBatchResponse> {
  const firstRecordOf = new Map<Reference, string>();
  for (const { reference, sequenceNumber } of streamEvent.parse(event).Records) {
    if (reference && !firstRecordOf.has(reference)) firstRecordOf.set(reference, sequenceNumber);
  }
  const failed: string[] = [];
  for (const [reference, sequenceNumber] of firstRecordOf) {
    try {
      await look(reference);
    } catch (fault) {
      logFault('stream-record-failed', fault, { reference });
      failed.push(sequenceNumber);
    }
  }
  return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
}
