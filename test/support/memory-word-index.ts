import type { WordIndex } from '../../functions/app/ports.ts';
import type { Reference } from '../../functions/domain/cases/actor.ts';

/** The double of `adapters/table/words.ts`. */
export function memoryWordIndex(): WordIndex {
  const kept = new Map<Reference, readonly string[]>();
  return {
    async keep(reference, words) {
      kept.set(reference, [...words]);
    },
    async find(words, most) {
      const found = [...kept]
        .filter(([, known]) => words.length > 0 && words.every((word) => known.includes(word)))
        .map(([reference]) => reference);
      return { references: found.toSorted().toReversed().slice(0, most), more: found.length > most };
    },
  };
}
