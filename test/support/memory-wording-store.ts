import type { WordingKept, WordingStore } from '../../functions/app/ports.ts';
import type { WordingChange } from '../../functions/domain/notices/wording/changing.ts';

/** The double of `adapters/table/wording.ts`. */
export function memoryWordingStore(): WordingStore {
  let kept: WordingKept = { number: 0, wording: {} };
  const changes: WordingChange[] = [];
  return {
    current: async () => structuredClone(kept),
    changes: async () => structuredClone(changes),
    async change(wording, change) {
      if (change.number !== kept.number + 1) return 'overtaken';
      kept = structuredClone({ number: change.number, wording });
      changes.push(structuredClone(change));
      return 'changed';
    },
  };
}
