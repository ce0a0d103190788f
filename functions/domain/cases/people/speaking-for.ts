import { inWords } from '../../calendar/local-date.ts';
import type { CaseState } from '../case.ts';
import type { Refusal } from '../command.ts';
import { type CommandOf, type Facts, isRefusal, refuse, type Setting } from '../decision.ts';
import type { EventOf } from '../event.ts';
import { faultIn, longestKept } from '../wording.ts';
import { firstWriterOf } from './answered.ts';
import { faultInParty, isSameParty, trimmed } from './details.ts';
import type { Party, Representative, RepresentativeKind } from './people.ts';
import { readyToRecordPeople, readyToRefuseAuthority, readyToVerifyAuthority } from './ready.ts';

// Representatives and members (policy sections 2 and 4; duty D18). The clock and the investigation start at once, whoever wrote.

/** Elected representatives are trusted to act for their constituents: nobody asks them for a signature. */
const elected: readonly RepresentativeKind[] = ['mp', 'councillor'];

/** Who speaks for whom. Their authority is awaited, and until it is verified the person is answered. */
export function recordRepresentative(state: CaseState, command: CommandOf<'record-representative'>): Facts {
  const ready = readyToRecordPeople(state);
  const { kind } = command.representative;
  const [representative, person] = [trimmed(command.representative), trimmed(command.person)];
  if (representative.name === undefined) return refuse('Enter the name of the representative.');
  const fault = faultInParty(representative) ?? faultInParty(person);
  if (fault) return fault;
  const before = ready.people?.representative;
  const isSame = before?.kind === kind && before.authority.state === 'awaited' && isSameParty(before, representative);
  if (isSame && isSameParty({ ...ready.complainant, reachBy: ready.reachBy }, person)) return refuse('This is what we have recorded.');
  // Whoever wrote for somebody else was asked in the receipt.
  const asked = ready.onBehalfOf === undefined && !elected.includes(kind) && mayBeWrittenTo(representative);
  const wroteFirst = hasWrittenFirst(ready, representative) ? { wroteFirst: true as const } : {};
  return [{ type: 'representative-recorded', representative: { ...representative, kind }, person, asked, ...wroteFirst }];
}

/** They said so on the form, or the message that opened the case is theirs. Whoever takes their place later wrote nothing of it. */
function hasWrittenFirst({ onBehalfOf, complainant, people }: CaseState, { name, email }: Party): boolean {
  const { representative: before, firstWriter } = people ?? {};
  if (firstWriter !== undefined) return isSameWord(name, firstWriter);
  if (before) return before.wroteFirst === true && (isSameWord(email, before.email) || isSameWord(name, before.name));
  return onBehalfOf !== undefined || isSameWord(email, complainant.email) || isSameWord(name, complainant.name);
}

function isSameWord(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && one.toLowerCase() === other?.toLowerCase();
}

/** An officer has seen what the authority rests on. From now on our letters go to whoever is to be answered. */
export function verifyAuthority(state: CaseState, command: CommandOf<'verify-authority'>, { today }: Setting): Facts {
  const ready = readyToVerifyAuthority(state);
  if (isRefusal(ready)) return ready;
  const { basis, seenOn, answerTo } = command;
  const fault = faultInBasis(ready, command);
  if (fault) return fault;
  if (seenOn > today) return refuse(`Enter the day on which you saw it: ${inWords(seenOn)} is still to come.`);
  if (seenOn < state.receivedOn)
    return refuse(
      `The complaint came on ${inWords(state.receivedOn)}. A document may be older: enter the day on which you saw it for this complaint.`,
    );
  return [{ type: 'authority-verified', basis, seenOn, answerTo }];
}

function faultInBasis(representative: Representative, { basis, answerTo }: CommandOf<'verify-authority'>): Refusal | undefined {
  if (basis === 'elected-representative' && !elected.includes(representative.kind))
    return refuse(
      'Only an MP or a councillor may act for a constituent without a signature (Data Protection Act 2018, Schedule 1 paragraph 24).',
    );
  if (answerTo === 'representative' && !mayBeWrittenTo(representative))
    return refuse('Record a safe way to write to the representative first, or answer the person.');
  return undefined;
}

function mayBeWrittenTo({ reachBy, email, address }: Pick<Representative, 'reachBy' | 'email' | 'address'>): boolean {
  return (reachBy.includes('email') && email !== undefined) || (reachBy.includes('post') && address !== undefined);
}

/** They are told why, and nothing else. The complaint goes on: the person is answered. */
export function refuseAuthority(state: CaseState, { reason }: CommandOf<'refuse-authority'>, { today }: Setting): Facts {
  const ready = readyToRefuseAuthority(state);
  if (isRefusal(ready)) return ready;
  const fault = faultIn(reason, longestKept, 'Say why the authority cannot be accepted: the representative is told it.');
  return fault ?? [{ type: 'authority-refused', on: today, reason: reason.trim() }];
}

// ---------------------------------------------------------------------------------------------------------------------
// Events

/** The person is the complainant from now on; whoever wrote for them is their representative. */
export function representativeRecorded(
  state: CaseState,
  event: EventOf<'representative-recorded'>,
  on: Representative['since'],
): CaseState {
  const { reachBy, ...complainant } = event.person;
  const { wroteFirst } = event;
  const representative: Representative = {
    ...event.representative,
    since: on,
    authority: { state: 'awaited' },
    answerTo: 'person',
    ...(wroteFirst ? { wroteFirst } : {}),
  };
  const { inOwnRight: _, firstWriter: __, ...people } = state.people ?? {};
  const first = wroteFirst ? undefined : firstWriterOf(state.people);
  return {
    ...state,
    complainant,
    reachBy,
    onBehalfOf: undefined,
    people: { ...people, representative, ...(first !== undefined && { firstWriter: first }) },
  };
}

export function authorityVerified(state: CaseState, { by, basis, seenOn, answerTo }: EventOf<'authority-verified'>): CaseState {
  if (!state.people?.representative) return state;
  const seenBy = by.kind === 'officer' ? by.name : 'the service';
  const representative: Representative = {
    ...state.people.representative,
    authority: { state: 'verified', basis, seenOn, by: seenBy },
    answerTo,
  };
  return { ...state, people: { ...state.people, representative } };
}

export function authorityRefused(state: CaseState, { on }: EventOf<'authority-refused'>): CaseState {
  if (!state.people?.representative) return state;
  const representative: Representative = { ...state.people.representative, authority: { state: 'refused', on }, answerTo: 'person' };
  return { ...state, people: { ...state.people, representative } };
}
