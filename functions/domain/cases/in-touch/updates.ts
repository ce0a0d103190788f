import { inWords, type LocalDate } from '../../calendar/local-date.ts';
import { workingDaysFrom } from '../../calendar/working-days.ts';
import { dateOf } from '../../deadlines/stage-clock.ts';
import type { Rules } from '../../policy/rules.ts';
import type { Acknowledged, CaseState } from '../case.ts';
import type { Refusal } from '../command.ts';
import { type CommandOf, type Facts, isRefusal, refuse, type Setting } from '../decision.ts';
import { faultIn, longestInLetter, uncountable } from '../wording.ts';
import type { InTouchEvent, Updates } from './in-touch.ts';
import { readyToAgreeUpdates, readyToSendUpdate } from './ready.ts';

// Whose answer is late, or takes longer than the policy's extension, hears from us at dates that suit them, until they have it
// (duty D22; Housing Ombudsman Complaint Handling Code 5.9).

export function agreeUpdates(state: CaseState, { every, nextOn }: CommandOf<'agree-updates'>, setting: Setting): Facts {
  const ready = readyToAgreeUpdates(state);
  if (isRefusal(ready)) return ready;
  if ((every === undefined) === (nextOn === undefined))
    return refuse('Enter either a number of working days or the date of the next update.');
  const updates = updatesFrom({ every, nextOn }, setting);
  return isRefusal(updates) ? updates : [{ type: 'updates-set', updates, agreed: true }];
}

/** A letter with an officer's words. The next date is always set: by a date of its own, by what was agreed, or by our own duty. */
export function sendUpdate(state: CaseState, { words, nextOn }: CommandOf<'send-update'>, setting: Setting): Facts {
  const ready = readyToSendUpdate(state);
  if (isRefusal(ready)) return ready;
  const fault = faultIn(words, longestInLetter, 'Say how far you have come: the person reads it in a letter.');
  if (fault) return fault;
  const updates = updatesFrom({ every: ready.updates.every, nextOn }, setting);
  return isRefusal(updates) ? updates : [{ type: 'update-sent', words: words.trim(), updates }];
}

/** What we promise by ourselves with an extension past the cap, unless dates were agreed before. */
export function updatesPastTheCap({ inTouch }: Acknowledged, today: LocalDate, rules: Rules): readonly InTouchEvent[] {
  if (inTouch?.updates && inTouch.updates.next > today) return [];
  const updates = nextUpdates(undefined, today, rules);
  return updates ? [{ type: 'updates-set', updates, agreed: false }] : [];
}

/** From today on, at the interval that was agreed or at our own; undefined past the end of the calendar. */
export function nextUpdates(every: number | undefined, today: LocalDate, { policy, calendar }: Rules): Updates | undefined {
  const next = dateOf(workingDaysFrom(calendar, today, every ?? policy.update.workingDays));
  return next && { from: today, next, every };
}

function updatesFrom(asked: { every?: number; nextOn?: LocalDate }, { rules, today }: Setting): Updates | Refusal {
  const { every, nextOn } = asked;
  const most = rules.policy.furthestUpdate.workingDays;
  if (every !== undefined && (!Number.isSafeInteger(every) || every < 1 || every > most))
    return refuse(`Enter a whole number of working days from 1 to ${most}.`);
  if (nextOn === undefined) return nextUpdates(every, today, rules) ?? uncountable(rules.calendar.until);
  if (nextOn <= today) return refuse('The next update must be on a day to come.');
  const furthest = dateOf(workingDaysFrom(rules.calendar, today, most));
  if (furthest !== undefined && nextOn > furthest)
    return refuse(`The next update must be by ${inWords(furthest)}: nobody waits longer than ${most} working days.`);
  return { from: today, next: nextOn, every };
}
