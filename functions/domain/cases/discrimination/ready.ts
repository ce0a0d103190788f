import type { CaseState } from '../case.ts';
import type { Refusal } from '../command.ts';
import { isRefusal, refuse } from '../decision.ts';
import type { Discrimination } from './discrimination.ts';

/** While it is looked into as a complaint. */
export function readyToRaiseDiscrimination(state: CaseState): CaseState | Refusal {
  if (state.discrimination) return refuse('It is raised already: an equality co-ordinator is asked before we answer.');
  if (state.stage === 'accepted' || state.stage === 'acknowledged') return state;
  return refuse('Discrimination is raised while we look into a complaint. Accept it first; after the answer, it is part of stage two.');
}

export function readyToGiveAdvice({ discrimination, stage }: CaseState): Discrimination | Refusal {
  if (!discrimination) return refuse('Nobody has raised discrimination in this case.');
  if (discrimination.consulted) return refuse('The advice of an equality co-ordinator is on record.');
  return stage === 'accepted' || stage === 'acknowledged' ? discrimination : refuse('No answer waits for the advice.');
}

/** A false alarm of triage. What a colleague raised, or what was reported or found before, is advised on. */
export function readyToRuleOut(state: CaseState): Discrimination | Refusal {
  const ready = readyToGiveAdvice(state);
  if (isRefusal(ready)) return ready;
  if (ready.source === 'investigation')
    return refuse('A colleague raised it. Give your advice as equality co-ordinator: it can say that there is no concern.');
  return ready.foundOn || ready.toReport || ready.reportedOn
    ? refuse('It was found or reported in this case before. Give your advice as equality co-ordinator.')
    : ready;
}

export function readyToRecordReported({ discrimination }: CaseState): Discrimination | Refusal {
  return discrimination?.toReport ? discrimination : refuse('There is nothing to report to the Head and the Service Director.');
}

/** Why a response may not be written yet; undefined where nothing stands in its way. */
export function adviceOwed({ discrimination }: Pick<CaseState, 'discrimination'>): string | undefined {
  if (!discrimination || discrimination.consulted) return undefined;
  return 'Ask an equality co-ordinator first: their advice comes before the answer (policy section 5).';
}
