import type { RotaKept, RotaStore } from '../../functions/app/ports.ts';
import type { RotaChange } from '../../functions/domain/registers/rota.ts';

/** The double of `adapters/table/rota.ts`. */
export function memoryRotaStore(): RotaStore {
  let kept: RotaKept = { number: 0, rota: [] };
  const changes: RotaChange[] = [];
  return {
    current: async () => structuredClone(kept),
    changes: async () => structuredClone(changes),
    async change(change) {
      if (change.number !== kept.number + 1) return 'overtaken';
      kept = structuredClone({ number: change.number, rota: change.rota });
      changes.push(structuredClone(change));
      return 'changed';
    },
  };
}
