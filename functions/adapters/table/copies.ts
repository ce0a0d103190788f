import { createHash } from 'node:crypto';
import type { KnownCopy } from '../../app/ports.ts';
import type { Reference } from '../../domain/cases/actor.ts';
import type { Contact } from '../../domain/intake/contact.ts';
import { writerOf } from '../../domain/intake/writers.ts';
import { parseItem } from './codec.ts';
import { copyKey, sentKey } from './keys.ts';
import { getItem, getItems, ifAbsent, putItem, type Table, type Write } from './table.ts';

// Two pointers by which messages are recognised: the same e-mail that reached us twice under two ids, and a message that SES sent for us.

/**
 * The same e-mail once more has the same Message-ID, sender and words (decision 6). A Message-ID alone is the sender's to choose, and says nothing.
 * Undefined for what has none of them.
 */
function fingerprintOf({ channel, email, from, text }: Contact): string | undefined {
  const sender = writerOf(from.email);
  if (channel !== 'email' || !email?.messageId || !sender) return undefined;
  return createHash('sha256')
    .update(JSON.stringify([email.messageId, sender, text]))
    .digest('hex');
}

/** Written with the contact. `onlyFirst`: refused where the same e-mail was taken in before, so that an ordinary complaint needs no read for it. */
export function pointerToCopies(contact: Contact, reference: Reference, onlyFirst: boolean): readonly Write[] {
  const fingerprint = fingerprintOf(contact);
  if (!fingerprint) return [];
  return [{ what: 'copy', item: { ...copyKey(fingerprint), reference, id: contact.id }, ...(onlyFirst && { condition: ifAbsent }) }];
}

export async function findCopy(table: Table, contact: Contact): Promise<KnownCopy | undefined> {
  const fingerprint = fingerprintOf(contact);
  if (!fingerprint) return undefined;
  const [item, { storedCopy }] = await Promise.all([getItem(table, copyKey(fingerprint)), import('../../contracts/stored/pointers.ts')]);
  return item && parseItem(storedCopy, item);
}

export async function rememberSent(table: Table, sesMessageId: string, reference: Reference): Promise<void> {
  await putItem(table, { ...sentKey(sesMessageId), reference });
}

/** The cases for which SES sent these messages, in the order of the ids; ids of others are left out. */
export async function casesOfSent(table: Table, sesMessageIds: readonly string[]): Promise<readonly Reference[]> {
  const keys = sesMessageIds.map(sentKey);
  const [items, { storedSent }] = await Promise.all([getItems(table, keys), import('../../contracts/stored/pointers.ts')]);
  const found = new Map(items.map((item) => [item.pk, parseItem(storedSent, item).reference]));
  return [...new Set(keys.map(({ pk }) => found.get(pk)).filter((reference) => reference !== undefined))];
}
