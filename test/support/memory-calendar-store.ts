import type { CalendarStore, CalendarWalk } from '../../functions/app/ports.ts';
import type { Addition } from '../../functions/domain/calendar/working-days.ts';
import type { Proclaimed } from '../../functions/domain/registers/bank-holidays.ts';

/** The double of `adapters/table/calendar.ts`. */
export function memoryCalendarStore(): CalendarStore {
  const days = new Map<string, Proclaimed>();
  const additions: Addition[] = [];
  let told: CalendarWalk | undefined;
  return {
    additions: async () => structuredClone(additions),
    proclaimed: async () => structuredClone([...days.values()].sort((one, other) => (one.date < other.date ? -1 : 1))),
    async propose(proposal) {
      const known = days.get(proposal.date)?.standing.kind ?? 'rejected';
      if (known !== 'rejected') return 'overtaken';
      days.set(proposal.date, structuredClone(proposal));
      return 'proposed';
    },
    async decide(judged) {
      const known = days.get(judged.date);
      if (known?.standing.kind !== 'proposed' || known.proposedAt !== judged.proposedAt) return 'overtaken';
      const { standing, date, name } = judged;
      if (standing.kind === 'approved') {
        if (standing.number !== additions.length + 1) return 'overtaken';
        additions.push({ date, name, number: standing.number, at: standing.at });
      }
      days.set(date, structuredClone(judged));
      return 'decided';
    },
    walk: async () => structuredClone(told),
    async rememberWalk(walk) {
      told = structuredClone(walk);
    },
  };
}
