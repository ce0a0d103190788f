import middy from '@middy/core';
import { logContext, logFault } from './log.ts';

/** A function's fault, told to Lambda without the message that might quote a person: it retries, then dead-letters. */
class FunctionFault extends Error {
  override readonly name = 'FunctionFault';
}

/** The frame of every function that no browser calls: log context, and faults that reveal nothing. */
export function onEvent<Result>(handle: (event: unknown) => Promise<Result>) {
  return middy<unknown, Result>()
    .use(logContext)
    .onError(({ error }) => {
      logFault('function-failed', error);
      throw new FunctionFault(error instanceof Error ? error.name : 'unknown');
    })
    .handler(async (event: unknown) => handle(event));
}
