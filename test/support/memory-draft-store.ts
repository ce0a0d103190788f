import type { DraftStore } from '../../functions/app/ports.ts';
import type { Draft, DraftKey } from '../../functions/domain/desk/draft.ts';

/** Drafts that are forgotten: the double of the ones in DynamoDB. */
export function memoryDraftStore(): DraftStore {
  const kept = new Map<string, { readonly key: DraftKey; readonly draft: Draft }>();
  const nameOf = ({ reference, subject, action }: DraftKey) => JSON.stringify([reference, subject, action]);
  return {
    find: async (key) => structuredClone(kept.get(nameOf(key))?.draft),
    async keep({ reference, subject, action }, draft) {
      const key = { reference, subject, action };
      kept.set(nameOf(key), structuredClone({ key, draft }));
    },
    async clear(key, ifOverBy) {
      const { until } = kept.get(nameOf(key))?.draft ?? {};
      if (!ifOverBy || (until && until <= ifOverBy)) kept.delete(nameOf(key));
    },
    over: async (now, most) =>
      [...kept.values()]
        .filter(({ draft }) => draft.until <= now)
        .sort((one, other) => (one.draft.until < other.draft.until ? -1 : 1))
        .slice(0, most)
        .map(({ key }) => key),
  };
}
