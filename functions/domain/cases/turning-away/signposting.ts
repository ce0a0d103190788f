import { inWords } from '../../calendar/local-date.ts';
import { otherBodies } from '../../policy/other-bodies.ts';
import type { CaseState } from '../case.ts';
import type { Refusal } from '../command.ts';
import { type CommandOf, type Facts, isRefusal, refuse, type Setting } from '../decision.ts';
import { faultIn, faultInOptional, ifWritten, longestInLetter, longestKept } from '../wording.ts';
import { faultInPart } from './handing-over.ts';
import { readyToSignpost } from './ready.ts';
import type { DecisionLetterSeen } from './turning-away.ts';

/** Only where another body decides. The person always learns how to reach it; a last day only from a letter that the officer has seen (D13, D14). */
export function signpost(state: CaseState, command: CommandOf<'signpost'>, { today }: Setting): Facts {
  const ready = readyToSignpost(state);
  if (isRefusal(ready)) return ready;
  const { to, reasons, decisionLetter } = command;
  const [part, whatToDo, howToReach] = [ifWritten(command.part), ifWritten(command.whatToDo), ifWritten(command.howToReach)];
  const fault =
    faultInPart(state, part) ??
    faultIn(reasons, longestKept, 'Give the reasons: they are recorded and the person is told them (policy section 3).') ??
    faultInOptional(whatToDo, longestInLetter) ??
    faultInOptional(howToReach, longestInLetter) ??
    (howToReach === undefined && waysMissing(to).length > 0
      ? refuse(`Look up how to reach them and write it down: we hold no checked ${waysMissing(to).join(', ')} for them.`)
      : undefined) ??
    (decisionLetter && faultInLetter(decisionLetter, today));
  if (fault) return fault;
  return [
    {
      type: 'signposted',
      to,
      ...(part !== undefined && { part }),
      reasons: reasons.trim(),
      ...(whatToDo !== undefined && { whatToDo }),
      ...(howToReach !== undefined && { howToReach }),
      ...(decisionLetter && { decisionLetter }),
      suggested: state.suggestion.primary,
    },
  ];
}

/** Telephone, post and web are always offered: those of which we hold none that was checked (duty D14). */
function waysMissing(to: CommandOf<'signpost'>['to']): readonly string[] {
  const { telephone, post, web } = otherBodies[to].details ?? {};
  return [telephone ? '' : 'telephone number', post ? '' : 'postal address', web ? '' : 'website'].filter((missing) => missing !== '');
}

function faultInLetter({ dated, lastDay }: DecisionLetterSeen, today: Setting['today']): Refusal | undefined {
  if (dated > today) return refuse(`Enter the date on the decision letter: ${inWords(dated)} is still to come.`);
  if (lastDay < dated) return refuse('Enter the last day that the letter gives: it cannot be before the letter.');
  return undefined;
}
