import type { CouncilFacts } from '../../../council/facts.ts';
import { type LocalDate, londonDateOf } from '../calendar/local-date.ts';
import { isWorkingDay } from '../calendar/working-days.ts';
import { countToAcknowledgement, dateOf } from '../deadlines/stage-one.ts';
import type { Contact } from '../intake/contact.ts';
import type { Rules } from '../policy/rules.ts';
import { heldHarmLetter, heldWaitingLetter } from './letters/to-the-desk.ts';
import type { PlannedNotice } from './notice.ts';

// Mail to officers that belongs to no case: it stands among the notices of the day on which it was planned (ADR 0007).

type Context = { readonly council: CouncilFacts; readonly publicUrl: string };

/** A held message may speak of harm: told at once, at any hour, whatever it was held for (duty D5). */
export function heldHarmNotices(contact: Contact, { council, publicUrl }: Context): readonly PlannedNotice[] {
  const letter = heldHarmLetter(contact, publicUrl);
  return [council.outOfHours.email, council.complaints.teamMailbox].map((email, index) => ({
    id: `held-harm-${inIds(contact.channel)}-${inIds(contact.id)}-${index + 1}`,
    kind: 'possible-harm',
    to: { by: 'email', email },
    letter,
  }));
}

/** Said once on each working day while messages wait for a person: how many, since when, and by when the oldest must be acknowledged. */
export function heldWaitingNotices(
  held: readonly Contact[],
  today: LocalDate,
  rules: Rules,
  { council, publicUrl }: Context,
): readonly PlannedNotice[] {
  const since = held.map(({ receivedAt }) => londonDateOf(receivedAt)).toSorted()[0];
  if (since === undefined || !isWorkingDay(rules.calendar, today)) return [];
  const acknowledgeBy = dateOf(countToAcknowledgement(since, rules));
  const { teamMailbox, teamName } = council.complaints;
  return [
    {
      id: 'held-waiting',
      kind: 'held-waiting',
      to: { by: 'email', email: teamMailbox, name: teamName },
      letter: heldWaitingLetter({ count: held.length, since, acknowledgeBy }, publicUrl),
    },
  ];
}

/** SES takes letters, digits, `_` and `-` in the tag that names a notice. */
function inIds(text: string): string {
  return text.replaceAll(/[^A-Za-z0-9_-]/g, '-');
}
