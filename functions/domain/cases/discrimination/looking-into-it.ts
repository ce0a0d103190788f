import { inWords, type LocalDate, londonDateOf } from '../../calendar/local-date.ts';
import { workingDaysFrom } from '../../calendar/working-days.ts';
import { dateOf } from '../../deadlines/stage-clock.ts';
import { everyoneWith, isAway, type StaffMember } from '../../staff/staff-member.ts';
import { mayNotTakePart } from '../allocation/taking-part.ts';
import type { CaseState, PointAnswer } from '../case.ts';
import type { Refusal } from '../command.ts';
import { type CommandOf, type Facts, isRefusal, refuse, type Setting } from '../decision.ts';
import type { EventData, EventOf } from '../event.ts';
import { flagsOf } from '../flags.ts';
import { faultIn, longestInLetter, longestKept } from '../wording.ts';
import type { Discrimination, ReportedThing } from './discrimination.ts';
import { readyToGiveAdvice, readyToRaiseDiscrimination, readyToRecordReported } from './ready.ts';

/** Whoever notices it says so, also in the middle of the investigation; the complaint's own clock runs on. */
export function raiseDiscrimination(state: CaseState, { because }: CommandOf<'raise-discrimination'>): Facts {
  const ready = readyToRaiseDiscrimination(state);
  if (isRefusal(ready)) return ready;
  const fault = faultIn(because, longestKept, 'Say what gives the concern: the equality co-ordinator reads it.');
  return fault ?? [{ type: 'discrimination-raised', source: 'investigation', because: because.trim() }];
}

/** What any message suggested is taken up when a person accepts the complaint, at either stage: never by a machine alone (duty D3). */
export function raisedByAccepting(state: CaseState): readonly EventData[] {
  const settled = state.discrimination ?? state.discriminationRuledOut;
  const raised = flagsOf(state).includes('discrimination') && settled === undefined;
  return raised ? [{ type: 'discrimination-raised', source: 'message' }] : [];
}

/** Stage two is another answer: where discrimination was raised before, an equality co-ordinator is asked anew (duty D30). */
export function advisedAnew({ discrimination }: CaseState): { readonly advisedAnew?: true } {
  return discrimination ? { advisedAnew: true } : {};
}

/** What a later message suggests is taken up when a person has read it: no answer goes out past a message that nobody has read (duty D20). */
export function raisedByReading(state: CaseState): readonly EventData[] {
  return state.stage === 'accepted' || state.stage === 'acknowledged' ? raisedByAccepting(state) : [];
}

/** Any equality co-ordinator may advise who has no conflict and does not look into it themselves; after two working days, or while they are away, a deputy. */
export function recordConsultation(state: CaseState, command: CommandOf<'record-consultation'>, setting: Setting): Facts {
  const ready = readyToGiveAdvice(state);
  if (isRefusal(ready)) return ready;
  const fault =
    mayNotAdvise(state, ready, setting) ?? faultIn(command.advice, longestInLetter, 'Give the advice: it is kept in the record.');
  if (fault) return fault;
  return [{ type: 'equality-advice-given', advice: command.advice.trim(), ...(command.serious && { serious: command.serious }) }];
}

/** Nobody judges it who takes no part, or looks into the complaint. */
export function mayNotJudge(state: CaseState, { by }: Pick<Setting, 'by'>): Refusal | undefined {
  if (by.kind !== 'officer') return refuse('Only a person decides this.');
  const kept = mayNotTakePart(state, by.subject);
  if (kept) return refuse(kept);
  if ('allocation' in state && state.allocation?.officer.subject === by.subject)
    return refuse('You look into this complaint yourself. Another equality co-ordinator must advise (policy section 5).');
  return undefined;
}

/** Any co-ordinator who may judge it; after two working days, or while they are away, their deputy. */
export function mayNotAdvise(state: CaseState, { since }: Discrimination, setting: Setting): Refusal | undefined {
  const { by, staff, today, rules } = setting;
  const kept = mayNotJudge(state, setting);
  if (kept || by.kind !== 'officer') return kept;
  const coordinators = everyoneWith(staff, 'equality-co-ordinator');
  if (coordinators.some(({ subject }) => subject === by.subject)) return undefined;
  const lastDay = dateOf(workingDaysFrom(rules.calendar, since, rules.policy.equalityAdvice.workingDays));
  const late = lastDay !== undefined && today > lastDay;
  if (coordinators.some((one) => isDeputy(one, by.subject) && (late || isAway(one, today)))) return undefined;
  return refuse(
    `Only an equality co-ordinator gives this advice${lastDay ? `, or their deputy while they are away or after ${inWords(lastDay)}` : ''} (policy section 5).`,
  );
}

function isDeputy({ deputies = [] }: StaffMember, subject: string): boolean {
  return deputies.includes(subject);
}

/** Told by the machine once the mail is on its way, or by an officer who told them another way. */
export function recordDiscriminationReported(
  state: CaseState,
  { how }: CommandOf<'record-discrimination-reported'>,
  { today }: Setting,
): Facts {
  const ready = readyToRecordReported(state);
  if (isRefusal(ready)) return ready;
  const fault = faultIn(how, longestKept, 'Say whom you told, and how.');
  return fault ?? [{ type: 'discrimination-reported', on: today, how: how.trim() }];
}

/** In such a case every point says whether discrimination was found; in any other, none does. */
export function faultInFindings(
  { discrimination }: CaseState,
  answers: readonly Pick<PointAnswer, 'discriminationFound'>[],
): Refusal | undefined {
  if (!discrimination || answers.every(({ discriminationFound }) => discriminationFound !== undefined)) return undefined;
  return refuse('Say for every point whether you found discrimination (policy section 5).');
}

// ---------------------------------------------------------------------------------------------------------------------
// Events

export function discriminationRaised(state: CaseState, { at, source }: EventOf<'discrimination-raised'>): CaseState {
  if (state.discrimination) return state;
  return { ...state, discriminationRuledOut: undefined, discrimination: { since: londonDateOf(at), source } };
}

export function equalityAdviceGiven(state: CaseState, { at, by, serious }: EventOf<'equality-advice-given'>): CaseState {
  const { discrimination } = state;
  if (!discrimination || by.kind !== 'officer') return state;
  const on = londonDateOf(at);
  const consulted = { subject: by.subject, name: by.name, on };
  return { ...state, discrimination: withReport({ ...discrimination, consulted }, serious && 'serious-concern', on) };
}

/** A response that finds discrimination on any point is reported on the same day. */
export function withFinding<State extends CaseState>(state: State, { at, answers = [] }: EventOf<'responded'>): State {
  const { discrimination } = state;
  if (!discrimination || !answers.some(({ discriminationFound }) => discriminationFound)) return state;
  const on = londonDateOf(at);
  return { ...state, discrimination: withReport({ ...discrimination, foundOn: on }, 'finding', on) };
}

function withReport(discrimination: Discrimination, what: ReportedThing | undefined, since: LocalDate): Discrimination {
  if (what === undefined) return discrimination;
  return { ...discrimination, toReport: [...(discrimination.toReport ?? []), { what, since }] };
}

export function discriminationReported(state: CaseState, { on }: EventOf<'discrimination-reported'>): CaseState {
  if (!state.discrimination?.toReport) return state;
  return { ...state, discrimination: { ...state.discrimination, toReport: undefined, reportedOn: on } };
}

/** Another answer is to be given: the co-ordinator looks at it anew. */
export function askedAgain<Known extends Pick<CaseState, 'discrimination'>>(known: Known, since: LocalDate): Known {
  return known.discrimination ? { ...known, discrimination: { ...known.discrimination, since, consulted: undefined } } : known;
}
