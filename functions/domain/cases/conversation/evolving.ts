import { type LocalDate, londonDateOf } from '../../calendar/local-date.ts';
import type { ContactKey } from '../../intake/contact.ts';
import type { CaseState, Known } from '../case.ts';
import type { EventOf } from '../event.ts';
import { orNone } from '../or-none.ts';
import { askedByDissatisfaction, isAbout, openFollowUp } from './asked.ts';
import { type FollowUpTask, followUpTasks, type OpenFollowUp, type Unread } from './conversation.ts';

// What the messages about a case leave in its state: who may write into it, what must be asked of an officer, and what must be done.

/** With these the snapshot stays well under 50 KB. A message beyond them is read, moved and answered like any other; only its task has no date of its own. */
const mostWriters = 20;
const mostQuestions = 20;
const mostFollowUpsOfAKind = 10;

/** A probable duplicate says nothing new, so it changes nothing. */
export function withMessage(state: CaseState, event: EventOf<'correspondence-added'>): CaseState {
  const since = londonDateOf(event.receivedAt);
  const writers = withWriter(state, event.writer);
  if (event.duplicateOf !== undefined) return writers === state.writers ? state : { ...state, writers };
  const contact = { channel: event.channel, id: event.contactId };
  const asked = event.question && { ...event.question, contact, since };
  const tasks = (event.followUps ?? []).flatMap(({ kind }) => taskOf(kind, state) ?? []);
  return {
    ...state,
    writers,
    // What was ruled out was what the messages before it said (duty D30).
    discriminationRuledOut: event.flags.includes('discrimination') ? undefined : state.discriminationRuledOut,
    receivedOn: event.receivedEarlier && event.receivedEarlier < state.receivedOn ? event.receivedEarlier : state.receivedOn,
    laterFlags: event.newFlags ? [...(state.laterFlags ?? []), ...event.newFlags] : state.laterFlags,
    unread: oneMoreUnread(state.unread, since, tasks.includes('dissatisfaction') || event.asksWhileLate ? contact.id : undefined),
    questions: asked ? [...(state.questions ?? []), asked].slice(0, mostQuestions) : state.questions,
    followUps: tasks.reduce((open, kind) => withTask(open, { kind, since, contactId: contact.id }), state.followUps),
  };
}

/** Nothing of a message stays behind that has moved to another case. */
export function withoutMessage(state: CaseState, event: EventOf<'contact-moved-out'>): CaseState {
  const { unread } = state;
  const writers = state.writers?.filter((writer) => writer !== event.writerLeaves);
  return {
    ...withoutQuestion(state, { channel: event.channel, id: event.contactId }),
    unread: event.unread ? lessUnread(unread, [event.contactId], 1) : unread,
    writers: orNone(writers),
    followUps: orNone(state.followUps?.filter(({ contactId }) => contactId !== event.contactId)),
  };
}

/** `dissatisfied`: the message, where it says that they are not satisfied. */
function oneMoreUnread(unread: Known['unread'], since: LocalDate, dissatisfied: string | undefined): Unread {
  const { count = 0, dissatisfied: before = [] } = unread ?? {};
  const listed = dissatisfied !== undefined && before.length < mostFollowUpsOfAKind ? [...before, dissatisfied] : before;
  const others = before.length > 0 ? unread?.othersSince : unread?.since;
  const othersSince = listed === before ? earlier(others, since) : others;
  return {
    since: earlier(unread?.since, since),
    count: count + 1,
    dissatisfied: orNone(listed),
    ...(listed.length > 0 && othersSince && { othersSince }),
  };
}

function earlier(one: LocalDate | undefined, other: LocalDate): LocalDate {
  return one !== undefined && one < other ? one : other;
}

/** So many of the new messages are new no more. What is left counts from its own day, where only one kind of them is left. */
function lessUnread(unread: Known['unread'], contactIds: readonly string[], fewer: number): Known['unread'] {
  if (!unread || unread.count <= fewer) return undefined;
  const { since, count, othersSince } = unread;
  const dissatisfied = orNone(unread.dissatisfied?.filter((id) => !contactIds.includes(id)));
  return dissatisfied
    ? { ...unread, count: count - fewer, dissatisfied }
    : { since: (unread.dissatisfied && othersSince) ?? since, count: count - fewer };
}

/** What they say they are not satisfied with is looked into now: whoever accepted that has read their messages which say so. */
export function withDissatisfactionTakenUp<State extends CaseState>(state: State): State {
  const { dissatisfied = [] } = state.unread ?? {};
  return { ...withoutFollowUps(state, 'dissatisfaction'), unread: lessUnread(state.unread, dissatisfied, dissatisfied.length) };
}

export function withoutQuestion(state: CaseState, contact: ContactKey): CaseState {
  return { ...state, questions: orNone(state.questions?.filter((question) => !isAbout(question, contact))) };
}

export function withoutFollowUps<State extends CaseState>(state: State, ...kinds: readonly FollowUpTask[]): State {
  return state.followUps ? { ...state, followUps: orNone(state.followUps.filter(({ kind }) => !kinds.includes(kind))) } : state;
}

/** Somebody told an officer on `on` that they are not satisfied, or wrote so before. */
export function withDissatisfaction<State extends CaseState>(state: State, on: LocalDate): State {
  const open = openFollowUp(state, 'dissatisfaction');
  if (open && open.since <= on) return state;
  return { ...state, followUps: withTask(state.followUps, { kind: 'dissatisfaction', since: on, contactId: `told-on-${on}` }) };
}

/** What they said until that day is answered. */
export function withoutDissatisfactionUntil<State extends CaseState>(state: State, on: LocalDate): State {
  const followUps = state.followUps?.filter(({ kind, since }) => kind !== 'dissatisfaction' || since > on);
  return { ...state, followUps: orNone(followUps) };
}

/** A case that is over can be withdrawn no more. */
function taskOf(kind: string, state: CaseState): FollowUpTask | undefined {
  const task = followUpTasks.find((name) => name === kind);
  if (task === 'dissatisfaction') return askedByDissatisfaction(state) && task;
  return task === 'withdrawal' && state.stage === 'closed' ? undefined : task;
}

/**
 * Oldest first: messages may be recorded in another order than they came. Each is kept, so that one which moves to another case takes nobody
 * else's request with it.
 */
function withTask(open: readonly OpenFollowUp[] = [], task: OpenFollowUp): readonly OpenFollowUp[] {
  const sorted = [...open, task].toSorted((one, other) => (one.since < other.since ? -1 : one.since > other.since ? 1 : 0));
  const ofKind = sorted.filter(({ kind }) => kind === task.kind).slice(0, mostFollowUpsOfAKind);
  return sorted.filter((followUp) => followUp.kind !== task.kind || ofKind.includes(followUp));
}

function withWriter({ writers }: Known, writer: string | undefined): Known['writers'] {
  if (writer === undefined || writers?.includes(writer)) return writers;
  return [...(writers ?? []), writer].slice(-mostWriters);
}
