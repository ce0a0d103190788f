import type { Reference } from '../domain/cases/actor.ts';
import type { Command } from '../domain/cases/command.ts';
import type { CaseStore } from './ports.ts';
import type { World } from './world.ts';

type Deps = World & { readonly store: CaseStore };

/**
 * Records on the case that a letter to the resident did not arrive. An acknowledgement then counts as not made (ADR 0004). `failedEmail`: the
 * address, where the address is what failed; nothing more goes there.
 */
export async function reportUndelivered(
  deps: Deps,
  reference: Reference,
  { noticeId, why, failedEmail }: { readonly noticeId: string; readonly why: string; readonly failedEmail?: string },
): Promise<void> {
  deps.log('notice-undelivered', { reference, notice: noticeId });
  await onceByMachine(deps, reference, { type: 'record-undelivered', noticeId, why, failedEmail }, `undelivered-${noticeId}`);
}

/** Records on the case that a letter was called spam: a person must find another way. Told again, it changes nothing. */
export async function reportCalledSpam(deps: Deps, reference: Reference, noticeId: string, failedEmail: string | undefined): Promise<void> {
  await onceByMachine(deps, reference, { type: 'record-called-spam', noticeId, failedEmail }, `called-spam-${noticeId}`);
}

async function onceByMachine(deps: Deps, reference: Reference, command: Command, commandId: string): Promise<void> {
  // Nearly every letter arrives: what decides about cases is loaded for the first that does not.
  const { runCommand } = await import('./run-command.ts');
  await runCommand(deps, { reference, command, commandId, by: { kind: 'system' } });
}
