import { inShort, type LocalDate, londonTime } from '../calendar/local-date.ts';
import { workingDaysFrom } from '../calendar/working-days.ts';
import type { CaseState } from '../cases/case.ts';
import { toBeAsked } from '../cases/remedies/ready.ts';
import { isForOthers, type Remedy } from '../cases/remedies/remedy.ts';
import type { Rules } from '../policy/rules.ts';
import type { ClockAct } from './clock-act.ts';
import type { Deadline } from './deadline.ts';
import { type Bare, counted, isAfter, met, open } from './one-deadline.ts';
import { dateOf } from './stage-clock.ts';

/** Everything that we promised, each by its own day and kept by its own owner, whatever stage the case is in (policy section 7; both Codes 7.3). */
export function ofRemedies(state: CaseState, rules: Rules): readonly Deadline[] {
  return [...(state.remedies ?? []).map((remedy) => ofRemedy(remedy, rules)), ...ofQuestion(state, rules)];
}

function ofRemedy(remedy: Remedy, rules: Rules): Deadline {
  const { number, type, what, amountPence, owner, due, promisedOn, state } = remedy;
  const promise: Bare = {
    kind: 'remedy',
    about: number,
    promise: { type, what, amountPence },
    keeper: owner,
    from: promisedOn,
    due,
    explanation: whenPromised(remedy),
    source: 'policy section 7; both Complaint Handling Codes 7.3',
  };
  switch (state.is) {
    case 'promised':
      return open(promise, promisedOn, rules);
    case 'done':
      return met(promise, state.on);
    case 'undeliverable':
      return {
        ...promise,
        explanation: `${promise.explanation}; on ${inShort(state.on)} we told them that it cannot be done`,
        ended: state.on,
        missed: isAfter(state.on, due),
        alerts: [],
      };
  }
}

/** A day that was moved says when, and which day stood first. */
function whenPromised(remedy: Remedy): string {
  const { due, promisedOn, moved } = remedy;
  const promised = isForOthers(remedy) ? 'we said that it would be put right for others' : 'we promised that it would be done';
  if (!moved) return `On ${inShort(promisedOn)} ${promised} by ${inShort(due)}`;
  return `On ${inShort(promisedOn)} ${promised}, first by ${inShort(moved.firstDue)}; on ${inShort(moved.on)} we moved that to ${inShort(due)}`;
}

/**
 * Something that was done early: they are asked when its day has gone by. The machine keeps this one, so nobody is told before it is overdue; it stands
 * here so that the daily sweep finds the case. What is not done has a deadline already.
 */
function ofQuestion(state: CaseState, rules: Rules): readonly Deadline[] {
  const [first] = toBeAsked(state)
    .filter((remedy) => remedy.state.is === 'done')
    .map(({ due }) => due)
    .toSorted();
  if (first === undefined) return [];
  const question = counted('ask-whether-done', first, rules.policy.askWhetherDone, rules);
  return [{ ...question, alerts: question.alerts.filter(({ kind }) => kind === 'overdue') }];
}

/** On a London clock, when people can ring us about it; our own. */
const askedAt = '10:00';

/** The morning of the working day after a promised day (duty D31). Of what is due later they are asked later. */
export function questionWhetherDone(state: CaseState, { calendar, policy }: Rules): readonly ClockAct[] {
  const days = [...new Set(toBeAsked(state).map(({ due }) => due))].toSorted();
  return days.flatMap((due) => {
    const on: LocalDate | undefined = dateOf(workingDaysFrom(calendar, due, policy.askWhetherDone.workingDays));
    return on ? [{ name: `ask-whether-done-${due}`, at: londonTime(on, askedAt), command: { type: 'ask-whether-done' as const } }] : [];
  });
}
