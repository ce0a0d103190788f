import { type LocalDate, londonDateOf } from '../domain/calendar/local-date.ts';
import type { Officer, Reference } from '../domain/cases/actor.ts';
import { callSoFar, waitsForCheck } from '../domain/cases/call/after-a-call.ts';
import type { CallSoFar } from '../domain/cases/call/call.ts';
import type { Circumstances, Command } from '../domain/cases/command.ts';
import { followUpTasks, type OpenFollowUp } from '../domain/cases/conversation/conversation.ts';
import { takenAs } from '../domain/cases/conversation/ready.ts';
import type { CaseEvent } from '../domain/cases/event.ts';
import { inView } from '../domain/cases/in-view.ts';
import type { Contact, ContactKey } from '../domain/intake/contact.ts';
import { ourMailboxes, writerOf } from '../domain/intake/writers.ts';
import { mayNotAct, mayOpen, type Viewer } from '../domain/staff/authority.ts';
import { suggest } from '../domain/triage/engine.ts';
import { followUpsIn } from '../domain/triage/follow-up.ts';
import type { FollowUpKind } from '../domain/triage/follow-up-kinds.ts';
import { changeOf } from './change-of.ts';
import { whoLooks } from './desk-authority.ts';
import type { CaseChange, CaseFile, CaseStore } from './ports.ts';
import type { World } from './world.ts';

export type MoveRequest = {
  readonly from: Reference;
  /** The version of that case which the officer saw. */
  readonly expected: number;
  readonly contact: ContactKey;
  /** `new`: a case of its own, with its original date of receipt and the usual receipt. `new-issue`: the same, and both cases show the other. */
  readonly to: Reference | 'new' | 'new-issue';
  /** The same for every try of the same act. */
  readonly commandId: string;
  readonly by: Officer;
  /** The whole case becomes part of the other, as the officer says: the same person's same complaint, so that the earlier day counts there. */
  readonly merging?: true;
};

export type Moved =
  | { readonly kind: 'done'; readonly reference: Reference }
  | { readonly kind: 'refused'; readonly why: string }
  /** Somebody else acted first: what they did since. */
  | { readonly kind: 'overtaken'; readonly since: readonly CaseEvent[] }
  | { readonly kind: 'not-found' };

type MoveDeps = World & { readonly store: CaseStore };

/** How often it starts again when messages or officers moved the other case on. */
const mostTries = 5;

/**
 * An officer's answer to "same or new?": the message goes to the case that they name, whose writers its sender joins, or becomes a case of its own.
 * It keeps its date of receipt; a case that it had opened is closed as part of the other. Where both are
 * the same person's, they are told which number holds; nobody else is written to by that (ADR 7). Both cases
 * change in one transaction; a repeat of the same act changes nothing and answers as the first did.
 */
export async function moveContact(deps: MoveDeps, request: MoveRequest): Promise<Moved> {
  for (let attempt = 1; ; attempt += 1) {
    const [source, { viewer }] = await Promise.all([deps.store.loadFile(request.from), whoLooks(deps, request.by)]);
    if (!source || !mayOpen(viewer, inView(source.state))) return { kind: 'not-found' };
    const barred = mayNotAct(viewer, inView(source.state), 'move-out');
    if (barred) return { kind: 'refused', why: barred };
    const done = doneBefore(source, request);
    if (done) return done;
    if (source.version !== request.expected) return { kind: 'overtaken', since: eventsSince(source, request.expected) };
    const contact = source.contacts.find(({ channel, id }) => channel === request.contact.channel && id === request.contact.id);
    if (!contact) return { kind: 'not-found' };
    if (contact.automatic) return { kind: 'refused', why: 'A machine sent this message: it opens no case and joins none.' };
    const changes = await changesOf(deps, request, source, contact, viewer);
    if ('why' in changes) return changes;
    if ((await deps.store.moveContact({ contact, ...changes })) === 'moved') {
      deps.log('contact-moved', { from: request.from, to: changes.to.reference, by: request.by.subject });
      return { kind: 'done', reference: changes.to.reference };
    }
    if (attempt === mostTries) throw new Error(`a case changed ${mostTries} times while a message was being moved into it`);
  }
}

function doneBefore({ events }: CaseFile, { commandId, contact }: MoveRequest): Moved | undefined {
  const moved = events.find(
    (event) => event.type === 'contact-moved-out' && event.commandId === commandId && event.contactId === contact.id,
  );
  return moved?.type === 'contact-moved-out' ? { kind: 'done', reference: moved.to } : undefined;
}

function eventsSince({ events }: CaseFile, expected: number): readonly CaseEvent[] {
  const commands = [...new Set(events.map(({ commandId }) => commandId))].slice(expected);
  return events.filter(({ commandId }) => commands.includes(commandId));
}

type Changes = { readonly from: CaseChange; readonly to: CaseChange };

async function changesOf(
  deps: MoveDeps,
  request: MoveRequest,
  source: CaseFile,
  contact: Contact,
  viewer: Viewer,
): Promise<Changes | Extract<Moved, { readonly kind: 'refused' }>> {
  const circumstances = { commandId: request.commandId, by: request.by, at: deps.now() };
  const opened = source.events.some((event) => event.type === 'complaint-received' && isThis(event, contact));
  const alone = request.to === 'new' || request.to === 'new-issue';
  if (opened && alone) return { kind: 'refused', why: 'This message has a case of its own already.' };
  const call = waitsForCheck(source.state, contact.id) ? undefined : callSoFar(source.events, contact.id);
  const newIssue: Leaving['newIssue'] = request.to === 'new-issue' ? true : undefined;
  const merging = request.merging && { receivedOn: source.state.receivedOn, open: source.state.followUps ?? [] };
  const leaving: Leaving = { movedFrom: request.from, opened, newIssue, call, merging };
  const to =
    request.to === 'new' || request.to === 'new-issue'
      ? await newCase(deps, leaving, contact, circumstances)
      : await intoCase(deps, request.to, leaving, contact, { circumstances, viewer });
  if ('refused' in to) return { kind: 'refused', why: to.refused };
  const command: Command = {
    type: 'move-out',
    contact: { channel: contact.channel, id: contact.id },
    to: to.reference,
    toReceivedOn: to.state.receivedOn,
    takenAs: takenAs(to.state, merging ? { id: contact.id, from: to.state.complainant } : contact),
    opened,
    unread: isUnread(source, contact),
    newIssue,
    writerLeaves: leavingWriter(source, contact),
  };
  const from = changeOf(deps, source, command, circumstances);
  return 'refused' in from ? { kind: 'refused', why: from.refused } : { from, to };
}

type Leaving = {
  readonly movedFrom: Reference;
  readonly opened: boolean;
  readonly newIssue?: true;
  readonly call?: CallSoFar;
  /** Day 0 of the case that becomes part of another, and what its messages still ask. */
  readonly merging?: { readonly receivedOn: LocalDate; readonly open: readonly OpenFollowUp[] };
};

async function newCase(deps: MoveDeps, { movedFrom, newIssue, call }: Leaving, contact: Contact, circumstances: Circumstances) {
  const receivedOn = londonDateOf(contact.receivedAt);
  const suggestion = suggest({ ...contact, receivedOn });
  const reference = await deps.store.drawReference(deps.council.referencePrefix, Number(receivedOn.slice(0, 4)));
  return changeOf(deps, undefined, { type: 'receive', reference, contact, suggestion, movedFrom, newIssue, call }, circumstances);
}

async function intoCase(
  deps: MoveDeps,
  to: Reference,
  { movedFrom, opened, call, merging }: Leaving,
  contact: Contact,
  { circumstances, viewer }: { readonly circumstances: Circumstances; readonly viewer: Viewer },
) {
  const target = await deps.store.load(to);
  if (!target || !mayOpen(viewer, inView(target.state))) return { refused: `There is no case ${to}. Check the reference.` };
  if (target.state.stage === 'closed' && target.state.partOf)
    return { refused: `${to} is part of ${target.state.partOf}. Move the message there.` };
  const sender = writerOf(contact.from.email);
  const receivedOn = londonDateOf(contact.receivedAt);
  const suggestion = suggest({ ...contact, receivedOn });
  const command: Command = {
    type: 'add-correspondence',
    contact,
    flags: suggestion.flags,
    followUps: followUpsIn(contact, receivedOn, suggestion).filter(({ kind }) => !merging || isStillAsked(kind, contact, merging.open)),
    joinedBy: 'officer',
    movedFrom,
    call,
    merges: opened ? movedFrom : undefined,
    ...(merging && { samePerson: true, receivedEarlier: opened ? merging.receivedOn : undefined }),
    writer: ourMailboxes(deps.council).some((address) => writerOf(address) === sender) ? undefined : sender,
  };
  return changeOf(deps, target, command, circumstances);
}

/** What was answered in the case that it leaves is not asked again in the other. */
function isStillAsked(kind: FollowUpKind, { id }: Contact, open: readonly OpenFollowUp[]): boolean {
  return !followUpTasks.some((task) => task === kind) || open.some((asked) => asked.kind === kind && asked.contactId === id);
}

function isThis(event: { readonly channel: string; readonly contactId: string }, { channel, id }: ContactKey): boolean {
  return event.channel === channel && event.contactId === id;
}

/** It came after an officer last marked the messages as read. */
function isUnread({ events }: CaseFile, contact: ContactKey): boolean {
  const read = events.findLastIndex(({ type }) => type === 'correspondence-read');
  const added = events.findLastIndex(
    (event) => event.type === 'correspondence-added' && event.duplicateOf === undefined && isThis(event, contact),
  );
  return added > read;
}

/** Somebody whose only message goes has no business in the case they leave: their next one is no longer joined to it. */
function leavingWriter({ state, contacts }: CaseFile, { channel, id, from }: Contact): string | undefined {
  const sender = writerOf(from.email);
  const stays = contacts.some((other) => !(other.channel === channel && other.id === id) && writerOf(other.from.email) === sender);
  return sender !== undefined && !stays && state.writers?.includes(sender) ? sender : undefined;
}
