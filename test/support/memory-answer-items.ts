import type { AnswerItems, SealedAnswers } from '../../functions/app/ports.ts';

/** Answers that are forgotten: the double of the ones in DynamoDB. `kept`: what a reader of the table would see. */
export function memoryAnswerItems(): AnswerItems & { readonly kept: ReadonlyMap<string, SealedAnswers> } {
  const kept = new Map<string, SealedAnswers>();
  return {
    kept,
    find: async (hash) => structuredClone(kept.get(hash)),
    async keep(hash, answers) {
      kept.set(hash, structuredClone(answers));
    },
    async clear(hash, ifOverBy) {
      const { until } = kept.get(hash) ?? {};
      if (!ifOverBy || (until && until <= ifOverBy)) kept.delete(hash);
    },
    over: async (now, most) =>
      [...kept]
        .filter(([, { until }]) => until <= now)
        .sort(([, one], [, other]) => (one.until < other.until ? -1 : 1))
        .slice(0, most)
        .map(([hash]) => hash),
  };
}
