import type { Busy, DeadLetter, FunctionHost, Invoker } from '../cloud.ts';

/** The functions that one source of events wakes: in hand until they are done, kept where they could not be woken at all. */
export type Deliveries = Busy & {
  /** Resolves when it is over; twice at once where `twice` says so. Never rejects. */
  deliver(delivery: { functionArn: string; event: unknown; by: Invoker; twice: boolean; queue?: string }): Promise<void>;
  failed(): readonly DeadLetter[];
};

/** A function that fails is the host's affair (retries, failure destination); a refused or impossible invocation is the source's. */
export function createDeliveries(name: string, host: FunctionHost): Deliveries {
  const inHand = new Set<Promise<unknown>>();
  const failed: DeadLetter[] = [];
  return {
    name,
    async deliver({ functionArn, event, by, twice, queue }) {
      const invoke = async () => {
        const error = await host.invokeLater(functionArn, event, by).then(
          (outcome) => (outcome.error?.startsWith('AccessDenied') ? outcome.error : undefined),
          (thrown: unknown) => String(thrown),
        );
        if (error !== undefined) failed.push({ source: name, payload: event, error, ...(queue === undefined ? {} : { queue }) });
      };
      const invoked = Promise.all(twice ? [invoke(), invoke()] : [invoke()]);
      inHand.add(invoked);
      await invoked;
      inHand.delete(invoked);
    },
    failed: () => failed,
    isIdle: () => inHand.size === 0,
    idle: async () => {
      while (inHand.size > 0) await Promise.all(inHand);
    },
  };
}
