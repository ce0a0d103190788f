import { addDays, type Instant, type LocalDate, londonDateOf } from '../domain/calendar/local-date.ts';
import { workingDaysFrom } from '../domain/calendar/working-days.ts';
import { isUnassigned } from '../domain/cases/allocation/unassigned.ts';
import type { AlertKey } from '../domain/deadlines/next.ts';
import { dateOf } from '../domain/deadlines/stage-clock.ts';
import type { QueueEntry } from '../domain/desk/queue-entry.ts';
import { contactsToCheckNotices, oldDetailsOn } from '../domain/notices/contacts-to-check.ts';
import { type MorningLine, morningLines } from '../domain/notices/morning/lines.ts';
import { type HeldWaiting, morningMessages } from '../domain/notices/morning/message.ts';
import type { StaffMember } from '../domain/staff/staff-member.ts';
import { type ReviseDeps, reviseCalendar } from './revise-calendar.ts';
import { lookAt, type WatchDeps } from './watch-case.ts';

/** How far ahead of a due date its first alert can be: two working days across the longest holiday, with room to spare. */
const furthestWarningDays = 10;

/**
 * The round of a working day, at 08:30 and again at 09:30 London time: every open case whose dates are near or past, or cannot be counted, and those
 * that were given to somebody since the last one or to nobody yet. Writes each person's one message (duty D35), and says and does what a lost schedule or stream left
 * silent. The second run writes the messages that the first could not; whoever has theirs gets no other. Open cases are told of a bank holiday
 * proclaimed late (ADR 12).
 */
export async function sweepDeadlines(deps: WatchDeps & ReviseDeps): Promise<{ cases: number; spoken: number }> {
  const at = deps.now();
  const faults: unknown[] = [];
  const staff = await deps.store.staff();
  const entries = (await deps.store.openCases()).filter((entry) => isToBeLookedAt(entry, londonDateOf(at), deps));
  const lines: MorningLine[] = [];
  let spoken = 0;
  for (const { reference } of entries) {
    try {
      const watched = await lookAt(deps, reference, at);
      if (!watched) continue;
      spoken += watched.spoken;
      const { state, deadlines, alerts } = watched;
      const context = { council: deps.council, publicUrl: deps.publicUrl, deadlines };
      lines.push(...morningLines(state, alerts, { now: at, rules: deps.rules, staff }, context));
    } catch (fault) {
      faults.push(fault);
    }
  }
  const tellAll = [
    async () => {
      spoken += await tellEverybody(deps, lines, staff, at);
    },
    () => tellOfOldDetails(deps, staff),
    () => reviseCalendar(deps),
  ];
  for (const tell of tellAll) {
    try {
      await tell();
    } catch (fault) {
      faults.push(fault);
    }
  }
  if (faults.length > 0) throw new AggregateError(faults, `${faults.length} cases, or what belongs to no case, could not be watched`);
  deps.log('deadlines-swept', { cases: entries.length, spoken });
  return { cases: entries.length, spoken };
}

function isToBeLookedAt(entry: QueueEntry, today: LocalDate, { rules }: WatchDeps): boolean {
  const { nextDue, allocatedOn } = entry;
  const before = dateOf(workingDaysFrom(rules.calendar, today, -1));
  const isNew = allocatedOn !== undefined && before !== undefined && allocatedOn >= before;
  return isNew || isUnassigned(entry) || nextDue === undefined || nextDue.on <= addDays(today, furthestWarningDays);
}

/**
 * First every message is planned, then what they said is recorded as spoken: a run that dies in between is finished by the next, which says it by
 * itself where it cannot wait. Gives how many alerts were spoken.
 */
async function tellEverybody(deps: WatchDeps, lines: readonly MorningLine[], staff: readonly StaffMember[], at: Instant): Promise<number> {
  const day = londonDateOf(at);
  const held = await heldWaiting(deps);
  const messages = morningMessages({ lines, held }, { now: at, rules: deps.rules, staff }, deps);
  const said: MorningLine[] = [];
  for (const { lines: theirs, notices } of messages) {
    if ((await deps.store.planForDay({ day, at, notices })) === 'planned') said.push(...theirs);
  }
  let spoken = 0;
  for (const { reference, alert } of eachAlert(said)) {
    if ((await deps.store.speakAlert(reference, alert, [], at)) === 'spoken') spoken += 1;
  }
  if (messages.length > 0) deps.log('morning-told', { messages: messages.length, spoken });
  return spoken;
}

/** An alert that several people read of is spoken once. */
function eachAlert(lines: readonly MorningLine[]) {
  const named = (reference: string, { deadline, about, kind, on }: AlertKey) => `${reference} ${deadline} ${about} ${kind} ${on}`;
  const alerts = lines.flatMap(({ reference, alert }) => (alert ? [[named(reference, alert), { reference, alert }] as const] : []));
  return new Map(alerts).values();
}

/** A held message is in no case and has no alerts of its own: the team reads every morning that it waits. */
async function heldWaiting({ store }: WatchDeps): Promise<HeldWaiting | undefined> {
  const { contacts, count } = await store.heldContacts(1);
  const [oldest] = contacts;
  return oldest && { count, oldest };
}

/** Contact details in our letters that nobody has checked for long: the Head hears once a week (duty D14). */
async function tellOfOldDetails(deps: WatchDeps, staff: readonly StaffMember[]): Promise<void> {
  const at = deps.now();
  const day = londonDateOf(at);
  if (oldDetailsOn(day, deps.rules, deps.council).length === 0) return;
  const notices = contactsToCheckNotices(day, deps.rules, staff, deps);
  const told = await deps.store.planForDay({ day, at, notices });
  if (told === 'planned') deps.log('old-details-told');
}
