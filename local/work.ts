/** What the whole stack has in hand: settling waits until nothing is. */
export type Work = {
  track<T>(work: Promise<T>): Promise<T>;
  isIdle(): boolean;
  idle(): Promise<void>;
};

export function createWork(): Work {
  const inHand = new Set<Promise<unknown>>();
  return {
    track(work) {
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
