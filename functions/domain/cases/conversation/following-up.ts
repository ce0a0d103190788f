import type { CaseState } from '../case.ts';
import { type CommandOf, type Facts, isRefusal, refuse } from '../decision.ts';
import { raisedByReading } from '../discrimination/looking-into-it.ts';
import type { CaseEvent, EventData } from '../event.ts';
import { standingEvents } from '../taking-back/taken-back.ts';
import { faultIn, longestInLetter, longestKept } from '../wording.ts';
import { isAbout, openFollowUp } from './asked.ts';
import { readyToAnswerChaser, readyToSetAsideDissatisfaction, readyToSetAsideFollowUp } from './ready.ts';

// What officers do about what a message asked of us (duty D2). The machine only saw the words; reading a message ends none of these.

export function answerQuestion(state: CaseState, { contact }: CommandOf<'answer-question'>): Facts {
  if (!state.questions?.some((question) => isAbout(question, contact))) return refuse('Nothing is asked about this message any more.');
  return [{ type: 'question-answered', channel: contact.channel, contactId: contact.id }];
}

export function answerChaser(state: CaseState, { answer, hasRead }: CommandOf<'answer-chaser'>): Facts {
  const ready = readyToAnswerChaser(state);
  if (isRefusal(ready)) return ready;
  const fault = faultIn(answer, longestInLetter, 'Say where the complaint has got to and what happens next: the person is told it.');
  return fault ?? [{ type: 'chaser-answered', answer: answer.trim() }, ...readWith(state, hasRead)];
}

/** Whoever answers a message has read it: nobody is asked to read it once more. */
export function readWith(state: CaseState, hasRead: true | undefined): readonly EventData[] {
  return hasRead && state.unread ? [{ type: 'correspondence-read' }, ...raisedByReading(state)] : [];
}

/** Whether every message that nobody has read asks where it has got to, and nothing else: then whoever answers that has read them. */
export function asksOnlyForNews(events: readonly CaseEvent[]): boolean {
  const standing = standingEvents(events);
  const since = standing.slice(standing.findLastIndex(({ type }) => type === 'correspondence-read') + 1);
  const came = since.flatMap((event) => (event.type === 'correspondence-added' ? [event] : []));
  return came.every(({ followUps = [] }) => followUps.length > 0 && followUps.every(({ kind }) => kind === 'chaser'));
}

export function setAsideFollowUp(state: CaseState, { followUp, reason }: CommandOf<'set-aside-follow-up'>): Facts {
  const ready = readyToSetAsideFollowUp(state);
  if (isRefusal(ready)) return ready;
  const unhappy = followUp === 'dissatisfaction' ? readyToSetAsideDissatisfaction(state) : ready;
  if (isRefusal(unhappy)) return unhappy;
  if (!openFollowUp(ready, followUp)) return refuse('That is no longer waiting for anybody.');
  const fault = faultIn(reason, longestKept, 'Say why: the words meant something else, or you have dealt with it another way.');
  return fault ?? [{ type: 'follow-up-set-aside', followUp, reason: reason.trim() }];
}
