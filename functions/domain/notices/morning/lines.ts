import { type Instant, type LocalDate, londonDateOf } from '../../calendar/local-date.ts';
import { workingDaysFrom } from '../../calendar/working-days.ts';
import type { Reference } from '../../cases/actor.ts';
import { isUnassigned } from '../../cases/allocation/unassigned.ts';
import type { CaseState } from '../../cases/case.ts';
import { leadServiceOf } from '../../cases/lead-service.ts';
import { isToldApart } from '../../deadlines/by-itself.ts';
import type { AlertKind, Deadline, DeadlineKind } from '../../deadlines/deadline.ts';
import { type AlertKey, isOpen, keyOf, nextDue, wasSpoken, workTo } from '../../deadlines/next.ts';
import { dateOf, workingDaysAfter } from '../../deadlines/stage-clock.ts';
import type { Rules } from '../../policy/rules.ts';
import type { StaffMember } from '../../staff/staff-member.ts';
import type { Service } from '../../triage/suggestion.ts';
import { type Reader, readerInPlaceOf, readersOfAlert, theTeam } from '../alert-readers.ts';
import type { NoticeContext } from '../parts.ts';

/** The ladder of a morning's message, in its order (duty D35). */
export const sections = ['overdue', 'due-today', 'due-soon', 'approval', 'came-back', 'new', 'unassigned'] as const;
export type Section = (typeof sections)[number];

/** One thing of one case that somebody hears of in the morning. */
export type MorningLine = {
  readonly reader: Reader;
  readonly section: Section;
  readonly reference: Reference;
  readonly service: Service;
  /** Undefined where nothing is due in the case. */
  readonly what?: DeadlineKind;
  readonly due?: LocalDate;
  /** Working days since the day it was due. */
  readonly overdueBy?: number;
  /** The alert that it speaks, where nobody spoke it before. */
  readonly alert?: AlertKey;
};

export type Morning = {
  readonly now: Instant;
  readonly rules: Rules;
  readonly staff: readonly StaffMember[];
};

/** Everything that people hear of one case in the morning. A pure function of the case: what is overdue is said every morning until it is done. */
export function morningLines(
  state: CaseState,
  spoken: readonly AlertKey[],
  { now, rules, staff }: Morning,
  context: NoticeContext,
): readonly MorningLine[] {
  const today = londonDateOf(now);
  const there = { staff, today };
  const ofCase = { reference: state.reference, service: leadServiceOf(state) };
  const next = nextDue(context.deadlines);
  const nextLine = { ...ofCase, what: next?.kind, due: next && workTo(next) };
  const alerts = context.deadlines.filter(isOpen).flatMap((deadline) => {
    const said = saidOf(deadline, { now, today, spoken });
    if (!said) return [];
    const due = workTo(deadline);
    const overdueBy = due && due < today ? workingDaysAfter(rules.calendar, due, today) : undefined;
    return readersOfAlert(state, deadline, said.kind, context, there).map((reader) => ({
      ...ofCase,
      reader,
      section: said.section,
      what: deadline.kind,
      due,
      overdueBy,
      alert: said.alert,
    }));
  });
  const newcomer = newTo(state, today, rules);
  const back = state.cameBack && isOfTheDayBefore(state.cameBack.on, today, rules) ? state.cameBack : undefined;
  return [
    ...alerts,
    ...(back ? [{ ...nextLine, reader: readerInPlaceOf(back.to, state, context, there), section: 'came-back' as const }] : []),
    ...(newcomer ? [{ ...nextLine, reader: readerInPlaceOf(newcomer, state, context, there), section: 'new' as const }] : []),
    ...(isStillUnassigned(state, today) ? [{ ...nextLine, reader: theTeam(context), section: 'unassigned' as const }] : []),
  ];
}

type Said = { readonly section: Section; readonly kind: AlertKind; readonly alert?: AlertKey };

/** Undefined where nothing is to be said of it this morning. */
function saidOf(
  deadline: Deadline,
  { now, today, spoken }: { readonly now: Instant; readonly today: LocalDate; readonly spoken: readonly AlertKey[] },
): Said | undefined {
  const latest = deadline.alerts.findLast(({ at }) => at <= now);
  // What the morning says to officers of another service's part keeps that service's own mail from nothing.
  const unspoken = latest && !isToldApart(deadline) && !wasSpoken(spoken, deadline, latest);
  const alert = latest && unspoken ? keyOf(deadline, latest) : undefined;
  const due = workTo(deadline);
  if (deadline.kind === 'second-person') return { section: 'approval', kind: latest?.kind ?? 'due', alert };
  if (due && due < today) return { section: 'overdue', kind: 'overdue', alert };
  if (!latest || !(unspoken || latest.on === today) || latest.kind === 'overdue') return undefined;
  return { section: latest.kind === 'due' ? 'due-today' : 'due-soon', kind: latest.kind, alert };
}

/** Given to somebody since the morning of the working day before: each hears of it on one morning. */
function newTo(state: CaseState, today: LocalDate, rules: Rules) {
  const { allocation } = 'allocation' in state ? state : {};
  return allocation && isOfTheDayBefore(allocation.on, today, rules) ? allocation.officer : undefined;
}

/** Of the working day before, or of a day between. */
function isOfTheDayBefore(on: LocalDate, today: LocalDate, { calendar }: Rules): boolean {
  const before = dateOf(workingDaysFrom(calendar, today, -1));
  return before !== undefined && on >= before && on < today;
}

/** Since before today: what was decided today, somebody is giving away. */
function isStillUnassigned(state: CaseState, today: LocalDate): boolean {
  if (state.stage !== 'accepted' && state.stage !== 'service-request') return false;
  const since = state.stage === 'accepted' ? state.acceptedOn : state.decidedOn;
  return isUnassigned({ stage: state.stage, officer: state.allocation?.officer }) && since < today;
}
