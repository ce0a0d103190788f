import { londonDateOf } from '../../calendar/local-date.ts';
import { addresseeOf, waitsToBePosted } from '../../notices/addressee.ts';
import { membersToldOf } from '../../notices/group-copies.ts';
import { letterCausedBy } from '../../notices/letter-caused-by.ts';
import { copyIdOf, noticeIdOf } from '../../notices/notice-id.ts';
import type { CaseState, Known } from '../case.ts';
import type { CaseEvent, EventOf } from '../event.ts';
import { known } from '../known.ts';
import { orNone } from '../or-none.ts';
import { withFailedMember } from '../people/who-they-are.ts';
import { withQuestionPosted } from '../remedies/evolving.ts';
import type { LetterToPost } from './reaching.ts';

/**
 * The first letter that failed sets the day by which the person must be reached. An acknowledgement that did not arrive was not made: the case is
 * back where it was owed, by its original date (ADR 0004). The response is measured by the date that it had set.
 */
export function undelivered(state: CaseState, event: EventOf<'notice-undelivered'>): CaseState {
  const response = isResponse(event.noticeId) ? { responseReached: {} } : {};
  const people = withFailedMember(state.people, event.failedEmail);
  const told: CaseState = { ...notReached(state, event), ...response, failedEmail: failedNow(state, event), people };
  if (told.stage !== 'acknowledged' || told.acknowledgement.noticeId !== event.noticeId) return told;
  const { acceptedOn, service, ombudsman, stageTwo, allocation, contributions, joined } = told;
  const firstResponseDue = told.firstResponseDue ?? event.responseDue;
  return {
    ...known(told),
    stage: 'accepted',
    acceptedOn,
    service,
    ombudsman,
    stageTwo,
    allocation,
    contributions,
    joined,
    firstResponseDue,
  };
}

function notReached(state: CaseState, { at, noticeId, why }: Pick<EventOf<'notice-undelivered'>, 'at' | 'noticeId' | 'why'>): CaseState {
  return { ...state, undelivered: { since: state.undelivered?.since ?? londonDateOf(at), noticeId, why } };
}

/** What the letter said has reached them, on the day of the event. */
export function reachedAnotherWay(state: CaseState, { at }: EventOf<'reached-another-way'>): CaseState {
  const missing = state.responseReached ? state.responseReached.on === undefined : isResponse(state.undelivered?.noticeId);
  return { ...state, undelivered: undefined, ...(missing && { responseReached: { on: londonDateOf(at) } }) };
}

/** As `noticeIdOf` names it; not the copy of somebody who complains with them, on which no date depends. */
export function isResponse(noticeId: string | undefined): boolean {
  return noticeId?.endsWith('-response') ?? false;
}

/** News of an address that an officer has put right since says nothing of the one that we have. */
function failedNow({ complainant, people, failedEmail }: Known, event: { readonly failedEmail?: string }): string | undefined {
  const ours = [complainant.email, people?.representative?.email];
  return event.failedEmail !== undefined && ours.includes(event.failedEmail) ? event.failedEmail : failedEmail;
}

/** The letter arrived, and nothing more will at that address. */
export function calledSpam(state: CaseState, event: EventOf<'notice-called-spam'>): CaseState {
  const why = 'The person, or their mail provider, called our letter spam.';
  const people = withFailedMember(state.people, event.failedEmail);
  return { ...notReached(state, { ...event, why }), failedEmail: failedNow(state, event), people };
}

/** A letter that only paper can carry waits until an officer has posted it (duty D24). */
export function withLetterToPost(state: CaseState, event: CaseEvent): CaseState {
  const kind = letterCausedBy(event);
  if (kind === undefined) return state;
  const to = addresseeOf(state, kind);
  const since = londonDateOf(event.at);
  const own: readonly LetterToPost[] =
    to?.by === 'post' ? [{ noticeId: noticeIdOf(state.eventCount, kind), kind, since, ...(to.format && { format: to.format }) }] : [];
  const copies: readonly LetterToPost[] = membersToldOf(state, kind).flatMap(({ to: theirs, number, member }) =>
    theirs.by === 'post' ? [{ noticeId: copyIdOf(state.eventCount, kind, number), kind, since, member: member.name }] : [],
  );
  return own.length + copies.length === 0 ? state : { ...state, toPost: [...(state.toPost ?? []), ...own, ...copies] };
}

/** What the letter did, it did on the day of its posting: the acknowledgement started the response clock, the response ended it. */
export function posted(state: CaseState, { noticeId, on }: Pick<EventOf<'letter-posted'>, 'noticeId' | 'on'>): CaseState {
  if (!waitsToBePosted(state, noticeId)) return state;
  const toPost = orNone(state.toPost?.filter((letter) => letter.noticeId !== noticeId));
  const told = withQuestionPosted<CaseState>({ ...state, toPost }, noticeId, on);
  if (told.stage !== 'acknowledged' && told.stage !== 'answered') return told;
  const made = told.acknowledgement.noticeId === noticeId ? { ...told.acknowledgement, on } : told.acknowledgement;
  if (told.stage === 'acknowledged') return { ...told, acknowledgement: made };
  return { ...told, acknowledgement: made, response: isResponse(noticeId) ? { ...told.response, on } : told.response };
}
