import type { FrontDeskStore } from '../../functions/app/ports.ts';
import type { PolicyCopy, Signpost } from '../../functions/domain/registers/front-desk.ts';

/** The double of what is kept of the front desk. */
export function memoryFrontDeskStore(): FrontDeskStore {
  const signposts = new Map<string, Signpost>();
  const copies = new Map<string, PolicyCopy>();
  const byDay = (day: string, id: string) => `${day}#${id}`;
  return {
    keepSignpost: async (signpost) => {
      const key = byDay(signpost.on, signpost.id);
      if (!signposts.has(key)) signposts.set(key, structuredClone(signpost));
    },
    signposts: async () =>
      [...signposts]
        .sort()
        .reverse()
        .map(([, signpost]) => structuredClone(signpost)),
    keepCopy: async (copy) => {
      const key = byDay(copy.askedOn, copy.id);
      if (!copies.has(key)) copies.set(key, structuredClone(copy));
    },
    copies: async () => [...copies].sort().map(([, copy]) => structuredClone(copy)),
    async recordPosted(copy) {
      const key = byDay(copy.askedOn, copy.id);
      if (copies.get(key)?.standing.kind !== 'to-post') return 'overtaken';
      copies.set(key, structuredClone(copy));
      return 'recorded';
    },
  };
}
