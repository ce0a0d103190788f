import type { DoorCounts } from '../../functions/app/ports.ts';

/** Counts that are forgotten: the double of the ones in DynamoDB. In London winter time an hour of the clock is an hour of UTC. */
export function memoryDoorCounts(): DoorCounts {
  const counted = new Map<string, number>();
  const oneMore = (name: string): number => {
    const number = (counted.get(name) ?? 0) + 1;
    counted.set(name, number);
    return number;
  };
  return {
    count: async (of, who, at) => ({ hour: oneMore(`${of} ${who} ${at.slice(0, 13)}`), day: oneMore(`${of} ${who} ${at.slice(0, 10)}`) }),
  };
}
