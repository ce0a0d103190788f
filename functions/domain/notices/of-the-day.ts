import type { CouncilFacts } from '../../../council/facts.ts';
import { addMinutes, type Instant } from '../calendar/local-date.ts';
import type { Reference } from '../cases/actor.ts';
import type { Contact } from '../intake/contact.ts';
import { harmNotices } from '../policy/mail.ts';
import type { Rota } from '../registers/rota.ts';
import { firstToldOfHarm } from './harm-notices.ts';
import { heldHarmLetter, moreHarmLetter } from './letters/to-the-desk.ts';
import type { Letter, PlannedNotice } from './notice.ts';
import { inIds } from './notice-id.ts';

// Mail to officers that belongs to no case: it stands among the notices of the day on which it was planned (ADR 0007).

type Context = { readonly council: CouncilFacts; readonly publicUrl: string; readonly rota?: Rota };

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
      before.at,
      context,
    );
  const summary = toHarmReaders(`more-harm-${before.at.slice(11, 13)}`, moreHarmLetter(context.publicUrl), before.at, context);
  return summary.some(({ id }) => before.told.some((one) => one.id === id)) ? [] : summary;
}

/** Each message is told to two readers: the first one's notices are counted. */
function isFlood({ told, at }: Before): boolean {
  const since = addMinutes(at, -harmNotices.withinMinutes);
  const firsts = told.filter(({ id, plannedAt }) => id.startsWith(harmPrefix) && id.endsWith('-1') && plannedAt > since);
  return firsts.length >= harmNotices.each;
}

function toHarmReaders(id: string, letter: Letter, at: Instant, context: Context): readonly PlannedNotice[] {
  return firstToldOfHarm(at, context.rota, context).map(({ email, name }, index) => ({
    id: `${id}-${index + 1}`,
    kind: 'possible-harm',
    to: { by: 'email', email, name },
    letter,
  }));
}
