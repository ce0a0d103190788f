import { inWords, londonDateOf } from '../../calendar/local-date.ts';
import { responseDue } from '../../deadlines/stage-clock.ts';
import { actsAsHead } from '../allocation/the-head.ts';
import type { Acknowledged, CaseState } from '../case.ts';
import type { Refusal } from '../command.ts';
import { type CommandOf, type Day, type Facts, isRefusal, refuse, type Setting } from '../decision.ts';
import { advisedAnew, raisedByAccepting } from '../discrimination/looking-into-it.ts';
import type { CaseEvent } from '../event.ts';
import { whereTwoOmbudsmen } from '../points.ts';
import { pointsOfStageOne } from '../points-at-stage-two.ts';
import { faultIn, longestKept } from '../wording.ts';
import type { InTouchEvent } from './in-touch.ts';
import { readyToDecideOverdue, readyToEscalate } from './ready.ts';

// Somebody asks for stage two, or for news, after the stage one response was due: the Head decides within a working day whether stage one answers
// now or stage two begins without it (duty D25).

/** Once, until the Head has decided. `receivedAt`: of their message. */
export function askedWhileOverdue(state: CaseState, receivedAt: CaseEvent['at'], { rules, today }: Day): readonly InTouchEvent[] {
  if (state.stage !== 'acknowledged' || state.stageTwo || state.inTouch?.askedWhileOverdue) return [];
  const due = responseDue(state, rules);
  const received = londonDateOf(receivedAt);
  const on = received < today ? received : today;
  return due !== undefined && on > due ? [{ type: 'asked-while-overdue', on, due }] : [];
}

export function escalateUnanswered(state: CaseState, command: CommandOf<'escalate-unanswered'>, setting: Setting): Facts {
  const ready = forTheHead(readyToEscalate(state, setting), setting);
  if (isRefusal(ready)) return ready;
  const { askedOn, reason } = command;
  if (askedOn > setting.today) return refuse(`Enter the day on which they asked: ${inWords(askedOn)} is still to come.`);
  const told = ready.inTouch?.askedWhileOverdue?.since;
  if (told !== undefined && askedOn > told)
    return refuse(`They wrote on ${inWords(told)}: stage two was asked for on that day, or before it.`);
  if (askedOn < ready.acknowledgement.on)
    return refuse(`They cannot have asked for stage two before we acknowledged stage one, on ${inWords(ready.acknowledgement.on)}.`);
  const fault = faultIn(reason, longestKept, 'Say why stage two begins without an answer at stage one.');
  return (
    fault ?? [
      {
        type: 'escalated-unanswered',
        askedOn,
        reason: reason.trim(),
        ...whereTwoOmbudsmen(ready),
        ...pointsOfStageOne(ready),
        ...advisedAnew(state),
      },
      ...raisedByAccepting(state),
    ]
  );
}

export function answerNow(state: CaseState, { note }: CommandOf<'answer-now'>, setting: Setting): Facts {
  const ready = forTheHead(readyToDecideOverdue(state), setting);
  if (isRefusal(ready)) return ready;
  const fault = faultIn(note, longestKept, 'Say who answers, and when.');
  return fault ?? [{ type: 'to-be-answered-now', note: note.trim() }];
}

function forTheHead(ready: Acknowledged | Refusal, setting: Setting): Acknowledged | Refusal {
  if (isRefusal(ready) || actsAsHead(ready, setting)) return ready;
  return refuse('Only the Head of Customer Service and Complaints decides this, or their deputy while they cannot.');
}
