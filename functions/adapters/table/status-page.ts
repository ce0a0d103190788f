import type { AskedBy, StatusLink, StatusPageStore } from '../../app/ports.ts';
import { type Instant, type LocalDate, londonClockOf, londonDateOf } from '../../domain/calendar/local-date.ts';
import type { Reference } from '../../domain/cases/actor.ts';
import type { PlannedNotice } from '../../domain/notices/notice.ts';
import { parseItem } from './codec.ts';
import { asksKey, expiring, statusLinkKey } from './keys.ts';
import { planned } from './notices.ts';
import type { PersonKey } from './person-details.ts';
import { personDetails } from './person-details.ts';
import { ifAbsent, putItem, type Table, updateItem } from './table.ts';

/** Links to status pages, and who asked for them how often (ADR 16). */
export function createStatusPageStore(table: Table, personKey: PersonKey): StatusPageStore {
  return {
    countAsk: (asked, most) => countAsk(table, personKey, asked, most),
    planLink: (reference, notice, at) => planLink(table, reference, notice, at),
    countUnanswered: (on) => countUnanswered(table, on),
    keepLink: (hash, link) => keepLink(table, hash, link),
    spendLink: (hash, at) => spendLink(table, hash, at),
  };
}

async function countAsk(table: Table, personKey: PersonKey, { by, value, at }: AskedBy, most: number): Promise<'counted' | 'over'> {
  const on = londonDateOf(at);
  const who = by === 'case' ? value : personKey(by === 'network' ? { kind: by, value } : await personOf(by, value));
  const counted = await updateItem(table, asksKey(who, `${on}T${londonClockOf(at).slice(0, 2)}`), oneMore(on), {
    text: 'attribute_not_exists(#asked) OR #asked < :most',
    values: { ':most': most },
  });
  return counted === 'refused' ? 'over' : 'counted';
}

/** In the one way of writing it; what is no whole address or number is counted as it was typed. */
async function personOf(kind: 'email' | 'telephone', value: string) {
  const [detail] = await personDetails([{ [kind]: value }]);
  return detail ?? { kind, value };
}

/** One item, as for an asking that leads nowhere: a transaction would take longer, and tell. */
async function planLink(table: Table, reference: Reference, notice: PlannedNotice, at: Instant): Promise<void> {
  const { item, condition } = planned(reference, notice, at);
  await putItem(table, item, condition);
}

async function countUnanswered(table: Table, on: LocalDate): Promise<void> {
  await updateItem(table, asksKey('unanswered', on), oneMore(on));
}

function oneMore(on: LocalDate) {
  const { text, values } = expiring(on);
  return { text: `ADD #asked :one ${text}`, values: { ':one': 1, ...values } };
}

async function keepLink(table: Table, hash: string, link: StatusLink): Promise<void> {
  await putItem(table, { ...statusLinkKey(hash), ...link }, ifAbsent);
}

async function spendLink(table: Table, hash: string, at: Instant): Promise<StatusLink | undefined> {
  const spent = await updateItem(
    table,
    statusLinkKey(hash),
    { text: 'SET #spentAt = :at', values: { ':at': at } },
    { text: 'attribute_exists(#pk) AND attribute_not_exists(#spentAt) AND #until > :at' },
  );
  if (spent === 'refused') return undefined;
  const { storedStatusLink } = await import('../../contracts/stored/status-link.ts');
  const { reference, notice, until } = parseItem(storedStatusLink, spent);
  return { reference, notice, until };
}
