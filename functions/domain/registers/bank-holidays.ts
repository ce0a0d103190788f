import { dayOfWeek, type Instant, inWords, type LocalDate, londonDateOf } from '../calendar/local-date.ts';
import type { Calendar, Holiday } from '../calendar/working-days.ts';
import type { Officer } from '../cases/actor.ts';
import type { Refusal } from '../cases/command.ts';
import { refuse } from '../cases/decision.ts';

/** A bank holiday as one officer entered it and another approved or rejected it (decision 16). `source`: where it was proclaimed. */
export type Proclaimed = Holiday & {
  readonly source: string;
  readonly proposedBy: Officer;
  readonly proposedAt: Instant;
  readonly standing:
    | { readonly kind: 'proposed' }
    /** `number`: the revision of the list that has it. */
    | { readonly kind: 'approved'; readonly by: Officer; readonly at: Instant; readonly number: number }
    | { readonly kind: 'rejected'; readonly by: Officer; readonly at: Instant; readonly reason: string };
};

export type ProposedHoliday = Pick<Proclaimed, 'date' | 'name' | 'source'>;

/** What a second person says to it. */
export type HolidayVerdict = { readonly kind: 'approve' } | { readonly kind: 'reject'; readonly reason: string };

/** Limits of ours: a name stands in the explanation of every date that it moves, and a source is one address or one line. */
const longestName = 80;
const longestSource = 300;
const longestReason = 500;

/** Which answer of the proposal is not right, and why. */
export type FaultInProposal = Refusal & { readonly field: keyof ProposedHoliday };

/** What keeps a day from being proposed; undefined where nothing does. */
export function faultInProposal(
  { date, name, source }: ProposedHoliday,
  { calendar, proclaimed, today }: { readonly calendar: Calendar; readonly proclaimed: readonly Proclaimed[]; readonly today: LocalDate },
): FaultInProposal | undefined {
  const waits = proclaimed.some((one) => one.date === date && one.standing.kind === 'proposed');
  const day = waits ? refuse(`${inWords(date)} waits for a second person already.`) : faultInDay(date, calendar, today);
  if (day) return { ...day, field: 'date' };
  if (name.length > longestName) return { ...refuse(`Make the name shorter: at most ${longestName} characters.`), field: 'name' };
  if (source.length > longestSource) return { ...refuse(`Make the source shorter: at most ${longestSource} characters.`), field: 'source' };
  return undefined;
}

/**
 * The proposal with a second person's verdict; refused where they proposed it themselves, or the day cannot be a bank holiday any more.
 * `number`: the revision that the list gets by an approval.
 */
export function judged(
  proposal: Proclaimed,
  verdict: HolidayVerdict,
  { by, at, calendar, number }: { readonly by: Officer; readonly at: Instant; readonly calendar: Calendar; readonly number: number },
): Proclaimed | Refusal {
  if (proposal.standing.kind !== 'proposed') return refuse('Somebody has decided about this day already.');
  if (proposal.proposedBy.subject === by.subject) return refuse('You entered this day yourself: a colleague approves or rejects it.');
  if (verdict.kind === 'reject') {
    const reason = verdict.reason.trim();
    if (reason.length > longestReason) return refuse(`Make the reason shorter: at most ${longestReason} characters.`);
    return { ...proposal, standing: { kind: 'rejected', by, at, reason } };
  }
  return faultInDay(proposal.date, calendar, londonDateOf(at)) ?? { ...proposal, standing: { kind: 'approved', by, at, number } };
}

/** A day that is over was worked: what was met or missed on it is never judged again (deadlines.md section 6, rule 9). */
function faultInDay(date: LocalDate, calendar: Calendar, today: LocalDate): Refusal | undefined {
  if (date < today) return refuse(`${inWords(date)} has gone by: only a day to come, or today, can be entered.`);
  if (date > calendar.until)
    return refuse(`The list of bank holidays ends on ${inWords(calendar.until)}: a new release brings the next year.`);
  const known = calendar.holidays.find((holiday) => holiday.date === date);
  if (known) return refuse(`${inWords(date)} is on the list already: ${known.name}.`);
  return dayOfWeek(date) > 5
    ? refuse(`${inWords(date)} is no working day anyway. Enter its substitute weekday, if there is one.`)
    : undefined;
}
