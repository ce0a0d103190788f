import { Logger } from '@aws-lambda-powertools/logger';
import type { Log } from '../../app/ports.ts';
import { writtenPlaces } from './written-places.ts';

const logger = new Logger({ serviceName: 'council-complaints' });

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
 * A fault without its message, which may quote somebody's address: name and place only. The faults inside an aggregate are each noted, however
 * deep: a sweep gathers what each case gathered.
 */
export function logFault(code: string, fault: unknown, ids: Parameters<Log>[1] = {}): void {
  if (fault instanceof AggregateError) {
    for (const one of fault.errors) logFault(code, one, ids);
    return;
  }
  const { name, stack } = fault instanceof Error ? fault : new Error('not an error');
  logger.error(code, { ...ids, fault: name, at: writtenPlaces(stack ?? '').slice(0, 8) });
}
