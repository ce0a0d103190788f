import { inWords, londonDateOf } from '../../calendar/local-date.ts';
import { deadlinesOf } from '../../deadlines/deadlines-of.ts';
import { workTo } from '../../deadlines/next.ts';
import { inLetters } from '../../intake/names.ts';
import { bareSubject } from '../../intake/subjects.ts';
import { isWriter, writerOf, writersOf } from '../../intake/writers.ts';
import { mayWriteTo } from '../../notices/addressee.ts';
import { mayMeanHarm } from '../../notices/possible-harm.ts';
import type { Rules } from '../../policy/rules.ts';
import { saysNotFixed } from '../../triage/whether-fixed.ts';
import type { Actor } from '../actor.ts';
import { doneAboutCall } from '../call/after-a-call.ts';
import type { CaseState } from '../case.ts';
import { type CommandOf, type Facts, isRefusal, refuse, type Setting } from '../decision.ts';
import { raisedByReading } from '../discrimination/looking-into-it.ts';
import type { EventData } from '../event.ts';
import { newFlags } from '../flags.ts';
import { askedWhileOverdue } from '../in-touch/overdue.ts';
import type { AddedPoint, Arrival } from './conversation.ts';
import { readyToMarkRead, readyToMoveOut } from './ready.ts';

/** Opens a case with its first contact. The clocks run from when the contact reached us, however late it was recorded. */
export function receive(command: CommandOf<'receive'>, { rules }: Setting): Facts {
  const { reference, contact, suggestion, question, movedFrom, newIssue, call } = command;
  return [
    {
      type: 'complaint-received',
      reference,
      policyVersion: rules.policy.version,
      channel: contact.channel,
      contactId: contact.id,
      receivedAt: contact.receivedAt,
      complainant: inLetters(contact.from),
      reachBy: contact.reachBy,
      onBehalfOf: contact.onBehalfOf,
      adjustments: contact.adjustments,
      suggestion,
      subject: bareSubject(contact.subject),
      question,
      movedFrom,
      ...(contact.language && { language: contact.language }),
      ...(newIssue && { newIssue }),
      ...(contact.attachments.length > 0 && { files: contact.attachments.length }),
      ...(mayMeanHarm(suggestion.flags) && { mayMeanHarm: true as const }),
    },
    ...doneAboutCall(contact, call),
  ];
}

/**
 * In every stage, also a closed one: nothing sent to us is dropped. Whatever led a machine here, it joins nobody to a case who is not one of its
 * writers (ADR 7): a person does.
 */
export function addCorrespondence(state: CaseState, command: CommandOf<'add-correspondence'>, by: Actor, { rules, today }: Setting): Facts {
  const { contact, flags, joinedBy, question, duplicateOf, movedFrom, writer, call } = command;
  const followUps = withAnswerToQuestion(state, command);
  const theirs = command.samePerson || isComplainant(state, contact.from.email);
  const merges = command.merges && theirs && mayWriteTo(state) ? command.merges : undefined;
  const earlier = command.receivedEarlier && command.receivedEarlier < state.receivedOn ? command.receivedEarlier : undefined;
  if (by.kind === 'system' && !isWriter(writersOf(state), contact.from.email)) return refuse('Only a person joins a stranger to a case.');
  const unseen = duplicateOf === undefined ? newFlags(state, flags) : undefined;
  const added: EventData = {
    type: 'correspondence-added',
    channel: contact.channel,
    contactId: contact.id,
    receivedAt: contact.receivedAt,
    flags,
    ...(unseen && { newFlags: unseen }),
    joinedBy,
    followUps,
    question,
    duplicateOf,
    movedFrom,
    writer,
    ...(merges && { merges }),
    ...(earlier && { receivedEarlier: earlier }),
    ...(movedFrom === undefined && mayMeanHarm(flags) && { mayMeanHarm: true as const }),
  };
  const chases = duplicateOf === undefined && followUps?.some(({ kind }) => kind === 'chaser');
  const point = chases ? missedWhenChased(state, contact.receivedAt, rules) : undefined;
  const asks = duplicateOf === undefined && followUps?.some(({ kind }) => kind === 'chaser' || kind === 'dissatisfaction');
  const overdue = asks ? askedWhileOverdue(state, contact.receivedAt, { rules, today }) : [];
  const late = overdue.length > 0 || (state.stage === 'acknowledged' && state.inTouch?.askedWhileOverdue !== undefined);
  const asksWhileLate = late && asks && followUps?.some(({ kind }) => kind === 'dissatisfaction') ? { asksWhileLate: true as const } : {};
  return [
    { ...added, ...asksWhileLate },
    ...(point ? [{ type: 'point-added', ...point } as const] : []),
    ...overdue,
    ...doneAboutCall(contact, call),
  ];
}

/** "No" to "Is it fixed?", or the like once the promised day has gone, says that they are not satisfied (duty D17). */
function withAnswerToQuestion(
  state: CaseState,
  { contact, followUps, duplicateOf }: CommandOf<'add-correspondence'>,
): Arrival['followUps'] {
  if (state.stage !== 'service-request' || duplicateOf !== undefined) return followUps;
  if (followUps?.some(({ kind }) => kind === 'dissatisfaction')) return followUps;
  const mayAnswer = state.askedOn !== undefined || londonDateOf(contact.receivedAt) > state.promisedBy;
  const notFixed = mayAnswer ? saysNotFixed(contact) : undefined;
  return notFixed ? [...(followUps ?? []), notFixed] : followUps;
}

/** Never somebody who writes in another person's case: of that case they are told nothing by us. */
function isComplainant({ complainant }: CaseState, sender: string | undefined): boolean {
  const known = writerOf(complainant.email);
  return known !== undefined && known === writerOf(sender);
}

/** The date that had gone by when they chased: then how we handled the complaint is a point of it (duty D2). Once is enough. */
function missedWhenChased(state: CaseState, receivedAt: Parameters<typeof londonDateOf>[0], rules: Rules): AddedPoint | undefined {
  if (state.points || state.stage === 'closed') return undefined;
  const chasedOn = londonDateOf(receivedAt);
  const missed = deadlinesOf(state, rules).find(({ kind, met, ...dates }) => {
    const due = workTo(dates);
    return owedToThePerson.has(kind) && due !== undefined && due < chasedOn && (met === undefined || met >= chasedOn);
  });
  const due = missed && workTo(missed);
  return missed && due && { point: 'complaint-handling', deadline: missed.kind, due };
}

/** What they were told or could expect; our own tasks are no promise to them. */
const owedToThePerson: ReadonlySet<string> = new Set([
  'acknowledge',
  'respond',
  'service-request',
  'acknowledge-stage-two',
  'acknowledge-complaint',
]);

/** What a message asks of us stays due when it has been read. */
export function markRead(state: CaseState): Facts {
  const ready = readyToMarkRead(state);
  return isRefusal(ready) ? ready : [{ type: 'correspondence-read' }, ...raisedByReading(state)];
}

/**
 * The message has left for the case that it belongs to, and its own date of receipt with it. A complaint never becomes part of one that came
 * later: its clock runs from the day we had it first (policy section 4).
 */
export function moveOut(state: CaseState, command: CommandOf<'move-out'>, { today }: Setting): Facts {
  const { contact, to, toReceivedOn, takenAs, opened, unread, newIssue, writerLeaves } = command;
  const ready = readyToMoveOut(state, opened);
  if (isRefusal(ready)) return ready;
  if (to === state.reference) return refuse('The message stands in this case already.');
  if (opened && (takenAs === 'message' || (takenAs === 'task' && state.stage !== 'received')))
    return refuse(`Nobody would answer this complaint as a part of ${to}. Decide here what becomes of it.`);
  if (opened && toReceivedOn > state.receivedOn)
    return refuse(
      `${to} came later, on ${inWords(toReceivedOn)}, and this complaint keeps its earlier date. Move the first message of ${to} to ${state.reference} instead.`,
    );
  const { channel, id } = contact;
  const linked = newIssue && !opened ? { newIssue } : {};
  return [{ type: 'contact-moved-out', channel, contactId: id, to, opened, unread, ...linked, writerLeaves, on: today }];
}
