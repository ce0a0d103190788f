import { inWords, londonDateOf } from '../../calendar/local-date.ts';
import type { CaseState } from '../case.ts';
import { type CommandOf, type Facts, isRefusal, refuse, type Setting } from '../decision.ts';
import { stepsOwed } from './hazard.ts';
import { readyToRecordHazardStep, readyToStartHazard } from './ready.ts';

/** From the moment at which the council became aware, by whatever way. */
export function startHazard(state: CaseState, { kind, awareAt }: CommandOf<'start-hazard'>, { at, today }: Setting): Facts {
  const ready = readyToStartHazard(state);
  if (isRefusal(ready)) return ready;
  if (awareAt > at) return refuse('Enter when the council became aware of it: that moment is still to come.');
  return [{ type: 'hazard-started', kind, awareAt, on: today }];
}

/** By the hour where the law counts hours: an emergency made safe needs its moment. */
export function recordHazardStep(state: CaseState, command: CommandOf<'record-hazard-step'>, { at, today }: Setting): Facts {
  const ready = readyToRecordHazardStep(state);
  if (isRefusal(ready)) return ready;
  const { step, on, doneAt, furtherWorks } = command;
  const { hazard } = ready;
  if (!stepsOwed(hazard).includes(step)) return refuse('That step was recorded already, or is not one of this hazard.');
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
  return [{ type: 'hazard-step-recorded', step, on, ...(step === 'investigated' && furtherWorks && { furtherWorks }) }];
}
