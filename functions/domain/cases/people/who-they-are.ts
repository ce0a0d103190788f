import { inWords } from '../../calendar/local-date.ts';
import { isEmailAddress } from '../../intake/email-address.ts';
import { callerConfirmed } from '../call/after-a-call.ts';
import type { CaseState } from '../case.ts';
import type { Refusal } from '../command.ts';
import { type CommandOf, type Facts, refuse, type Setting } from '../decision.ts';
import type { EventOf } from '../event.ts';
import { faultIn, faultInOptional, ifWritten } from '../wording.ts';
import { partyToCorrect } from './answered.ts';
import { faultInParty, isSameParty, trimmed } from './details.ts';
import type { GroupMember, People } from './people.ts';
import { readyToRecordPeople } from './ready.ts';

// Who complains, who complains with them, who has died, and what was agreed with them (policy sections 2, 4 and 8; duties D7 and D19).

/** The snapshot holds them all (limits of ours). */
const longestNote = 1_000;
const longestName = 200;
const mostMembers = 50;
/** A decision and every letter that tells of it are one transaction, of at most 100 items (decision 8). */
const mostWrittenTo = 20;
const longestAddress = 300;

/** Their details, as an officer knows them. No name is needed (duty D8). */
export function correctPerson(state: CaseState, command: CommandOf<'correct-person'>): Facts {
  const { complainant, reachBy, people } = readyToRecordPeople(state);
  const person = trimmed(command.person);
  const because = command.because.trim();
  const fault = faultInParty(person) ?? faultIn(because, longestNote, 'Say how we know it.');
  if (fault) return fault;
  const inOwnRight = command.inOwnRight && !people?.inOwnRight ? true : undefined;
  if (isSameParty(person, { ...complainant, reachBy }) && !inOwnRight) return refuse('These are the details that we have.');
  return [{ type: 'person-corrected', person, ...(inOwnRight && { inOwnRight }), because }];
}

/** One investigation for all of them; the list is given whole each time. */
export function recordGroup(state: CaseState, { members }: CommandOf<'record-group'>): Facts {
  const named = members.map(trimmedMember).filter(({ name }) => name !== '');
  if (named.length === 0) return refuse('Enter the name of at least one other person.');
  if (named.length > mostMembers) return refuse(`At most ${mostMembers} people can be recorded with one case.`);
  const fault = named.map(faultInMember).find((found) => found !== undefined);
  if (fault) return fault;
  if (named.filter(({ email, address }) => email ?? address).length > mostWrittenTo)
    return refuse(`At most ${mostWrittenTo} of them can have letters of their own. Agree with the others who passes ours on to them.`);
  const { group = [] } = readyToRecordPeople(state).people ?? {};
  const isSame = named.length === group.length && named.every((member, at) => isSameMember(group[at], member));
  return isSame ? refuse('This is the list that we have.') : [{ type: 'group-recorded', members: named }];
}

function trimmedMember({ name, reference, email, address }: GroupMember): GroupMember {
  const [to, at] = [ifWritten(email), ifWritten(address)];
  return { name: name.trim(), ...(reference && { reference }), ...(to && { email: to }), ...(at && { address: at }) };
}

function faultInMember({ name, email, address }: GroupMember): Refusal | undefined {
  if (email !== undefined && (!isEmailAddress(email) || email.length > longestName))
    return refuse(`Enter an email address for ${name} in the correct format, like name@example.com.`);
  return faultIn(name, longestName, 'Enter the name.') ?? faultInOptional(address, longestAddress);
}

/** One whose address failed is recorded anew to say that it is right after all. */
function isSameMember(before: GroupMember | undefined, now: GroupMember): boolean {
  return (['name', 'reference', 'email', 'address', 'emailFailed'] as const).every((detail) => before?.[detail] === now[detail]);
}

/** No letter is ever addressed to somebody who has died. */
export function recordBereavement(state: CaseState, { deceased, complainantDied }: CommandOf<'record-bereavement'>): Facts {
  const fault = faultIn(deceased, longestName, 'Enter the name of the person who has died.');
  if (fault) return fault;
  const { bereavement } = readyToRecordPeople(state).people ?? {};
  if (bereavement?.deceased === deceased.trim() && bereavement.complainantDied === complainantDied)
    return refuse('This is recorded already.');
  return [{ type: 'bereavement-recorded', deceased: deceased.trim(), ...(complainantDied && { complainantDied }) }];
}

/** What we agreed holds for every letter from now on; a letter in another format waits for a person. */
export function recordAdjustments(state: CaseState, command: CommandOf<'record-adjustments'>, { today }: Setting): Facts {
  const { format, reviewOn, language } = command;
  const words = ifWritten(command.words) ?? '';
  const fault = faultIn(words, longestNote, 'Say what was agreed with them.');
  if (fault) return fault;
  if (reviewOn !== undefined && reviewOn < today)
    return refuse(`Choose a later day for looking at it again: ${inWords(reviewOn)} has gone.`);
  const { agreed } = readyToRecordPeople(state).people ?? {};
  const same = agreed?.format === format && agreed.words === words && agreed.reviewOn === reviewOn && agreed.language === language;
  if (same) return refuse('This is what is agreed already.');
  return [{ type: 'adjustments-agreed', format, words, agreedOn: today, ...(reviewOn && { reviewOn }), ...(language && { language }) }];
}

// ---------------------------------------------------------------------------------------------------------------------
// Events

export function personCorrected(state: CaseState, event: EventOf<'person-corrected'>): CaseState {
  const { person, inOwnRight } = event;
  const { reachBy, ...caller } = person;
  const known = callerConfirmed(state, { ...event, type: 'caller-confirmed', caller, reachBy });
  return inOwnRight
    ? { ...known, onBehalfOf: undefined, people: { ...known.people, representative: undefined, firstWriter: undefined, inOwnRight } }
    : known;
}

/** Of whoever gets our letters: their representative where they are answered in the person's place, or where it is their address that failed. */
export function emailCorrected(state: CaseState, email: string): CaseState {
  const { people } = state;
  const representative = people?.representative;
  const known = { ...state, failedEmail: undefined };
  return representative && partyToCorrect(state) === representative
    ? { ...known, people: { ...people, representative: { ...representative, email } } }
    : { ...known, complainant: { ...state.complainant, email } };
}

export function groupRecorded(state: CaseState, { members }: EventOf<'group-recorded'>): CaseState {
  return { ...state, people: { ...state.people, group: members } };
}

/** No letter of ours goes to an address of theirs that took nothing. */
export function withFailedMember(people: People | undefined, failedEmail: string | undefined): People | undefined {
  const failed = ({ email }: GroupMember) => email !== undefined && email === failedEmail;
  if (!people?.group?.some(failed)) return people;
  return { ...people, group: people.group.map((member) => (failed(member) ? { ...member, emailFailed: true } : member)) };
}

export function bereavementRecorded(state: CaseState, { deceased, complainantDied }: EventOf<'bereavement-recorded'>): CaseState {
  return { ...state, people: { ...state.people, bereavement: { deceased, ...(complainantDied && { complainantDied }) } } };
}

export function adjustmentsAgreed(state: CaseState, event: EventOf<'adjustments-agreed'>): CaseState {
  const { format, words, agreedOn, reviewOn, language } = event;
  const agreed = { format, words, agreedOn, ...(reviewOn && { reviewOn }), ...(language && { language }) };
  return { ...state, people: { ...state.people, agreed } };
}
