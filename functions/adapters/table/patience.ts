import { setTimeout as pause } from 'node:timers/promises';
import { TransactionCanceledException, TransactionConflictException } from '@aws-sdk/client-dynamodb';

const mostAttempts = 6;
const shortestPauseMs = 20;
const longestPauseMs = 400;

/** Another transaction had the item in hand, or the table was too busy: nothing was decided, so the same request is worth another try. */
const worthAnotherTry = new Set(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded']);

/**
 * Sends what may collide with another writer, again where it did: 6 times within a second, with jitter.
 * The SDK itself retries throttled single requests and lost answers, but not a transaction that was cancelled for these reasons.
 */
export async function patiently<Answer>(send: () => Promise<Answer>): Promise<Answer> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await send();
    } catch (error) {
      if (attempt === mostAttempts || !isPassing(error)) throw error;
      await pauseBefore(attempt);
    }
  }
}

/** Waits a random part of a time that doubles with each attempt, so that two writers do not meet again. */
export async function pauseBefore(attempt: number): Promise<void> {
  await pause(Math.random() * Math.min(longestPauseMs, shortestPauseMs * 2 ** attempt));
}

function isPassing(error: unknown): boolean {
  if (error instanceof TransactionConflictException) return true;
  if (!(error instanceof TransactionCanceledException)) return false;
  const codes = (error.CancellationReasons ?? []).map((reason) => reason.Code ?? 'None');
  return !codes.includes('ConditionalCheckFailed') && codes.some((code) => worthAnotherTry.has(code));
}
