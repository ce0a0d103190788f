import type { Officer, Reference } from '../domain/cases/actor.ts';
import { readyToAllocate } from '../domain/cases/allocation/ready.ts';
import type { Allocation, CaseState, ExternalInvestigator } from '../domain/cases/case.ts';
import { isRefusal } from '../domain/cases/decision.ts';
import { inView } from '../domain/cases/in-view.ts';
import { leadServiceOf } from '../domain/cases/lead-service.ts';
import { entryInView } from '../domain/desk/entry-in-view.ts';
import type { QueueEntry } from '../domain/desk/queue-entry.ts';
import { mayAct, mayNotAct, mayOpen } from '../domain/staff/authority.ts';
import type { Service } from '../domain/triage/suggestion.ts';
import { mayNotUse, whoLooks } from './desk-authority.ts';
import type { CaseStore } from './ports.ts';
import { runCommand } from './run-command.ts';
import type { World } from './world.ts';

type ReallocateDeps = World & { readonly store: CaseStore };

/** As many as one request carries out well within its time, each in a transaction of its own (a limit of ours). */
export const mostAtOnce = 50;

/** Whose cases go to somebody else: an officer's, by their `subject`, or those of a service that nobody has. */
export type Whose = { readonly officer: string } | { readonly service: Service };

export type ToReallocate = { readonly cases: readonly QueueEntry[]; readonly total: number };

/** The open cases of theirs that this officer may allocate, by what is due next, `mostAtOnce` of them. The index may lag a moment. */
export async function casesToReallocate(deps: ReallocateDeps, by: Officer, whose: Whose): Promise<ToReallocate> {
  const [entries, { viewer, staff }] = await Promise.all([deps.store.openCases(), whoLooks(deps, by)]);
  const all = entries.filter((entry) => {
    const view = entryInView(entry, staff);
    return hasAllocation(entry) && isTheirs(entry, view.officer, whose) && mayOpen(viewer, view) && mayAct(viewer, view, 'allocate');
  });
  return { cases: all.slice(0, mostAtOnce), total: all.length };
}

/** Before its route is decided nobody can be given a case; what went another way or is over is nobody's to look into. */
function hasAllocation({ stage }: QueueEntry): boolean {
  return stage !== 'received' && stage !== 'another-route' && stage !== 'closed';
}

function isTheirs(entry: QueueEntry, officer: string | undefined, whose: Whose): boolean {
  return 'officer' in whose
    ? officer === whose.officer
    : officer === undefined && entry.officer === undefined && entry.service === whose.service;
}

export type Reallocation = {
  readonly references: readonly Reference[];
  readonly whose: Whose;
  readonly to: Officer;
  /** For what a rule asks a reason for: no training on record, or another service. */
  readonly reason?: string;
  /** The same for every press. */
  readonly commandId: string;
};

export type Reallocated = { readonly reference: Reference; readonly why?: string };

/**
 * Gives each case to the officer by the same command as on its own page, with the same hard rules (duty D38). What cannot be given stays where it is, and
 * says why. A repeat changes nothing and answers as the first did; after a crash it goes on where that one ended.
 */
export async function reallocate(
  deps: ReallocateDeps,
  by: Officer,
  { references, ...asked }: Reallocation,
): Promise<{ readonly refused: string } | { readonly results: readonly Reallocated[] }> {
  const refused = await mayNotUse(deps, by, 'reallocate');
  if (refused !== undefined) return { refused };
  if (references.length > mostAtOnce) return { refused: `Choose ${mostAtOnce} cases or fewer at a time.` };
  const looks = await whoLooks(deps, by);
  const results: Reallocated[] = [];
  for (const reference of new Set(references)) results.push({ reference, why: await reallocateOne(deps, by, reference, asked, looks) });
  deps.log('reallocated', { by: by.subject, to: asked.to.subject, done: results.filter(({ why }) => why === undefined).length });
  return { results };
}

/** Why not; undefined once they have it. Nothing is said of a case that is not there for them, not even who has it (ADR 14). */
async function reallocateOne(
  deps: ReallocateDeps,
  by: Officer,
  reference: Reference,
  { whose, to, reason, commandId }: Omit<Reallocation, 'references'>,
  { viewer, staff }: Awaited<ReturnType<typeof whoLooks>>,
): Promise<string | undefined> {
  const current = await deps.store.load(reference);
  const view = current && inView(current.state);
  if (!current || !view || !mayOpen(viewer, view)) return noSuchCase;
  const notTheirs = mayNotAct(viewer, view, 'allocate');
  if (notTheirs !== undefined) return notTheirs;
  const has = officerOf(current.state);
  if (has?.subject === to.subject) return undefined;
  if (has && !('officer' in whose && has.subject === whose.officer)) return `${has.name} has it now.`;
  const result = await runCommand(deps, {
    reference,
    expected: current.version,
    // Whoever looks into it from outside does so for whoever has the case: only its own page says otherwise.
    command: { type: 'allocate', service: leadServiceOf(current.state), officer: to, reason, external: externalOf(current.state) },
    commandId: `${commandId}-${reference}`,
    by,
    staff,
  });
  switch (result.kind) {
    case 'done':
      return undefined;
    case 'refused':
      return result.why;
    case 'overtaken':
    case 'already-received':
      return 'Somebody changed it at this moment. Look at it, and try again.';
    case 'not-found':
      return noSuchCase;
  }
}

const noSuchCase = 'There is no such case.';

function officerOf(state: CaseState): Officer | undefined {
  return allocationOf(state)?.officer;
}

function externalOf(state: CaseState): ExternalInvestigator | undefined {
  return allocationOf(state)?.external;
}

function allocationOf(state: CaseState): Allocation | undefined {
  const ready = readyToAllocate(state);
  return isRefusal(ready) ? undefined : ready.allocation;
}
