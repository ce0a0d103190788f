import { noticeIdOf } from '../../notices/notice-id.ts';
import { acknowledge, fullResponse } from '../answering.ts';
import type { Acknowledged, CaseState } from '../case.ts';
import { type CommandOf, type Facts, isRefusal, refuse, type Setting } from '../decision.ts';
import type { EventData } from '../event.ts';
import type { Point } from '../point.ts';
import { pointsOf } from '../points.ts';
import { readyToAcknowledge } from '../ready.ts';
import { proposedInstead } from '../second-person.ts';
import { faultInOptional, ifWritten, longestKept } from '../wording.ts';
import { hasContact, readyForQuickAnswer } from './ready.ts';

/**
 * One letter that acknowledges and answers, on one day: still stage one, with everything that both must say (duty D21). What needs a second person
 * is not answered this quickly.
 */
export function acknowledgeAndRespond(state: CaseState, command: CommandOf<'acknowledge-and-respond'>, setting: Setting): Facts {
  const ready = readyForQuickAnswer(state, readyToAcknowledge);
  if (isRefusal(ready)) return ready;
  const because = ifWritten(command.contactNotNeeded);
  const fault = faultInOptional(because, longestKept);
  if (fault) return fault;
  const spoken = state.reachBy.length === 0 || hasContact(state.inTouch?.contact);
  if (!spoken && because === undefined)
    return refuse('Speak with the person first and record it, or say why the answer does not need it (policy section 6).');
  const withoutContact: readonly EventData[] = spoken || because === undefined ? [] : [{ type: 'contact-not-needed', because }];

  const acknowledging = acknowledge(state, command.acknowledgement, setting);
  if (isRefusal(acknowledging)) return acknowledging;
  const [made, ...acknowledgedLate] = acknowledging;
  if (made?.type !== 'acknowledged') return refuse('Nothing was acknowledged.');
  const noticeId = noticeIdOf(state.eventCount + withoutContact.length + 2, 'response');
  const acknowledgement = { ...made.acknowledgement, noticeId, alsoAnswers: true } as const;
  const acknowledged: Acknowledged = { ...ready, stage: 'acknowledged', acknowledgement, extensions: [] };

  if (proposedInstead(acknowledged, command.response, setting))
    return refuse('A second person must approve this answer: acknowledge the complaint first, then respond.');
  const answering = fullResponse(acknowledged, command.response, setting);
  if (isRefusal(answering)) return answering;
  return [...withoutContact, { type: 'acknowledged', acknowledgement, offered: made.offered }, ...answering, ...acknowledgedLate];
}

/** What such a letter decides: the complaint, and what joined it before. The form and the letter have no other points. */
export function quickAnswerPoints(state: CaseState): readonly Point[] {
  if (state.stage !== 'accepted' || !state.allocation) return [];
  const { allocation, acceptedOn: on } = state;
  const acknowledgement = { on, due: on, definition: 'The complaint as you describe it above.', outcomesSought: '', noticeId: '' };
  return pointsOf({ ...state, stage: 'acknowledged', allocation, acknowledgement, extensions: [] });
}
