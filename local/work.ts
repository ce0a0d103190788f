export type Work = ReturnType<typeof createWork>;

/** What the whole stack has in hand: settling waits until nothing is. */
export function createWork() {
  const inHand = new Set<Promise<unknown>>();
  return {
    track<T>(work: Promise<T>): Promise<T> {
      inHand.add(work);
      const forget = () => inHand.delete(work);
      work.then(forget, forget);
      return work;
    },
    isIdle: () => inHand.size === 0,
    // What one finishes may give another work.
    idle: async () => {
      while (inHand.size > 0) await Promise.allSettled(inHand);
    },
  };
}
