import { inWords, type LocalDate } from '../../calendar/local-date.ts';
import { lastDayInTime } from '../../policy/twelve-months.ts';
import type { CaseState } from '../case.ts';
import type { Refusal } from '../command.ts';
import { type CommandOf, type Facts, isRefusal, refuse } from '../decision.ts';
import { faultIn, longestInLetter, longestKept } from '../wording.ts';
import { readyToDecline, readyToThank } from './ready.ts';

/**
 * Not accepted, for a ground that people have weighed: the facts, what speaks against it, what the person can do instead, and the Ombudsman
 * (policy section 3; both Codes section 2; duty D3). Two people decide it (duty D28).
 */
export function decline(state: CaseState, command: CommandOf<'decline'>): Facts {
  const ready = readyToDecline(state);
  if (isRefusal(ready)) return ready;
  const { ground, facts, discretion, alternative, ombudsmen, outOfTime } = command;
  const fault =
    faultIn(facts, longestKept, 'Give the facts: they are recorded and the person is told them (policy section 3).') ??
    faultIn(discretion, longestInLetter, 'Say what speaks for accepting it, and why that did not outweigh the rest (policy section 3).') ??
    faultIn(alternative, longestInLetter, 'Say what the person can do instead (policy section 3).') ??
    (ombudsmen.length === 0 ? refuse('Name the Ombudsman: the letter must say how to reach them (policy section 3).') : undefined) ??
    (ground === 'out-of-time' ? faultInTime(state.receivedOn, outOfTime) : undefined);
  if (fault) return fault;
  return [
    {
      type: 'declined',
      ground,
      facts: facts.trim(),
      discretion: discretion.trim(),
      alternative: alternative.trim(),
      ombudsmen,
      ...(ground === 'out-of-time' && outOfTime && { outOfTime }),
      suggested: state.suggestion.primary,
    },
  ];
}

/** It must have happened and been known more than twelve months before we received it, and be over (policy section 3; both Codes 2.2). */
function faultInTime(receivedOn: LocalDate, outOfTime: CommandOf<'decline'>['outOfTime']): Refusal | undefined {
  if (!outOfTime) return refuse('Enter the day from which the twelve months run: when it had happened and they knew of it.');
  if (outOfTime.goesOn) return refuse('Something of it still goes on, so it is not out of time (both Codes, section 2). Accept it.');
  const lastDay = lastDayInTime(outOfTime.knownOn);
  if (lastDay < receivedOn) return undefined;
  return refuse(
    `It is in time: twelve months from ${inWords(outOfTime.knownOn)} end on ${inWords(lastDay)}, and it reached us on ${inWords(receivedOn)}.`,
  );
}

/** Praise, a suggestion, a survey: thanked and recorded. It stays open to them to say that it was a complaint (policy section 4). */
export function thankForFeedback(state: CaseState, { thanks }: CommandOf<'thank-for-feedback'>): Facts {
  const ready = readyToThank(state);
  if (isRefusal(ready)) return ready;
  const fault = faultIn(thanks, longestInLetter, 'Write a sentence of thanks: for example, to whom you passed it on.');
  return fault ?? [{ type: 'feedback-recorded', thanks: thanks.trim(), suggested: state.suggestion.primary }];
}
