import { inShort } from '../calendar/local-date.ts';
import type { CaseState } from '../cases/case.ts';
import { apologisedFor } from '../cases/in-touch/in-touch.ts';
import type { Rules } from '../policy/rules.ts';
import type { Deadline } from './deadline.ts';
import { counted, open } from './one-deadline.ts';

/**
 * When we write next to somebody who waits, and when the Head decides on a late stage one (duties D22 and D25). `owed`: the other deadlines of the
 * case, since an update is owed as long as the letter is that it speaks of.
 */
export function ofInTouch(state: CaseState, owed: readonly Deadline[], rules: Rules): readonly Deadline[] {
  return [...ofUpdates(state, owed, rules), ...ofOverdue(state, rules)];
}

function ofUpdates({ inTouch }: CaseState, owed: readonly Deadline[], rules: Rules): readonly Deadline[] {
  const { updates } = inTouch ?? {};
  if (!updates || !owed.some(isWaitedFor)) return [];
  const { from, next, every } = updates;
  const interval = every === undefined ? '' : `, and then every ${every} working days, as agreed with them`;
  const explanation = `on ${inShort(from)} we said that we would write again by ${inShort(next)}${interval}`;
  return [open({ kind: 'update-due', from, due: next, explanation, source: rules.policy.update.source }, from, rules)];
}

function isWaitedFor({ kind, met, ended }: Deadline): boolean {
  return met === undefined && ended === undefined && apologisedFor.some((name) => name === kind);
}

function ofOverdue(state: CaseState, rules: Rules): readonly Deadline[] {
  const { askedWhileOverdue } = state.inTouch ?? {};
  if (!askedWhileOverdue || state.stage !== 'acknowledged' || state.stageTwo) return [];
  return [counted('decide-overdue', askedWhileOverdue.since, rules.policy.decideOverdue, rules)];
}

/** Says beside the acknowledgement's date that a question to the person did not move it (policy section 6). */
export function withClarification(deadline: Deadline, { stage, inTouch }: CaseState): Deadline {
  const { clarificationAskedOn: askedOn } = inTouch ?? {};
  const owed = stage === 'received' || stage === 'accepted';
  if (!askedOn || !owed || deadline.met || !(deadline.kind === 'acknowledge' || deadline.kind === 'acknowledge-stage-two')) return deadline;
  return {
    ...deadline,
    explanation: `${deadline.explanation}; we asked them a question on ${inShort(askedOn)}, and that does not move the date`,
  };
}
