import { countToAcknowledgement, dateOf } from '../../deadlines/stage-clock.ts';
import { faultInPoints } from '../answering.ts';
import type { Acknowledgement, CaseState } from '../case.ts';
import { type CommandOf, type Facts, isRefusal, refuse, type Setting } from '../decision.ts';
import { putIntoPoints } from '../points-at-stage-two.ts';
import { faultIn, faultInOptional, ifWritten, longestInLetter, longestKept } from '../wording.ts';
import type { Definition } from './in-touch.ts';
import { readyToAmendDefinition, readyToAskClarification } from './ready.ts';

// What the complaint is: our understanding, asked for inside the acknowledgement's period and put right after it (duty D20; both Codes 5.6).

/** The clock does not wait for the answer: the acknowledgement goes out by its date with what we know (policy section 6). */
export function askClarification(state: CaseState, { question }: CommandOf<'ask-clarification'>, setting: Setting): Facts {
  const ready = readyToAskClarification(state, setting);
  if (isRefusal(ready)) return ready;
  const fault = faultIn(question, longestInLetter, 'Write your question: the person reads it in a letter.');
  const acknowledgeBy = dateOf(countToAcknowledgement(ready, setting.rules));
  return fault ?? [{ type: 'clarification-asked', question: question.trim(), acknowledgeBy }];
}

/** The record keeps what we understood before, and the clock runs on. */
export function amendDefinition(state: CaseState, command: CommandOf<'amend-definition'>): Facts {
  const ready = readyToAmendDefinition(state);
  if (isRefusal(ready)) return ready;
  const { points = [], because } = command;
  const fault =
    faultIn(command.definition, longestKept, 'Say what the complaint is as we now understand it.') ??
    faultInPoints(points, ready) ??
    faultInOptional(command.outcomesSought, longestKept) ??
    faultInOptional(command.notResponsibleFor, longestKept) ??
    faultIn(because, longestKept, 'Say what changed our understanding: the person is told it.');
  if (fault) return fault;
  const put = putIntoPoints(ready, points);
  if (isRefusal(put)) return put;
  const before = definitionOf(ready.acknowledgement);
  const after: Definition = {
    definition: command.definition.trim(),
    ...put,
    outcomesSought: command.outcomesSought.trim(),
    notResponsibleFor: ifWritten(command.notResponsibleFor),
  };
  if (JSON.stringify(before) === JSON.stringify(after)) return refuse('This is what we understand already. Change what was wrong.');
  return [{ type: 'definition-amended', before, after, because: because.trim() }];
}

function definitionOf({ definition, points, notDisputed, outcomesSought, notResponsibleFor }: Acknowledgement): Definition {
  return { definition, points, ...(notDisputed && { notDisputed }), outcomesSought, notResponsibleFor };
}
