import middy from '@middy/core';
import { logContext, logFault } from './log.ts';

/** A function's fault, told to Lambda without the message that might quote a person: it retries, then dead-letters. */
class FunctionFault extends Error {
  override readonly name = 'FunctionFault';
}

/**
 * The frame of every function that no browser calls: log context, and faults that reveal nothing.
 *
 * Faults are caught here and not in middy's `onError`, which hangs the fault that it was given on the one that is thrown: Lambda would log both.
 * Time runs out in Lambda, not in middy: a function that middy only stops waiting for is frozen half-way, and goes on sending when it is woken again.
 */
export function onEvent<Result>(handle: (event: unknown) => Promise<Result>) {
  return middy<unknown, Result>({ timeoutEarlyInMillis: 0 })
    .use(logContext)
    .handler(async (event: unknown) => {
      try {
        return await handle(event);
      } catch (fault) {
        logFault('function-failed', fault);
        throw new FunctionFault(fault instanceof Error ? fault.name : 'unknown');
      }
    });
}
