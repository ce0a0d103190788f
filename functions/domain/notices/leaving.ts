import { addMinutes, type Instant, londonDateOf } from '../calendar/local-date.ts';
import type { Actor } from '../cases/actor.ts';
import type { CaseState } from '../cases/case.ts';
import type { CaseEvent } from '../cases/event.ts';
import { flagsOf } from '../cases/flags.ts';
import type { Deadline } from '../deadlines/deadline.ts';
import { isOpen, nameOfDeadline, workTo } from '../deadlines/next.ts';
import { noticesSweptEvery, takingBack } from '../policy/writing.ts';
import { isForResident, type NoticeKind, type PlannedNotice } from './notice.ts';
import { mayMeanHarm } from './possible-harm.ts';

/** What a command leads to, and what was due before and after it. */
export type Caused = {
  readonly by: Actor;
  readonly at: Instant;
  /** The case after it. */
  readonly state: CaseState;
  readonly events: readonly CaseEvent[];
  readonly notices: readonly PlannedNotice[];
  readonly deadlines: { readonly before: readonly Deadline[]; readonly after: readonly Deadline[] };
};

/**
 * Until when the letters that an officer's command causes wait, so that it can be taken back (duty D38); undefined where they leave at once. All of a
 * command wait, or none: what has left in part cannot be taken back.
 */
export function lettersWaitUntil({ by, at, state, events, notices, deadlines }: Caused): Instant | undefined {
  const waits = notices.some(({ kind }) => kind !== 'discrimination-report') && notices.every(({ kind }) => mayWait(kind, state));
  if (by.kind !== 'officer' || !waits || events.some(({ type }) => leavesMore.has(type))) return undefined;
  const until = addMinutes(at, takingBack.minutes);
  // The sweep that sends it may come so much later, and what is dated today is not sent tomorrow (decision 13).
  const sameDay = londonDateOf(addMinutes(until, noticesSweptEvery.minutes)) === londonDateOf(at);
  return sameDay && !isDueToday(deadlines, londonDateOf(at)) ? until : undefined;
}

/** After these, something beside the case knows of it: a message stands in it, a person is found by it, a release was counted. No replay undoes that. */
const leavesMore: ReadonlySet<CaseEvent['type']> = new Set<CaseEvent['type']>([
  'complaint-received',
  'correspondence-added',
  'contact-moved-out',
  'question-answered',
  'email-corrected',
  'caller-confirmed',
  'crm-reference-recorded',
  'released',
]);

/**
 * Letters to the person, and to who is asked for a part or takes over. The report of a finding of discrimination waits with the answer that states it: it is
 * owed on the same day (duty D30). A receipt, mail of the desk and whatever may mean harm or danger leave at once.
 */
function mayWait(kind: NoticeKind, state: CaseState): boolean {
  if (kind === 'to-receiving-team') return state.hazard === undefined && !mayMeanHarm(flagsOf(state));
  return kind === 'discrimination-report' || kind === 'contribution-asked' || (isForResident(kind) && kind !== 'receipt');
}

/** The command does, or moves, something whose day has come: nobody is told of it late for the sake of an undo. */
function isDueToday({ before, after }: Caused['deadlines'], today: string): boolean {
  return before.some((deadline) => {
    const day = workTo(deadline);
    if (!isOpen(deadline) || (day !== undefined && day > today)) return false;
    const now = after.find((one) => nameOfDeadline(one) === nameOfDeadline(deadline));
    return now === undefined || !isOpen(now) || workTo(now) !== day;
  });
}
