import type { Actor, Reference } from '../domain/cases/actor.ts';
import type { Command } from '../domain/cases/command.ts';
import type { CaseEvent } from '../domain/cases/event.ts';
import type { Contact } from '../domain/intake/contact.ts';
import type { StaffMember } from '../domain/staff/staff-member.ts';
import { changeOf } from './change-of.ts';
import type { CaseStore } from './ports.ts';
import type { World } from './world.ts';

export type CommandRequest = {
  readonly reference: Reference;
  /** The version the officer saw. A machine leaves it out and acts on whatever stands. */
  readonly expected?: number;
  readonly command: Command;
  /** The same for every try of the same act. */
  readonly commandId: string;
  readonly by: Actor;
  /** The staff directory, where an officer asks. */
  readonly staff?: readonly StaffMember[];
  /** Stored with the change, when the command takes one in. */
  readonly contact?: Contact;
};

export type CommandResult =
  | { readonly kind: 'done'; readonly version: number }
  | { readonly kind: 'refused'; readonly why: string }
  /** Somebody else acted first: what they did since. */
  | { readonly kind: 'overtaken'; readonly since: readonly CaseEvent[] }
  | { readonly kind: 'already-received' }
  | { readonly kind: 'not-found' };

/** How often a machine starts again when an officer acted in between. */
const triesAgainstOthers = 5;

/**
 * Load, decide, store. A repeat of a command that was already done answers "done" (decision 6). Looking for its own id reads the whole case, so that
 * is done where nothing cheaper would stop a repeat: an officer's form carries the version, which a first try has moved, and a contact is guarded by
 * its own item. What is left are the few other commands of machines.
 */
export async function runCommand(world: World & { store: CaseStore }, request: CommandRequest): Promise<CommandResult> {
  if (request.expected === undefined && !request.contact) {
    const done = await doneBefore(world.store, request);
    if (done) return done;
  }
  for (let attempt = 1; ; attempt += 1) {
    const current = await world.store.load(request.reference);
    if (!current) return { kind: 'not-found' };
    if (request.expected !== undefined && request.expected !== current.version) return overtaken(world.store, request, request.expected);

    const circumstances = { commandId: request.commandId, by: request.by, at: world.now(), staff: request.staff };
    const change = changeOf(world, current, request.command, circumstances, request.contact);
    if ('refused' in change) return refusedOrDone(world.store, request, change.refused);

    const saved = await world.store.save(change);
    if (saved === 'saved') return outcomeOf(change.events, current.version + 1);
    if (saved === 'already-received') return { kind: 'already-received' };
    if (request.expected !== undefined) return overtaken(world.store, request, request.expected);
    if (attempt === triesAgainstOthers) throw new Error(`case changed ${triesAgainstOthers} times while a command was being stored`);
  }
}

/** A refusal may be the echo of our own first try: it changed the state so that the repeat no longer fits. */
async function refusedOrDone(store: CaseStore, request: CommandRequest, why: string): Promise<CommandResult> {
  return (await doneBefore(store, request)) ?? { kind: 'refused', why };
}

async function doneBefore(store: CaseStore, request: CommandRequest): Promise<CommandResult | undefined> {
  const file = await store.loadFile(request.reference);
  const own = file?.events.filter(({ commandId }) => commandId === request.commandId) ?? [];
  return file && own.length > 0 ? outcomeOf(own, file.version) : undefined;
}

/** An allocation that a hard rule forbids is written down, and is a no all the same (duty D29). */
function outcomeOf(events: readonly CaseEvent[], version: number): CommandResult {
  const refused = events.find((event) => event.type === 'allocation-refused');
  return refused?.type === 'allocation-refused' ? { kind: 'refused', why: refused.because } : { kind: 'done', version };
}

async function overtaken(store: CaseStore, request: CommandRequest, expected: number): Promise<CommandResult> {
  const file = await store.loadFile(request.reference);
  if (!file) return { kind: 'not-found' };
  const own = file.events.filter(({ commandId }) => commandId === request.commandId);
  if (own.length > 0) return outcomeOf(own, file.version);
  const commands = [...new Set(file.events.map((event) => event.commandId))].slice(expected);
  return { kind: 'overtaken', since: file.events.filter((event) => commands.includes(event.commandId)) };
}
