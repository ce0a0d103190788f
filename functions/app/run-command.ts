import { type Instant, londonDateOf } from '../domain/calendar/local-date.ts';
import type { Actor, Reference } from '../domain/cases/actor.ts';
import type { CaseState } from '../domain/cases/case.ts';
import type { Command } from '../domain/cases/command.ts';
import type { CaseEvent } from '../domain/cases/event.ts';
import { inView } from '../domain/cases/in-view.ts';
import { offeredToTakeBack } from '../domain/cases/taking-back/deciding.ts';
import { standingEvents } from '../domain/cases/taking-back/taken-back.ts';
import type { Contact } from '../domain/intake/contact.ts';
import { isCaseAct, mayAllocateTo, mayNotAct, mayOpen, viewerOf, whoDoes } from '../domain/staff/authority.ts';
import type { StaffMember } from '../domain/staff/staff-member.ts';
import { changeOf } from './change-of.ts';
import type { CaseFile, CaseStore } from './ports.ts';
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
  /** `lettersWait`: it caused letters that have not left, so that it can still be taken back. */
  | { readonly kind: 'done'; readonly version: number; readonly lettersWait?: boolean }
  | { readonly kind: 'refused'; readonly why: string }
  /** Somebody else acted first: what they did since. */
  | { readonly kind: 'overtaken'; readonly since: readonly CaseEvent[] }
  | { readonly kind: 'already-received' }
  | { readonly kind: 'not-found' };

type Repeating = Pick<World, 'now'> & { readonly store: CaseStore };

/** How often a machine starts again when an officer acted in between. */
const triesAgainstOthers = 5;

/**
 * Load, decide, store. A repeat of a command that was already done answers "done" (decision 6). Looking for its own id reads the whole case, so that
 * is done where nothing cheaper would stop a repeat: an officer's form carries the version, which a first try has moved, and a contact is guarded by
 * its own item. What is left are the few other commands of machines.
 */
export async function runCommand(world: World & { store: CaseStore }, request: CommandRequest): Promise<CommandResult> {
  if (request.expected === undefined && !request.contact) {
    const done = await doneBefore(world, request);
    if (done) return done;
  }
  const staff = request.staff ?? (request.by.kind === 'officer' ? await world.store.staff() : undefined);
  const letters = request.command.type === 'correct-email' ? await world.store.notices(request.reference) : undefined;
  for (let attempt = 1; ; attempt += 1) {
    const current = await world.store.load(request.reference);
    if (!current) return { kind: 'not-found' };
    const barred = mayNotAsk(world, request, current.state, staff ?? []);
    if (barred) return barred;
    if (request.expected !== undefined && request.expected !== current.version) return overtaken(world, request, request.expected);

    const circumstances = { commandId: request.commandId, by: request.by, at: world.now(), staff, letters };
    const change = changeOf(world, current, request.command, circumstances, request.contact);
    if ('refused' in change) return refusedOrDone(world, request, change.refused);

    const saved = await world.store.save(change);
    if (saved === 'saved') return outcomeOf(change.events, current.version + 1, change.lettersWaitUntil !== undefined);
    if (saved === 'already-received') return { kind: 'already-received' };
    if (request.expected !== undefined) return overtaken(world, request, request.expected);
    if (attempt === triesAgainstOthers) throw new Error(`case changed ${triesAgainstOthers} times while a command was being stored`);
  }
}

/** What the officer's role does not let them do. A case that is not theirs to open is not there. */
function mayNotAsk(
  { now }: Pick<World, 'now'>,
  { by, command }: CommandRequest,
  state: CaseState,
  staff: readonly StaffMember[],
): Extract<CommandResult, { readonly kind: 'refused' | 'not-found' }> | undefined {
  if (by.kind !== 'officer' || !isCaseAct(command.type)) return undefined;
  const viewer = viewerOf(staff, by.subject, londonDateOf(now()));
  const view = inView(state);
  if (!mayOpen(viewer, view)) return { kind: 'not-found' };
  const elsewhere = command.type === 'allocate' && !mayAllocateTo(viewer, view, command.service) ? whoDoes.allocating : undefined;
  const why = mayNotAct(viewer, view, command.type) ?? elsewhere;
  return why === undefined ? undefined : { kind: 'refused', why };
}

/** A refusal may be the echo of our own first try: it changed the state so that the repeat no longer fits. */
async function refusedOrDone(world: Repeating, request: CommandRequest, why: string): Promise<CommandResult> {
  return (await doneBefore(world, request)) ?? { kind: 'refused', why };
}

async function doneBefore({ store, now }: Repeating, request: CommandRequest): Promise<CommandResult | undefined> {
  const file = await store.loadFile(request.reference);
  return file && outcomeIn(file, request, now());
}

/** How it ended, if it stands in the case. */
function outcomeIn(file: CaseFile, { by, commandId }: CommandRequest, now: Instant): CommandResult | undefined {
  const own = standingEvents(file.events).filter((event) => event.commandId === commandId);
  const offered = by.kind === 'officer' && own.length > 0 ? offeredToTakeBack(file, by.subject, now) : undefined;
  return own.length > 0 ? outcomeOf(own, file.version, offered?.command === commandId) : undefined;
}

/** An allocation that a hard rule forbids is written down, and is a no all the same (duty D29). */
function outcomeOf(events: readonly CaseEvent[], version: number, lettersWait: boolean): CommandResult {
  const refused = events.find((event) => event.type === 'allocation-refused');
  return refused?.type === 'allocation-refused'
    ? { kind: 'refused', why: refused.because }
    : { kind: 'done', version, lettersWait: lettersWait || undefined };
}

async function overtaken({ store, now }: Repeating, request: CommandRequest, expected: number): Promise<CommandResult> {
  const file = await store.loadFile(request.reference);
  if (!file) return { kind: 'not-found' };
  // One that was taken back is not done: the page shows that, and a new form asks anew.
  const done = outcomeIn(file, request, now());
  if (done) return done;
  const commands = [...new Set(file.events.map((event) => event.commandId))].slice(expected);
  return { kind: 'overtaken', since: file.events.filter((event) => commands.includes(event.commandId)) };
}
