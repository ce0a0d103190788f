import * as z from 'zod';
import type { Console } from './console.ts';

const caseShape = z.object({
  reference: z.string(),
  state: z.object({
    channel: z.string(),
    service: z.string(),
    stage: z.string(),
    allocation: z.object({ officer: z.object({ name: z.string() }) }).optional(),
  }),
  deadlines: z.array(z.object({ kind: z.string(), due: z.string().nullable(), met: z.string().nullable() })),
});

/** The cases as one table: where each stands, with whom, and what is due next. */
export async function tableOf(console: Console, references: readonly string[]): Promise<readonly string[]> {
  const wanted = new Set(references);
  const cases = (await console.ask(z.array(caseShape), 'cases')).filter(({ reference }) => wanted.has(reference));
  const rows = cases.map(({ reference, state, deadlines }) => {
    const [next] = deadlines
      .filter(({ due, met }) => due !== null && met === null)
      .sort((one, other) => (one.due ?? '').localeCompare(other.due ?? ''));
    return [
      reference,
      state.channel,
      state.service,
      state.stage,
      state.allocation?.officer.name ?? '',
      next ? `${next.kind} ${next.due}` : '',
    ];
  });
  const all = [['case', 'by', 'service', 'stage', 'with', 'due next'], ...rows];
  const widths = all[0]?.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0))) ?? [];
  return all.map(
    (row) =>
      `  ${row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd()}`,
  );
}
