import { inWords } from '../../calendar/local-date.ts';
import { questionWhetherFixed } from '../../deadlines/of-request.ts';
import { complainantOf } from '../../notices/addressee.ts';
import { ifMissed } from '../answering.ts';
import type { CaseState } from '../case.ts';
import { type CommandOf, type Facts, isRefusal, refuse, type Setting } from '../decision.ts';
import { faultIn, longestInLetter, longestKept } from '../wording.ts';
import { openRequest, readyToAnswerServiceRequest, readyToRecordChoice, readyToRecordFixed } from './ready.ts';

/** By the clock alone, on the promised day or as soon after it as anything runs (duty D17). */
export function askWhetherFixed(state: CaseState, { rules, today }: Setting): Facts {
  if (questionWhetherFixed(state, rules).length === 0) return refuse('They need not be asked whether it is fixed.');
  const { promisedBy } = openRequest(state) ?? {};
  if (promisedBy !== undefined && today < promisedBy) return refuse(`They are asked on ${inWords(promisedBy)}, the day that we promised.`);
  return [{ type: 'asked-whether-fixed', on: today }];
}

/** An answer on the promised day or later asks in its own letter whether it is fixed: one letter, not two. */
export function answerServiceRequest(state: CaseState, { answer }: CommandOf<'answer-service-request'>, { today }: Setting): Facts {
  const ready = readyToAnswerServiceRequest(state);
  if (isRefusal(ready)) return ready;
  const fault = faultIn(answer, longestInLetter, 'Write the answer: the person is told what was done.');
  if (fault) return fault;
  const asks = today >= ready.promisedBy && complainantOf(state) !== undefined;
  return [
    { type: 'service-request-answered', on: today, answer: answer.trim(), ...(asks && { asks: true }) },
    ...ifMissed('service-request', ready.promisedBy, today),
  ];
}

/** What they said by telephone, or to an officer. "No" makes a complaint, received on the day on which they said so (duty D17). */
export function recordFixedAnswer(state: CaseState, { fixed, on, note }: CommandOf<'record-fixed-answer'>, { today }: Setting): Facts {
  const ready = readyToRecordFixed(state);
  if (isRefusal(ready)) return ready;
  if (fixed === 'yes' && ready.fixed?.answer === 'yes') return refuse('They have told us already that it is fixed.');
  const fault =
    faultInDay(on, ready.decidedOn, today) ?? faultIn(note, longestKept, 'Say what they told you, and how you spoke or who wrote.');
  return fault ?? [{ type: 'fixed-answer-recorded', fixed, on, note: note.trim() }];
}

/** A council tenant's own choice; no is as good an answer as yes, and the offer stands (Housing Ombudsman's Code 1.3). */
export function recordChoice(state: CaseState, { complain, on }: CommandOf<'record-choice'>, { today }: Setting): Facts {
  const ready = readyToRecordChoice(state);
  if (isRefusal(ready)) return ready;
  return faultInDay(on, ready.decidedOn, today) ?? [{ type: 'choice-recorded', complain, on }];
}

function faultInDay(on: string, decidedOn: Parameters<typeof inWords>[0], today: string) {
  if (on > today) return refuse('Enter the day on which they told us: it cannot be still to come.');
  return on < decidedOn ? refuse(`Enter a day from ${inWords(decidedOn)} on: on that day we told them what we would do.`) : undefined;
}
