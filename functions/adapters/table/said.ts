import type { SaidWhen } from '../../app/ports.ts';
import { storedSaid } from '../../contracts/stored/said.ts';
import { addDays, londonDateOf } from '../../domain/calendar/local-date.ts';
import type { Contact, ContactKey } from '../../domain/intake/contact.ts';
import { likeness, sampleOf, saysTheSame } from '../../domain/intake/same-words.ts';
import { parseItem } from './codec.ts';
import { saidKey, saidPartition } from './keys.ts';
import type { PersonKey } from './person-details.ts';
import { queryItems, type Table, type Write } from './table.ts';

/** Eight hexadecimal characters of the keyed hash: enough to compare by, too few to be worth guessing at. */
const hashWith = (personKey: PersonKey) => (value: string) => personKey({ kind: 'words', value }).slice(-8);

/** Written with the contact, so that the same words are found again. */
export function saidBy(contact: Contact, personKey: PersonKey): readonly Write[] {
  const sample = sampleOf(contact.text, hashWith(personKey));
  const { channel, id } = contact;
  return sample ? [{ what: 'said', item: { ...saidKey(londonDateOf(contact.loggedAt), contact), channel, id, sample } }] : [];
}

/** Contacts recorded in the week of `today` or the `weeks` before it that say nearly the same, the likest first, `most` of them. */
export async function contactsThatSay(
  table: Table,
  personKeys: readonly PersonKey[],
  text: string,
  { today, weeks, most }: SaidWhen,
): Promise<readonly ContactKey[]> {
  const samples = personKeys.map((personKey) => sampleOf(text, hashWith(personKey))).filter((sample) => sample !== undefined);
  if (samples.length === 0) return [];
  const best = (known: readonly string[]) => Math.max(...samples.map((sample) => likeness(sample, known)));
  const partitions = Array.from({ length: weeks + 1 }, (_, week) => saidPartition(addDays(today, -7 * week)));
  const items = await Promise.all(partitions.map((said) => queryItems(table, { text: '#pk = :said', values: { ':said': said } })));
  return items
    .flat()
    .map((item) => parseItem(storedSaid, item))
    .filter((known) => samples.some((sample) => saysTheSame(sample, known.sample)))
    .toSorted((one, other) => best(other.sample) - best(one.sample))
    .slice(0, most)
    .map(({ channel, id }) => ({ channel, id }));
}
