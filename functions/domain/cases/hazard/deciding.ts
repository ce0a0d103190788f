import { addDays, inWords, type LocalDate, londonDateOf } from '../../calendar/local-date.ts';
import type { Rules } from '../../policy/rules.ts';
import type { CaseState } from '../case.ts';
import type { Refusal } from '../command.ts';
import { type CommandOf, type Facts, isRefusal, refuse, type Setting } from '../decision.ts';
import { faultIn, longestKept } from '../wording.ts';
import { type Hazard, stepsToRecord } from './hazard.ts';
import { readyToRecordHazardStep, readyToStartHazard } from './ready.ts';

/** From the moment at which the council became aware, by whatever way. */
export function startHazard(state: CaseState, { kind, awareAt }: CommandOf<'start-hazard'>, { at, today }: Setting): Facts {
  const ready = readyToStartHazard(state);
  if (isRefusal(ready)) return ready;
  if (awareAt > at) return refuse('Enter when the council became aware of it: that moment is still to come.');
  return [{ type: 'hazard-started', kind, awareAt, on: today }];
}

/** By the hour where the law counts hours: an emergency made safe needs its moment. */
export function recordHazardStep(state: CaseState, command: CommandOf<'record-hazard-step'>, { at, today, rules }: Setting): Facts {
  const ready = readyToRecordHazardStep(state);
  if (isRefusal(ready)) return ready;
  const { step, on, doneAt, furtherWorks, beginBy, because = '' } = command;
  const { hazard } = ready;
  if (!stepsToRecord(hazard).includes(step)) return refuse('That step was recorded already, or is not one of this hazard.');
  if (step === 'summary-sent' && hazard.done.investigated === undefined)
    return refuse('Record the investigation first: the written summary says what it found.');
  const from = londonDateOf(hazard.awareAt);
  if (on < from || on > today) return refuse(`Enter the day of this step: from ${inWords(from)}, when the council knew, until today.`);
  if (hazard.kind === 'emergency') {
    if (doneAt === undefined) return refuse('Enter the time at which it was safe: the 24 hours are counted to it.');
    if (doneAt < hazard.awareAt || doneAt > at || londonDateOf(doneAt) !== on)
      return refuse('Enter when it was safe: after the council became aware, and not later than now.');
    return [{ type: 'hazard-step-recorded', step, on, doneAt }];
  }
  if (step === 'works-arranged')
    return (
      faultInArrangement(hazard, { on, beginBy, because }, rules) ?? [
        { type: 'hazard-step-recorded', step, on, beginBy, because: because.trim() },
      ]
    );
  return [{ type: 'hazard-step-recorded', step, on, ...(step === 'investigated' && furtherWorks && { furtherWorks }) }];
}

/** As soon as they can, and never later than the law's last day: it is counted from the end of the investigation (deadlines.md N5). */
function faultInArrangement(
  { done }: Hazard,
  { on, beginBy, because }: { readonly on: LocalDate; readonly beginBy?: LocalDate; readonly because: string },
  { policy }: Rules,
): Refusal | undefined {
  if (beginBy === undefined || beginBy < on)
    return refuse('Enter the day by which further works begin: not before the day it was arranged.');
  const { weeks } = policy.hazards.beginWorks;
  const last = done.investigated && addDays(done.investigated, weeks * 7);
  if (last && beginBy > last)
    return refuse(`Further works begin by ${inWords(last)} at the latest: ${weeks} weeks from the end of the investigation (Awaab’s Law).`);
  return faultIn(because, longestKept, 'Say why further works cannot begin sooner.');
}
