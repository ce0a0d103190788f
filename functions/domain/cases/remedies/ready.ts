import { inWords, type LocalDate } from '../../calendar/local-date.ts';
import { workingDaysFrom } from '../../calendar/working-days.ts';
import { dateOf } from '../../deadlines/stage-clock.ts';
import { complainantOf } from '../../notices/addressee.ts';
import type { Rules } from '../../policy/rules.ts';
import type { CaseState } from '../case.ts';
import type { Refusal } from '../command.ts';
import { type Day, isRefusal, refuse } from '../decision.ts';
import { nobodyMayRead } from '../people/answered.ts';
import { isForOthers, isPersonal, type Remedy } from './remedy.ts';

/** Remedies that a case can keep: with them the snapshot stays well under 50 KB (a limit of ours). */
export const mostRemedies = 20;

/** At any stage, and when the case is closed: an Ombudsman may ask for it then (Housing Code 5.13). */
export function readyToPromise(state: CaseState): CaseState | Refusal {
  if (state.stage === 'closed' && state.because === 'part-of-another')
    return refuse(`This case is part of ${state.partOf ?? 'another'}: promise the remedy there.`);
  const nobody = nobodyMayRead(state);
  if (nobody !== undefined) return refuse(nobody);
  return (state.remedies?.length ?? 0) < mostRemedies ? state : refuse(`A case keeps at most ${mostRemedies} remedies.`);
}

/** Promised and neither done nor given up. */
export function openRemedies({ remedies = [] }: Pick<CaseState, 'remedies'>): readonly Remedy[] {
  return remedies.filter(({ state }) => state.is === 'promised');
}

export function readyWithOpenRemedy(state: CaseState): CaseState | Refusal {
  return openRemedies(state).length > 0 ? state : refuse('Nothing that we promised in this case is still to be done.');
}

/** What is done for others is given up in no letter to this person: it is recorded with what could not be done. */
export function readyToGiveUpRemedy(state: CaseState): CaseState | Refusal {
  const ready = readyWithOpenRemedy(state);
  if (isRefusal(ready)) return ready;
  return openRemedies(state).some((remedy) => !isForOthers(remedy))
    ? state
    : refuse(
        'What is still to be done is for others who are affected. Record it as done, with what was done for them and what could not be.',
      );
}

/** What only the person can tell us: whether it was done, once they were asked or we say that it was. */
export function unconfirmedRemedies({ remedies = [] }: Pick<CaseState, 'remedies'>): readonly Remedy[] {
  return remedies.filter((remedy) => askable(remedy) && (remedy.asked !== undefined || remedy.state.is === 'done'));
}

export function readyForAnswer(state: CaseState): CaseState | Refusal {
  return unconfirmedRemedies(state).length > 0 ? state : refuse('There is no remedy of which they could tell us whether it is done.');
}

/** Of what they must still be asked whether it is done. Nobody is asked who left no safe way to be written to (duty D8). */
export function toBeAsked(state: CaseState): readonly Remedy[] {
  return complainantOf(state) ? (state.remedies ?? []).filter((remedy) => askable(remedy) && remedy.asked === undefined) : [];
}

function askable(remedy: Remedy): boolean {
  return isPersonal(remedy) && remedy.state.is !== 'undeliverable' && remedy.confirmedOn === undefined;
}

/** What keeps a case open after its answer (duty D27): what we promised this person, and the question whether we did it. */
export function heldByRemedies(state: CaseState, { rules, today }: Day): Refusal | undefined {
  const promised = openRemedies(state).find((remedy) => isPersonal(remedy));
  if (promised)
    return refuse(
      `We promised something by ${inWords(promised.due)} that is not done: record what was done, or that it cannot be (policy section 7).`,
    );
  const [next] = toBeAsked(state);
  if (next) return refuse(`They are asked whether it was done on the morning after ${inWords(next.due)}. The case stays open until then.`);
  const until = unconfirmedRemedies(state)
    .flatMap(({ asked }) => (asked ? [waitsUntil(asked.on, rules)] : []))
    .toSorted()
    .at(-1);
  return until !== undefined && today <= until
    ? refuse(`We asked whether it was done. Record their answer, or wait until ${inWords(until)}.`)
    : undefined;
}

/** Where the calendar does not reach that far, nobody waits for ever. */
function waitsUntil(askedOn: LocalDate, { policy, calendar }: Rules): LocalDate {
  return dateOf(workingDaysFrom(calendar, askedOn, policy.hearWhetherDone.workingDays)) ?? askedOn;
}
