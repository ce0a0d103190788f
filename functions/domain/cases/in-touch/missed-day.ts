import { inWords, londonTime } from '../../calendar/local-date.ts';
import { workingDaysFrom } from '../../calendar/working-days.ts';
import type { Deadline } from '../../deadlines/deadline.ts';
import { deadlinesOf } from '../../deadlines/deadlines-of.ts';
import { toldDate } from '../../deadlines/next.ts';
import { dateOf } from '../../deadlines/stage-clock.ts';
import { complainantOf } from '../../notices/addressee.ts';
import type { Rules } from '../../policy/rules.ts';
import { actsAsHead } from '../allocation/the-head.ts';
import type { CaseState } from '../case.ts';
import { type CommandOf, type Facts, isRefusal, refuse, type Setting } from '../decision.ts';
import { faultIn, uncountable } from '../wording.ts';
import { type ApologisedFor, apologisedFor, type MissedDay } from './in-touch.ts';
import { readyToWordApology } from './ready.ts';
import { nextUpdates } from './updates.ts';

// The day that we miss (duty D22): at 10:00 on the next working day the person gets an apology by itself, once for each date that went by.

/** So that the snapshot stays small. */
const longestWords = 2_000;

/** The Head of Customer Service and Complaints may add to what the person reads, and cannot stop it. */
export function wordApology(state: CaseState, { words }: CommandOf<'word-apology'>, setting: Setting): Facts {
  const ready = readyToWordApology(state);
  if (isRefusal(ready)) return ready;
  if (!actsAsHead(state, setting))
    return refuse('Only the Head of Customer Service and Complaints words the apology, or their deputy while they cannot.');
  const fault = faultIn(words, longestWords, 'Write what the apology is to say beside what it always says.');
  return fault ?? [{ type: 'apology-worded', words: words.trim() }];
}

/** Of the machine alone, and only for a day that was really missed. */
export function apologiseForMissing(state: CaseState, { deadline, due }: CommandOf<'apologise-for-missing'>, setting: Setting): Facts {
  const { rules, today } = setting;
  const owed = apologiesOwed(state, rules).find((one) => one.deadline === deadline && one.due === due);
  if (!owed) return refuse('No apology is owed for that day.');
  if (today < owed.on) return refuse(`The apology goes out on ${inWords(owed.on)}.`);
  const { updates: agreed, apologyWords } = state.inTouch ?? {};
  const updates = agreed && agreed.next > today ? agreed : nextUpdates(agreed?.every, today, rules);
  return updates ? [{ type: 'apologised', deadline, due, words: apologyWords, updates }] : uncountable(rules.calendar.until);
}

/** A day that has gone by or may yet, and the day on which we apologise for it. */
export type OwedApology = MissedDay & { readonly on: MissedDay['due'] };

/**
 * One for each letter that the person waits for: the date that they know of, and the working day after it. None where it went out already, or where
 * nobody can be written to. One that was missed while nothing ran is owed all the same.
 */
export function apologiesOwed(state: CaseState, rules: Rules): readonly OwedApology[] {
  if (!complainantOf(state)) return [];
  return deadlinesOf(state, rules).flatMap((one) => {
    const [deadline, due] = [owedToThem(one), toldDate(one)];
    const on = due && dateOf(workingDaysFrom(rules.calendar, due, rules.policy.apology.workingDays));
    return deadline && due && on && !wentOut(state, { deadline, due }) ? [{ deadline, due, on }] : [];
  });
}

export function apologyMoment({ on }: OwedApology, { policy }: Rules) {
  return londonTime(on, policy.apology.at);
}

function owedToThem({ kind, met, ended }: Deadline): ApologisedFor | undefined {
  return met === undefined && ended === undefined ? apologisedFor.find((name) => name === kind) : undefined;
}

/** Somebody who was not satisfied waits for the same acknowledgement once their complaint is accepted. */
function actOf(deadline: ApologisedFor): ApologisedFor {
  return deadline === 'acknowledge-complaint' ? 'acknowledge' : deadline;
}

function wentOut({ inTouch }: CaseState, { deadline, due }: MissedDay): boolean {
  return inTouch?.apologies?.some((one) => actOf(one.deadline) === actOf(deadline) && one.due === due) ?? false;
}
