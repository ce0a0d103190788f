import type { CaseState } from '../case.ts';
import { type CommandOf, type Facts, isRefusal, refuse } from '../decision.ts';
import { faultIn, longestInLetter, longestKept } from '../wording.ts';
import { isAbout, openFollowUp } from './asked.ts';
import { readyToAnswerChaser, readyToSetAsideDissatisfaction, readyToSetAsideFollowUp } from './ready.ts';

// What officers do about what a message asked of us (duty D2). The machine only saw the words; reading a message ends none of these.

export function answerQuestion(state: CaseState, { contact }: CommandOf<'answer-question'>): Facts {
  if (!state.questions?.some((question) => isAbout(question, contact))) return refuse('Nothing is asked about this message any more.');
  return [{ type: 'question-answered', channel: contact.channel, contactId: contact.id }];
}

export function answerChaser(state: CaseState, { answer }: CommandOf<'answer-chaser'>): Facts {
  const ready = readyToAnswerChaser(state);
  if (isRefusal(ready)) return ready;
  const fault = faultIn(answer, longestInLetter, 'Say where the complaint has got to and what happens next: the person is told it.');
  return fault ?? [{ type: 'chaser-answered', answer: answer.trim() }];
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
