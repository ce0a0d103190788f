import type { CouncilFacts } from '../../../council/facts.ts';
import { addMinutes, type Instant, type LocalDate, londonDateOf } from '../calendar/local-date.ts';
import { isWorkingDay } from '../calendar/working-days.ts';
import type { Reference } from '../cases/actor.ts';
import { countToAcknowledgement, dateOf } from '../deadlines/stage-clock.ts';
import type { Contact } from '../intake/contact.ts';
import { harmNotices } from '../policy/mail.ts';
import type { Rules } from '../policy/rules.ts';
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

/** SES takes letters, digits, `_` and `-` in the tag that names a notice. */
function inIds(text: string): string {
  return text.replaceAll(/[^A-Za-z0-9_-]/g, '-');
}
