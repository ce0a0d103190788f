import type { Clock } from './cloud.ts';
import type { Faults } from './faults.ts';
import type { Permissions } from './permissions/permissions.ts';
import type { Template } from './template/template.ts';

/** What every part of the local stack stands on. */
export type Ground = {
  template: Template;
  permissions: Permissions;
  clock: Clock;
  faults: Faults;
  work: Work;
  /** What could not be delivered after every retry. */
  failed: { queue?: string; source: string; payload: unknown; error: string }[];
  /** What a person should see: refused calls, failed functions, lost records. */
  print(line: string): void;
};

type Work = ReturnType<typeof createWork>;

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

/** Gives up on an event: it lies in the function's failure destination, where its role lets it, and a person hears of it. */
export const giveUp = (
  { permissions, failed, print }: Ground,
  { name, role, onFailure }: { name: string; role: string; onFailure: string | undefined },
  payload: unknown,
  error: string,
): void => {
  const need = { action: 'sqs:SendMessage', resource: onFailure ?? '' };
  const taken = onFailure !== undefined && permissions.check({ functionName: name, role }, need).allowed;
  failed.push({ source: name, payload, error, ...(taken ? { queue: onFailure } : {}) });
  print(`${name} failed for good: ${error}${taken ? '' : ' (and no failure destination took it)'}`);
};
