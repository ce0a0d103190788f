import { Logger } from '@aws-lambda-powertools/logger';
import type { Log } from '../../app/ports.ts';

const logger = new Logger();

/** One line of JSON: a code and ids. Never a person's words, name, address or number (house rule 16). */
export const log: Log = (code, ids = {}) => logger.info(code, { ...ids });

/** Puts the request's id on every line that follows; middleware for every function. */
export const logContext = {
  before: ({ context }: { context: { awsRequestId: string; functionName: string } }): void => {
    logger.resetKeys();
    logger.appendKeys({ request: context.awsRequestId, function: context.functionName });
  },
};

/**
 * A fault without its message, which may quote somebody's address: name and place only. The faults inside an aggregate are each noted.
 */
export function logFault(code: string, fault: unknown): void {
  for (const one of fault instanceof AggregateError ? fault.errors : [fault]) {
    const { name, stack } = one instanceof Error ? one : new Error('not an error');
    logger.error(code, {
      fault: name,
      at: (stack ?? '')
        .split('\n')
        .filter((line) => line.trimStart().startsWith('at '))
        .slice(0, 8),
    });
  }
}
