import type { CaseFile, CaseStore } from './ports.ts';
import type { World } from './world.ts';

/**
 * The duty to report discrimination ends when the mail to everybody who must hear of it has left, and not before (duty D30). `file`: the case before
 * its notices were sent. Every write of a notice leads here again, so that nothing depends on one run.
 */
export async function endReport(deps: World & { readonly store: CaseStore }, { state }: CaseFile): Promise<void> {
  if (!state.discrimination?.toReport) return;
  const reports = (await deps.store.notices(state.reference)).filter(({ kind }) => kind === 'discrimination-report');
  const left = reports.every(({ standing }) => standing.kind === 'accepted' || standing.kind === 'delivered');
  const last = reports.at(-1);
  if (!last || !left) return;
  // Findings are few: what decides about cases is loaded for the first of them.
  const { runCommand } = await import('./run-command.ts');
  const command = { type: 'record-discrimination-reported', how: 'By email, from the service.' } as const;
  await runCommand(deps, { reference: state.reference, command, commandId: `reported-${last.id}`, by: { kind: 'system' } });
  deps.log('discrimination-reported', { reference: state.reference, notices: reports.length });
}
