import type { CouncilFacts } from '../../../council/facts.ts';
import { addMinutes, type Instant, type LocalDate, londonDateOf } from '../calendar/local-date.ts';
import { isWorkingDay } from '../calendar/working-days.ts';
import type { Officer, Reference } from '../cases/actor.ts';
import { countToAcknowledgement, dateOf } from '../deadlines/stage-clock.ts';
import type { Contact } from '../intake/contact.ts';
import { harmNotices, longOverdueLines } from '../policy/mail.ts';
import type { Rules } from '../policy/rules.ts';
import { longOverdueLetter, type OverdueLine } from './letters/long-overdue.ts';
import { heldHarmLetter, heldWaitingLetter, moreHarmLetter } from './letters/to-the-desk.ts';
import type { Letter, PlannedNotice } from './notice.ts';

// Mail to officers that belongs to no case: it stands among the notices of the day on which it was planned (ADR 0007).

type Context = { readonly council: CouncilFacts; readonly publicUrl: string };

const harmPrefix = 'held-harm-';

/** What was told before on this day of the desk, and the moment at which it is looked at. */
type Before = { readonly told: readonly { readonly id: string; readonly plannedAt: Instant }[]; readonly at: Instant };

/**
 * A message that is held, or that was filed as a machine's, may speak of harm: told at once, at any hour, whatever it looks like (duty D5). In a flood
 * one notice in each hour of the clock speaks of all the rest; none where it was planned before. `reference`: the case beside which it was filed, on
 * whose page nobody would look for it: always told by itself.
 */
export function heldHarmNotices(contact: Contact, before: Before, context: Context, reference?: Reference): readonly PlannedNotice[] {
  if (reference || !isFlood(before))
    return toHarmReaders(
      `${harmPrefix}${inIds(contact.channel)}-${inIds(contact.id)}`,
      heldHarmLetter(contact, context.publicUrl, reference),
      context,
    );
  const summary = toHarmReaders(`more-harm-${before.at.slice(11, 13)}`, moreHarmLetter(context.publicUrl), context);
  return summary.some(({ id }) => before.told.some((one) => one.id === id)) ? [] : summary;
}

/** Each message is told to two readers: the first one's notices are counted. */
function isFlood({ told, at }: Before): boolean {
  const since = addMinutes(at, -harmNotices.withinMinutes);
  const firsts = told.filter(({ id, plannedAt }) => id.startsWith(harmPrefix) && id.endsWith('-1') && plannedAt > since);
  return firsts.length >= harmNotices.each;
}

function toHarmReaders(id: string, letter: Letter, { council }: Context): readonly PlannedNotice[] {
  return [council.outOfHours.email, council.complaints.teamMailbox].map((email, index) => ({
    id: `${id}-${index + 1}`,
    kind: 'possible-harm',
    to: { by: 'email', email },
    letter,
  }));
}

/** Said once on each working day while messages wait for a person: how many, since when, and by when the oldest must be acknowledged. */
export function heldWaitingNotices(
  { count, oldest }: { readonly count: number; readonly oldest: Contact },
  today: LocalDate,
  rules: Rules,
  { council, publicUrl }: Context,
): readonly PlannedNotice[] {
  const since = londonDateOf(oldest.receivedAt);
  if (!isWorkingDay(rules.calendar, today)) return [];
  const acknowledgeBy = dateOf(countToAcknowledgement({ receivedOn: since }, rules));
  const { teamMailbox, teamName } = council.complaints;
  return [
    {
      id: 'held-waiting',
      kind: 'held-waiting',
      to: { by: 'email', email: teamMailbox, name: teamName },
      letter: heldWaitingLetter({ count, since, acknowledgeBy }, publicUrl),
    },
  ];
}

/** Something overdue whose alerts are over, and who has it. */
export type LongOverdue = OverdueLine & { readonly keeper?: Officer };

/**
 * Said on each working day for as long as anything is overdue that no alert speaks of any more: to the team all of it, to each officer what is theirs.
 * One list of notices for each of them, so that a run that stopped half-way is finished by the next.
 */
export function longOverdueNotices(
  overdue: readonly LongOverdue[],
  today: LocalDate,
  rules: Rules,
  { council, publicUrl }: Context,
): readonly (readonly PlannedNotice[])[] {
  if (overdue.length === 0 || !isWorkingDay(rules.calendar, today)) return [];
  const oldestFirst = overdue.toSorted((one, other) => (`${one.due} ${one.reference}` < `${other.due} ${other.reference}` ? -1 : 1));
  const keepers = new Map(oldestFirst.flatMap(({ keeper }) => (keeper ? [[keeper.subject, keeper] as const] : [])));
  const toTeam = { id: 'team', email: council.complaints.teamMailbox, name: council.complaints.teamName, lines: oldestFirst };
  const toKeepers = [...keepers.values()].map(({ subject, email, name }) => ({
    id: `officer-${inIds(subject)}`,
    email,
    name,
    lines: oldestFirst.filter(({ keeper }) => keeper?.subject === subject),
  }));
  return [toTeam, ...toKeepers].map(({ id, email, name, lines }) => {
    const { perNotice } = longOverdueLines;
    const parts = Math.ceil(lines.length / perNotice);
    return Array.from({ length: parts }, (_, part) => ({
      id: `long-overdue-${id}-${part + 1}`,
      kind: 'long-overdue' as const,
      to: { by: 'email' as const, email, name },
      letter: longOverdueLetter(
        { lines: lines.slice(part * perNotice, (part + 1) * perNotice), inAll: lines.length, part: part + 1, parts },
        council,
        publicUrl,
      ),
    }));
  });
}

/** SES takes letters, digits, `_` and `-` in the tag that names a notice. */
function inIds(text: string): string {
  return text.replaceAll(/[^A-Za-z0-9_-]/g, '-');
}
