import { inWords, type LocalDate } from '../../calendar/local-date.ts';
import { responseDue } from '../../deadlines/stage-clock.ts';
import { isEmailAddress } from '../../intake/email-address.ts';
import { ifMissed } from '../answering.ts';
import type { CaseState } from '../case.ts';
import { type CommandOf, type Facts, isRefusal, refuse, type Setting } from '../decision.ts';
import type { EventData } from '../event.ts';
import { orNone } from '../or-none.ts';
import { partyToCorrect } from '../people/answered.ts';
import { faultIn, longestInLetter } from '../wording.ts';
import { isResponse } from './evolving.ts';
import type { LetterToPost } from './reaching.ts';
import { lacksAddress, noAddress, readyToCorrectEmail, readyToReachAnotherWay, readyToRecordPosted } from './ready.ts';
import { lettersToSendAgain } from './sending-again.ts';

/** A mail server's own words: as many as help an officer to understand them. */
const longestWhy = 500;

/** In every stage. Where the letter was the acknowledgement of a complaint not yet answered, the acknowledgement was not made (ADR 0004). */
export function recordUndelivered(state: CaseState, command: CommandOf<'record-undelivered'>, { rules }: Setting): Facts {
  const { noticeId, why, failedEmail } = command;
  if (state.undelivered?.noticeId === noticeId) return refuse('We already know that this letter did not arrive.');
  const unmade =
    state.stage === 'acknowledged' && state.acknowledgement.noticeId === noticeId ? { responseDue: responseDue(state, rules) } : {};
  return [{ type: 'notice-undelivered', noticeId, why: why.slice(0, longestWhy), failedEmail, ...unmade }];
}

/** The letter arrived, so what it did stands; a person must find another way for the next (duty D24). */
export function recordCalledSpam(state: CaseState, { noticeId, failedEmail }: CommandOf<'record-called-spam'>): Facts {
  if (state.undelivered?.noticeId === noticeId) return refuse('A person is already asked to find another way for this letter.');
  return [{ type: 'notice-called-spam', noticeId, failedEmail }];
}

/** RFC 5321, section 4.5.3.1: a path has at most 256 characters with its two brackets. */
const longestEmail = 254;

/** In every stage. What did not arrive goes again, to this address; what cannot stays owed, and the person is still to be reached. */
export function correctEmail(state: CaseState, command: CommandOf<'correct-email'>, { letters = [], today }: Setting): Facts {
  const ready = readyToCorrectEmail(state);
  if (isRefusal(ready)) return ready;
  const email = command.email.trim();
  if (email.length > longestEmail || !isEmailAddress(email))
    return refuse('Enter an email address in the correct format, like name@example.com.');
  const previous = partyToCorrect(state).email;
  if (email === previous && state.failedEmail === undefined) return refuse('This is the address that we have.');
  const again = orNone(lettersToSendAgain(state, email, letters));
  const late = state.toPost?.filter(({ noticeId }) => again?.some((letter) => letter.noticeId === noticeId)) ?? [];
  return [
    { type: 'email-corrected', email, previous, ...(again && { sendsAgain: again }) },
    ...late.flatMap((letter) => missedByPosting(state, letter, today)),
  ];
}

export function reachedAnotherWay(state: CaseState, { how }: CommandOf<'reached-another-way'>): Facts {
  const ready = readyToReachAnotherWay(state);
  if (isRefusal(ready)) return ready;
  const fault = faultIn(how, longestInLetter, 'Say how the person was told: by telephone, by post, in person, and when.');
  return fault ?? [{ type: 'reached-another-way', how: how.trim() }];
}

/** Post counts from the day on which it left the house, so only now is it known whether the letter was late (duty D24). */
export function recordPosted(state: CaseState, { noticeId, on }: CommandOf<'record-posted'>, { today }: Setting): Facts {
  const ready = readyToRecordPosted(state);
  if (isRefusal(ready)) return ready;
  const letter = state.toPost?.find((waiting) => waiting.noticeId === noticeId);
  if (letter === undefined) return refuse('Choose a letter that waits to be posted.');
  if (on > today) return refuse(`Record the posting when it has happened: ${inWords(on)} is still to come.`);
  if (on < letter.since) return refuse(`The letter was written on ${inWords(letter.since)}: it cannot have been posted before.`);
  if (lacksAddress(state, letter)) return refuse(noAddress);
  return [{ type: 'letter-posted', noticeId, kind: letter.kind, on }, ...missedByPosting(state, letter, on)];
}

function missedByPosting(state: CaseState, { noticeId }: LetterToPost, on: LocalDate): readonly EventData[] {
  if (state.stage !== 'acknowledged' && state.stage !== 'answered') return [];
  const { acknowledgement, stageTwo } = state;
  const acknowledges = acknowledgement.noticeId === noticeId;
  return [
    ...(acknowledges ? ifMissed(stageTwo ? 'acknowledge-stage-two' : 'acknowledge', acknowledgement.due, on) : []),
    ...(state.stage === 'answered' && isResponse(noticeId)
      ? ifMissed(stageTwo ? 'respond-stage-two' : 'respond', state.response.due, on)
      : []),
  ];
}
