import { inWords, londonDateOf } from '../../calendar/local-date.ts';
import { type Contact, longestText, type Person } from '../../intake/contact.ts';
import { mayWriteTo } from '../../notices/addressee.ts';
import type { CaseState, Known } from '../case.ts';
import { type CommandOf, type Facts, isRefusal, refuse, type Setting } from '../decision.ts';
import type { CaseEvent, EventData, EventOf } from '../event.ts';
import { enoughAttempts } from '../in-touch/in-touch.ts';
import { orNone } from '../or-none.ts';
import { isSameParty } from '../people/details.ts';
import { faultIn, faultInOptional, ifWritten, longestKept } from '../wording.ts';
import type { CallSoFar, TranscriptToCheck } from './call.ts';
import { readyToCheckTranscript, readyToConfirmCaller, readyToRecordCallBack } from './ready.ts';

// What is owed to somebody who rang (ADR 8): to be known by name, to be answered, and to have been understood.

// ---------------------------------------------------------------------------------------------------------------------
// Commands

const longestDetail = 500;

/** What an officer knows the caller to have said of themselves. Now that we know how to write to them, they get their receipt. */
export function confirmCaller(state: CaseState, command: CommandOf<'confirm-caller'>): Facts {
  const ready = readyToConfirmCaller(state);
  if (isRefusal(ready)) return ready;
  const { reachBy } = command;
  const caller: Person = {
    name: ifWritten(command.name),
    email: ifWritten(command.email),
    telephone: ifWritten(command.telephone),
    address: ifWritten(command.address),
  };
  if (Object.values(caller).every((detail) => detail === undefined)) return refuse('Enter what the caller told us about themselves.');
  for (const detail of Object.values(caller)) {
    const fault = faultInOptional(detail, longestDetail);
    if (fault) return fault;
  }
  if (reachBy.includes('email') && caller.email === undefined)
    return refuse('Enter the email address at which it is safe to write to them.');
  if (reachBy.includes('telephone') && caller.telephone === undefined) return refuse('Enter the number on which it is safe to ring them.');
  if (reachBy.includes('post') && caller.address === undefined) return refuse('Enter the address to which it is safe to write.');
  if (isSameParty({ ...state.complainant, reachBy: state.reachBy }, { ...caller, reachBy }))
    return refuse('These are the details that we have.');
  const owed = state.stage === 'received' && !mayWriteTo(state) && mayWriteTo({ ...state, complainant: caller, reachBy });
  return [{ type: 'caller-confirmed', caller, reachBy }, ...(owed ? [{ type: 'receipt-written' } as const] : [])];
}

/** A conversation ends what is owed; so do two tries on different days, or that there is no number to ring. */
export function recordCallBack(state: CaseState, command: CommandOf<'record-call-back'>, { today }: Setting): Facts {
  const ready = readyToRecordCallBack(state);
  if (isRefusal(ready)) return ready;
  const { on, outcome, note } = command;
  if (on > today) return refuse(`Record the call when it has been made: ${inWords(on)} is still to come.`);
  if (on < state.receivedOn) return refuse(`They rang on ${inWords(state.receivedOn)}: you cannot have rung back before.`);
  const fault = faultIn(note, longestKept, 'Say what was said, or how you tried.');
  return fault ?? [{ type: 'called-back', on, outcome, note: note.trim() }];
}

/** A person has listened. From now on the audio is kept for the council's period and no longer. */
export function checkTranscript(state: CaseState, command: CommandOf<'check-transcript'>): Facts {
  const ready = readyToCheckTranscript(state);
  if (isRefusal(ready)) return ready;
  const { contactId } = command;
  if (!waitsForCheck(state, contactId)) return refuse('The words of this call have been checked already.');
  const fault = faultInOptional(command.corrected, longestText);
  return fault ?? [{ type: 'transcript-checked', contactId, corrected: ifWritten(command.corrected) }];
}

/** In every stage: most audio outlives its case. The job that deletes it has looked at the period. */
export function recordAudioDeleted(state: CaseState, { contactId }: CommandOf<'record-audio-deleted'>, { today }: Setting): Facts {
  if (waitsForCheck(state, contactId)) return refuse('Nobody has checked the words of this recording: it is kept.');
  return [{ type: 'audio-deleted', contactId, on: today }];
}

/** What needs not be done again: who writes down what was said has listened, and a call that moves keeps what was done about it. */
export function doneAboutCall({ id: contactId, voicemail }: Contact, { checked, audioDeletedOn }: CallSoFar = {}): readonly EventData[] {
  return [
    ...(checked ? [{ type: 'transcript-checked', contactId, ...checked } as const] : []),
    ...(voicemail?.typed && !checked ? [{ type: 'transcript-checked', contactId } as const] : []),
    ...(audioDeletedOn ? [{ type: 'audio-deleted', contactId, on: audioDeletedOn } as const] : []),
  ];
}

/** What was done about a call in the case that these events made. */
export function callSoFar(events: readonly CaseEvent[], contactId: string): CallSoFar {
  const check = events.findLast((event) => event.type === 'transcript-checked' && event.contactId === contactId);
  const deletion = events.findLast((event) => event.type === 'audio-deleted' && event.contactId === contactId);
  return {
    checked: check?.type === 'transcript-checked' ? { on: check.on ?? londonDateOf(check.at), corrected: check.corrected } : undefined,
    audioDeletedOn: deletion?.type === 'audio-deleted' ? deletion.on : undefined,
  };
}

// ---------------------------------------------------------------------------------------------------------------------
// Events

/** What a recorded call adds to the case that it opens or joins: words to be checked, and somebody to be rung back. */
export function withCall<State extends Known>(
  state: State,
  { channel, contactId, receivedAt }: Pick<EventOf<'complaint-received' | 'correspondence-added'>, 'channel' | 'contactId' | 'receivedAt'>,
): State {
  if (channel !== 'voicemail') return state;
  const owed = mayWriteTo(state) ? state.callBack : (state.callBack ?? { since: londonDateOf(receivedAt), attempts: 0 });
  const waiting = [...withoutTranscript(state, contactId), { contactId, since: londonDateOf(receivedAt) }];
  return { ...state, callBack: owed, transcriptsToCheck: waiting.toSorted((one, other) => (one.since < other.since ? -1 : 1)) };
}

export function callerConfirmed(state: CaseState, { caller, reachBy }: EventOf<'caller-confirmed'>): CaseState {
  const failedEmail = caller.email === state.complainant.email ? state.failedEmail : undefined;
  const known: CaseState = { ...state, complainant: caller, reachBy, failedEmail };
  return mayWriteTo(known) ? { ...known, callBack: undefined } : known;
}

export function calledBack(state: CaseState, { on, outcome }: EventOf<'called-back'>): CaseState {
  if (!state.callBack || outcome !== 'no-answer') return { ...state, callBack: undefined };
  const { since, attempts } = state.callBack;
  // A second try on the same day is no second attempt.
  const made = attempts > 0 && since === on ? attempts : attempts + 1;
  return { ...state, callBack: made >= enoughAttempts ? undefined : { since: on, attempts: made } };
}

export function transcriptChecked(state: CaseState, contactId: string): CaseState {
  return { ...state, transcriptsToCheck: orNone(withoutTranscript(state, contactId)) };
}

function withoutTranscript({ transcriptsToCheck = [] }: Known, contactId: string): readonly TranscriptToCheck[] {
  return transcriptsToCheck.filter((waiting) => waiting.contactId !== contactId);
}

export function waitsForCheck({ transcriptsToCheck = [] }: Known, contactId: string): boolean {
  return transcriptsToCheck.some((waiting) => waiting.contactId === contactId);
}
