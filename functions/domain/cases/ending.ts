import { ifMissed } from './answering.ts';
import type { CaseState } from './case.ts';
import { type CommandOf, type Facts, isRefusal, type Setting } from './decision.ts';
import { readyToAnswerServiceRequest, readyToClose, readyToWithdraw } from './ready.ts';
import { faultIn, longestInLetter, longestKept } from './wording.ts';

export function answerServiceRequest(state: CaseState, { answer }: CommandOf<'answer-service-request'>, { today }: Setting): Facts {
  const ready = readyToAnswerServiceRequest(state);
  if (isRefusal(ready)) return ready;
  const fault = faultIn(answer, longestInLetter, 'Write the answer: the person is told what was done.');
  if (fault) return fault;
  return [{ type: 'service-request-answered', on: today, answer: answer.trim() }, ...ifMissed('service-request', ready.promisedBy, today)];
}

/** The person's own decision, confirmed to them in writing (duty D26). */
export function withdraw(state: CaseState, { howWeKnow }: CommandOf<'withdraw'>, { today }: Setting): Facts {
  const ready = readyToWithdraw(state);
  if (isRefusal(ready)) return ready;
  const fault = faultIn(howWeKnow, longestKept, 'Say how we know that the person withdrew: when they told us, whom, and how.');
  return fault ?? [{ type: 'withdrawn', on: today, howWeKnow: howWeKnow.trim() }];
}

/** Answered is not closed: an officer says why nothing is left to do (duty D27). */
export function close(state: CaseState, { reason }: CommandOf<'close'>, { today }: Setting): Facts {
  const ready = readyToClose(state);
  if (isRefusal(ready)) return ready;
  const fault = faultIn(reason, longestKept, 'Say why the case can be closed.');
  return fault ?? [{ type: 'closed', on: today, reason: reason.trim() }];
}
