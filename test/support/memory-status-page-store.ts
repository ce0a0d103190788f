import { personDetails } from '../../functions/adapters/table/person-details.ts';
import type { StatusLink, StatusPageStore } from '../../functions/app/ports.ts';

/** Links to status pages that are forgotten: the double of the ones in DynamoDB. `plan`: stores a notice beside its case. */
export function memoryStatusPageStore(plan: StatusPageStore['planLink']): StatusPageStore {
  const asks = new Map<string, number>();
  const links = new Map<string, { readonly link: StatusLink; spent: boolean }>();
  const add = (key: string) => asks.set(key, (asks.get(key) ?? 0) + 1);
  return {
    async countAsk({ by, value, at }, most) {
      const [person] = by === 'email' || by === 'telephone' ? await personDetails([{ [by]: value }]) : [];
      const key = `${by} ${person?.value ?? value} ${at.slice(0, 13)}`;
      if ((asks.get(key) ?? 0) >= most) return 'over';
      add(key);
      return 'counted';
    },
    planLink: plan,
    async countUnanswered(on) {
      add(`unanswered ${on}`);
    },
    async keepLink(hash, link) {
      links.set(hash, { link: structuredClone(link), spent: false });
    },
    async spendLink(hash, at) {
      const kept = links.get(hash);
      if (!kept || kept.spent || kept.link.until <= at) return undefined;
      kept.spent = true;
      return structuredClone(kept.link);
    },
  };
}
