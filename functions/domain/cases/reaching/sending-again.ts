import { londonDateOf } from '../../calendar/local-date.ts';
import { addresseeOf } from '../../notices/addressee.ts';
import type { PlannedNotice } from '../../notices/notice.ts';
import { idSentAgain, isCopy } from '../../notices/notice-id.ts';
import type { CaseState } from '../case.ts';
import type { EventOf } from '../event.ts';
import { emailCorrected } from '../people/who-they-are.ts';
import { posted } from './evolving.ts';
import { namesOldDate } from './outdated.ts';
import type { SentAgain } from './reaching.ts';

// Whose address is put right gets what did not arrive, at that address and at once (duty D24).

/**
 * Which of these letters go again once the address is this one: the last that did not arrive, and what waits for a stamp because no address was
 * left. An acknowledgement that was un-made is owed anew, and one that names a day which holds no more is not sent.
 */
export function lettersToSendAgain(state: CaseState, email: string, letters: readonly PlannedNotice[]): readonly SentAgain[] {
  const after = emailCorrected(state, email);
  const toPost = (state.toPost ?? []).filter((letter) => letter.member === undefined && !namesOldDate(state, letter));
  const waiting = new Set([...toPost.map(({ noticeId }) => noticeId), ...(state.undelivered ? [state.undelivered.noticeId] : [])]);
  return letters
    .filter(({ id, kind }) => waiting.has(id) && !isCopy(id) && addresseeOf(after, kind)?.by === 'email' && !isUnmade(state, id, kind))
    .map(({ id, kind }) => ({ noticeId: id, kind }));
}

function isUnmade(state: CaseState, id: string, kind: PlannedNotice['kind']): boolean {
  const was = state.stage === 'closed' ? state.was : state;
  return kind === 'acknowledgement' && !('acknowledgement' in was && was.acknowledgement.noticeId === id);
}

/** What a letter does, it does on the day on which it went again; should that not arrive either, it is un-made like the first. */
export function correctedAndSentAgain(state: CaseState, { at, email, sendsAgain = [] }: EventOf<'email-corrected'>): CaseState {
  const on = londonDateOf(at);
  const number = state.eventCount + 1;
  const missing = state.undelivered?.noticeId;
  const sent = sendsAgain.reduce<CaseState>(
    (soFar, { noticeId, kind }, index) => renamed(posted(soFar, { noticeId, on }), noticeId, idSentAgain(number, kind, index)),
    emailCorrected(state, email),
  );
  const response = sendsAgain.some(({ noticeId, kind }) => noticeId === missing && kind === 'response');
  // The acknowledgement that is owed anew goes to the new address.
  const isOwedAnew = state.stage === 'accepted' && missing?.endsWith('-acknowledgement');
  const reached = isOwedAnew || sendsAgain.some(({ noticeId }) => noticeId === missing);
  return { ...sent, ...(reached && { undelivered: undefined }), ...(response && { responseReached: { on } }) };
}

function renamed(state: CaseState, before: string, noticeId: string): CaseState {
  if (state.stage !== 'acknowledged' && state.stage !== 'answered') return state;
  const { acknowledgement } = state;
  return acknowledgement.noticeId === before ? { ...state, acknowledgement: { ...acknowledgement, noticeId } } : state;
}
