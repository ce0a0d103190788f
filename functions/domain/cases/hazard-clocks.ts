import { inWords, londonDateOf } from '../calendar/local-date.ts';
import type { CaseEvent, CaseState, Refusal } from './case.ts';
import { type CommandOf, type Facts, isRefusal, refuse, type Setting } from './decision.ts';
import { type Hazard, hazardGoesOn, stepsOwed } from './hazard.ts';
import { leadServiceOf } from './lead-service.ts';
import { standing } from './ready.ts';

type EventOf<T extends CaseEvent['type']> = Extract<CaseEvent, { readonly type: T }>;

/** In a council home, whatever becomes of the complaint about it (duty D16). */
export function readyToStartHazard(state: CaseState): CaseState | Refusal {
  if (state.stage === 'closed') return refuse(`Open a case for it: its clocks run in an open one. ${standing(state)}`);
  if (leadServiceOf(state) !== 'housing')
    return refuse('These clocks are for a council home. If it is one, make Housing the lead service: accept or allocate it there.');
  return hazardGoesOn(state.hazard) ? refuse('The clocks of a hazard run already. Record its steps first.') : state;
}

/** Also in a closed case: the home must be made safe all the same. */
export function readyToRecordHazardStep(state: CaseState): (CaseState & { readonly hazard: Hazard }) | Refusal {
  const { hazard } = state;
  return hazardGoesOn(hazard) ? { ...state, hazard } : refuse('No clock of a hazard runs in this case.');
}

/** From the moment at which the council became aware, by whatever way. */
export function startHazard(state: CaseState, { kind, awareAt }: CommandOf<'start-hazard'>, { today }: Setting): Facts {
  const ready = readyToStartHazard(state);
  if (isRefusal(ready)) return ready;
  if (londonDateOf(awareAt) > today) return refuse('Enter when the council became aware of it: that moment is still to come.');
  return [{ type: 'hazard-started', kind, awareAt, on: today }];
}

export function recordHazardStep(state: CaseState, { step, on }: CommandOf<'record-hazard-step'>, { today }: Setting): Facts {
  const ready = readyToRecordHazardStep(state);
  if (isRefusal(ready)) return ready;
  const { hazard } = ready;
  if (!stepsOwed(hazard).includes(step)) return refuse('That step was recorded already, or is not one of this hazard.');
  if (step === 'summary-sent' && hazard.done.investigated === undefined)
    return refuse('Record the investigation first: the written summary says what it found.');
  const from = londonDateOf(hazard.awareAt);
  if (on < from || on > today) return refuse(`Enter the day of this step: from ${inWords(from)}, when the council knew, until today.`);
  return [{ type: 'hazard-step-recorded', step, on }];
}

export function withHazard(state: CaseState, { kind, awareAt }: EventOf<'hazard-started'>): CaseState {
  return { ...state, hazard: { kind, awareAt, done: {} } };
}

export function withHazardStep(state: CaseState, { step, on }: EventOf<'hazard-step-recorded'>): CaseState {
  return state.hazard ? { ...state, hazard: { ...state.hazard, done: { ...state.hazard.done, [step]: on } } } : state;
}
