import type { LocalDate } from '../calendar/local-date.ts';
import type { Officer, Reference } from '../cases/actor.ts';
import type { CaseState } from '../cases/case.ts';
import { leadServiceOf } from '../cases/lead-service.ts';
import { isPersonal, type Remedy, type RemedyState, type RemedyType } from '../cases/remedies/remedy.ts';
import type { Service } from '../triage/suggestion.ts';

/**
 * What a service learns by a complaint, or does for others whom the same fault affects, and who sees to it: an entry of the learning register (policy section 9; duty D27). It outlives its case, and says
 * nothing of the person who complained.
 */
export type Lesson = {
  readonly reference: Reference;
  /** Of the remedy within its case. */
  readonly number: number;
  readonly service: Service;
  readonly type: RemedyType;
  readonly what: string;
  readonly owner: Officer;
  readonly promisedOn: LocalDate;
  readonly due: LocalDate;
  readonly state: RemedyState;
  /** Its case is kept to a few: who reads the register is told neither the case nor the words, unless they may open it. */
  readonly restricted?: true;
};

/** The entries that a command made or changed; all of them where it restricted the case or lifted that. `before`: the case that it was given. */
export function lessonsChanged(before: CaseState | undefined, after: CaseState): readonly Lesson[] {
  const known = before && isRestricted(before) === isRestricted(after) ? (before.remedies ?? []) : [];
  return (after.remedies ?? []).filter((remedy) => !isPersonal(remedy) && !known.includes(remedy)).map((remedy) => lessonOf(after, remedy));
}

function lessonOf(state: CaseState, { number, type, what, owner, promisedOn, due, state: stands }: Remedy): Lesson {
  const lesson = { reference: state.reference, number, service: leadServiceOf(state), type, what, owner, promisedOn, due, state: stands };
  return isRestricted(state) ? { ...lesson, restricted: true } : lesson;
}

function isRestricted({ restricted }: CaseState): boolean {
  return restricted !== undefined;
}
