import type { CaseState } from './case.ts';
import { type CommandOf, type Facts, isRefusal, refuse } from './decision.ts';
import { readyToReachAnotherWay } from './ready.ts';
import { faultIn, longestInLetter } from './wording.ts';

/** A mail server's own words: as many as help an officer to understand them. */
const longestWhy = 500;

/** In every stage. Where the letter was the acknowledgement of a complaint not yet answered, the acknowledgement was not made (ADR 0004). */
export function recordUndelivered(state: CaseState, { noticeId, why }: CommandOf<'record-undelivered'>): Facts {
  if (state.undelivered?.noticeId === noticeId) return refuse('We already know that this letter did not arrive.');
  return [{ type: 'notice-undelivered', noticeId, why: why.slice(0, longestWhy) }];
}

export function reachedAnotherWay(state: CaseState, { how }: CommandOf<'reached-another-way'>): Facts {
  const ready = readyToReachAnotherWay(state);
  if (isRefusal(ready)) return ready;
  const fault = faultIn(how, longestInLetter, 'Say how the person was told: by telephone, by post, in person, and when.');
  return fault ?? [{ type: 'reached-another-way', how: how.trim() }];
}
