import type { FunctionHost, Invoker } from '../cloud.ts';
import type { Ground } from '../ground.ts';

type Delivery = { functionArn: string; event: unknown; by: Invoker; queue?: string };

/**
 * How one source of events wakes functions: twice at once while its fault `duplicate` is set. Resolves when it is over, never rejects. A function
 * that fails is the host's affair (retries, failure destination); a refused or impossible invocation is the source's and lies in `failed`.
 */
export function createDeliveries(source: 'events' | 'scheduler' | 'ses-receiving', { faults, work, failed }: Ground, host: FunctionHost) {
  return async ({ functionArn, event, by, queue }: Delivery): Promise<void> => {
    const invoke = async () => {
      const error = await host.invokeLater(functionArn, event, by).then(
        (outcome) => (outcome.error?.startsWith('AccessDenied') ? outcome.error : undefined),
        (thrown: unknown) => String(thrown),
      );
      if (error !== undefined) failed.push({ source, payload: event, error, ...(queue === undefined ? {} : { queue }) });
    };
    const times = faults.isSet('duplicate', source) ? 2 : 1;
    await work.track(Promise.all(Array.from({ length: times }, invoke)));
  };
}
