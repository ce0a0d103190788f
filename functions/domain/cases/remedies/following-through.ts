import { inWords, type LocalDate } from '../../calendar/local-date.ts';
import type { CaseState } from '../case.ts';
import type { Refusal } from '../command.ts';
import { readWith } from '../conversation/following-up.ts';
import { type CommandOf, type Facts, isRefusal, refuse, type Setting } from '../decision.ts';
import { faultIn, longestInLetter, longestKept } from '../wording.ts';
import { setOffUnsaid } from './money.ts';
import { faultInOffers, promised, withoutBankDetails } from './promising.ts';
import { openRemedies, readyForAnswer, readyToGiveUpRemedy, readyWithOpenRemedy, toBeAsked, unconfirmedRemedies } from './ready.ts';
import { isForOthers, type Remedy, remedyOf } from './remedy.ts';

/** It was done, and we can show it (both Codes 7.3). */
export function recordDone(state: CaseState, { number, on, evidence }: CommandOf<'record-remedy-done'>, { today }: Setting): Facts {
  const remedy = openRemedy(state, number);
  if (isRefusal(remedy)) return remedy;
  if (on > today) return refuse(`Enter the day on which it was done: ${inWords(on)} is still to come.`);
  if (on < remedy.promisedOn)
    return refuse(`We promised it on ${inWords(remedy.promisedOn)}: enter the day on which it was done, on that day or later.`);
  const fault =
    faultIn(evidence, longestKept, 'Say how we know that it was done, and where that can be seen (policy section 7).') ??
    withoutBankDetails(evidence);
  return fault ?? [{ type: 'remedy-done', number, on, evidence: evidence.trim() }];
}

/**
 * The person is told why, what we do instead, and of the Ombudsman (LGSCO Code 7.4). What we do instead is promised in the same letter: an owner, a
 * day and, of money, a limit of its own (duty D31).
 */
export function recordUndeliverable(
  state: CaseState,
  { number, why, instead }: CommandOf<'record-remedy-undeliverable'>,
  { today }: Setting,
): Facts {
  const ready = readyToGiveUpRemedy(state);
  if (isRefusal(ready)) return ready;
  const remedy = openRemedy(state, number);
  if (isRefusal(remedy)) return remedy;
  if (isForOthers(remedy))
    return refuse('It is for others who are affected. Record it as done, with what was done for them and what could not be.');
  const fault =
    faultIn(why, longestInLetter, 'Say why it cannot be done: the person is told it (LGSCO Code 7.4).') ??
    faultIn(instead.what, longestInLetter, 'Say what we offer instead: the person is told it (LGSCO Code 7.4).') ??
    (isForOthers(instead) ? refuse('Offer the person something instead: what is for others is promised beside it.') : undefined) ??
    withoutBankDetails(why) ??
    setOffUnsaid(why, instead) ??
    faultInOffers([instead], today, standing(state) - 1);
  if (fault) return fault;
  return promised(state, [instead]).map((promise) => ({
    type: 'remedy-undeliverable',
    number,
    on: today,
    why: why.trim(),
    alternative: promise.what,
    instead: promise,
  }));
}

/** How many are done or still to be done. What replaces one that cannot be done adds none. */
function standing({ remedies = [] }: CaseState): number {
  return remedies.filter(({ state }) => state.is !== 'undeliverable').length;
}

/** Later than we promised: the person is told at once, with the reason, unless it is for others. */
export function changeDate(state: CaseState, { number, due, reason }: CommandOf<'change-remedy-date'>, { today }: Setting): Facts {
  const remedy = openRemedy(state, number);
  if (isRefusal(remedy)) return remedy;
  const fault =
    faultInNewDate(remedy, due, today) ??
    faultIn(reason, longestInLetter, 'Say why it takes longer: the person is told it.') ??
    withoutBankDetails(reason);
  const forOthers = isForOthers(remedy) ? { forOthers: true as const } : {};
  return (
    fault ?? [
      {
        type: 'remedy-date-changed',
        number,
        previousDue: remedy.due,
        due,
        firstDue: firstDueOf(remedy),
        reason: reason.trim(),
        ...forOthers,
      },
    ]
  );
}

/** The morning after a promised day, by itself: the person is asked of everything that was due by then, in one letter (duty D31). */
export function askWhetherDone(state: CaseState, { today }: Setting): Facts {
  const numbers = toBeAskedBy(state, today).map(({ number }) => number);
  return numbers.length > 0 ? [{ type: 'asked-whether-done', numbers, on: today }] : refuse('There is nothing to ask them about today.');
}

/** What was due before that London date and of which they were not asked. */
function toBeAskedBy(state: CaseState, today: LocalDate): readonly Remedy[] {
  return toBeAsked(state).filter(({ due }) => due < today);
}

/** By any channel; "no" makes it a promise again, by a new date that they are told (duty D31). */
export function recordAnswer(state: CaseState, command: CommandOf<'record-answer-to-done'>, { today }: Setting): Facts {
  const { number, done, note, due } = command;
  const ready = readyForAnswer(state);
  if (isRefusal(ready)) return ready;
  const remedy = remedyOf(unconfirmedRemedies(state), number);
  if (!remedy) return refuse('Choose a remedy of which they told us whether it is done.');
  const fault = faultIn(note, longestKept, 'Say what they told us, when and how.') ?? withoutBankDetails(note);
  if (fault) return fault;
  const read = readWith(state, command.hasRead);
  if (done) return [{ type: 'confirmed-done', number, on: today, note: note.trim() }, ...read];
  if (due === undefined) return refuse('Say by when it will now be done: the person is told it.');
  if (due < today) return refuse(`Promise a day that is still to come: ${inWords(due)} has gone.`);
  const again = { on: today, previousDue: remedy.due, due, firstDue: firstDueOf(remedy), note: note.trim() };
  return [{ type: 'remedy-reopened', number, ...again }, ...read];
}

function firstDueOf({ moved, due }: Remedy): LocalDate {
  return moved?.firstDue ?? due;
}

function openRemedy(state: CaseState, number: number): Remedy | Refusal {
  const ready = readyWithOpenRemedy(state);
  if (isRefusal(ready)) return ready;
  return remedyOf(openRemedies(state), number) ?? refuse('Choose one of the remedies that are still to be done.');
}

function faultInNewDate({ due: previous }: Remedy, due: LocalDate, today: LocalDate): Refusal | undefined {
  if (due < today) return refuse(`Promise a day that is still to come: ${inWords(due)} has gone.`);
  return due > previous ? undefined : refuse(`The new date must be later than ${inWords(previous)}, the one that we promised.`);
}
