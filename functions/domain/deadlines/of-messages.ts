import type { CaseState } from '../cases/case.ts';
import { askedByDissatisfaction, openFollowUp } from '../cases/conversation/asked.ts';
import { followUpTasks, type OpenFollowUp } from '../cases/conversation/conversation.ts';
import type { Rules } from '../policy/rules.ts';
import type { Deadline } from './deadline.ts';
import { counted } from './one-deadline.ts';

/** Also in a closed case: what comes in after the answer may be a new complaint (duties D2 and D27). */
export function ofUnreadCorrespondence(state: CaseState, rules: Rules): readonly Deadline[] {
  return state.unread ? [counted('read-correspondence', state.unread.since, rules.policy.readCorrespondence, rules)] : [];
}

/** One deadline for all of them, from the oldest. */
export function ofQuestions(state: CaseState, rules: Rules): readonly Deadline[] {
  const [first] = (state.questions ?? []).map(({ since }) => since).toSorted();
  return first ? [counted('same-or-new', first, rules.policy.sameOrNew, rules)] : [];
}

/** What people asked of us in their messages, from the day on which the first of each kind came; reading them changes nothing (duty D2). */
export function ofFollowUps(state: CaseState, rules: Rules): readonly Deadline[] {
  return followUpTasks.flatMap((kind) => {
    const first = openFollowUp(state, kind);
    return first ? [ofFollowUp(first, state, rules)] : [];
  });
}

function ofFollowUp({ kind, since }: OpenFollowUp, state: CaseState, rules: Rules): Deadline {
  switch (kind) {
    case 'chaser':
      return counted('answer-chaser', since, rules.policy.answerChaser, rules);
    case 'withdrawal':
      return counted('confirm-withdrawal', since, rules.policy.confirmWithdrawal, rules);
    case 'dissatisfaction':
      if (askedByDissatisfaction(state) === 'complaint')
        return counted('acknowledge-complaint', since, rules.policy.stageOne.acknowledge, rules);
      return counted('acknowledge-stage-two', since, rules.policy.stageTwo.acknowledge, rules);
  }
}

/** From the call, or from the last try to ring back (ADR 8). */
export function ofCallBack(state: CaseState, rules: Rules): readonly Deadline[] {
  return state.callBack ? [counted('call-back', state.callBack.since, rules.policy.callBack, rules)] : [];
}

/** Also in a closed case: nobody may delete audio to which nobody has listened. From the oldest call. */
export function ofTranscripts(state: CaseState, rules: Rules): readonly Deadline[] {
  const oldest = state.transcriptsToCheck?.[0];
  return oldest ? [counted('check-transcript', oldest.since, rules.policy.checkTranscript, rules)] : [];
}
