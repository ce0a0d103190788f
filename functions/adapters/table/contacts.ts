import type { ContactRecord, HeldContacts, NoticesOfDay } from '../../app/ports.ts';
import { exactly } from '../../contracts/stored/exactly.ts';
import type { Instant } from '../../domain/calendar/local-date.ts';
import type { Officer, Reference } from '../../domain/cases/actor.ts';
import type { Contact, ContactKey } from '../../domain/intake/contact.ts';
import { filesToBeCheckedBy } from '../../domain/intake/file-check.ts';
import { type Item, parseItem } from './codec.ts';
import { uploadsOf } from './files.ts';
import { contactKey, inFiles, inList, linkKey, openIndex } from './keys.ts';
import { plannedForDay } from './notices.ts';
import { StoreFault } from './store-fault.ts';
import {
  type Expression,
  getItem,
  getItems,
  ifAbsent,
  putItem,
  queryItems,
  queryNewest,
  type Table,
  updateItem,
  type Write,
  writeTogether,
} from './table.ts';

/** Loaded with the first contact that is read: most functions that send, alert or record read none. */
const contactRecord = async () => exactly<ContactRecord>()((await import('../../contracts/stored/contact.ts')).storedContactItem);

const stillHeld: Expression = { text: '#standing.#kind = :held', values: { ':held': 'held' } };

/**
 * The contact as it joins a case. New contacts must be unknown; one that carries a reason to be held was stored when it came in, and must
 * still be held: nobody else released it or set it aside.
 */
export function takenIntoCase(contact: Contact, reference: Reference): readonly Write[] {
  const item = itemOf({ contact, standing: { kind: 'in-case', reference } });
  return [{ what: 'contact', item, condition: contact.hold ? stillHeld : ifAbsent }, linkTo(contact, reference), ...uploadsOf(contact)];
}

/** As it goes from one case to the other: nobody else moved it meanwhile. A stub stays where it was. */
export function movedBetweenCases(contact: Contact, from: Reference, to: Reference): readonly Write[] {
  const stillThere: Expression = {
    text: '#standing.#kind = :inCase AND #standing.#reference = :from',
    values: { ':inCase': 'in-case', ':from': from },
  };
  const stub = linkTo(contact, from);
  return [
    { what: 'contact', item: itemOf({ contact, standing: { kind: 'in-case', reference: to } }), condition: stillThere },
    linkTo(contact, to),
    { ...stub, item: { ...stub.item, movedTo: to } },
  ];
}

/** Keeps a contact that opens no case; linked to a case where it belongs to one, and together with the notices that tell of it. */
export async function keepContact(
  table: Table,
  contact: Contact,
  as: 'held' | 'filed',
  reference: Reference | undefined,
  tell: NoticesOfDay | undefined,
): Promise<'kept' | 'already-received'> {
  const record = itemOf({ contact, standing: { kind: as } });
  const item = as === 'filed' && !reference ? { ...record, ...inList('filed', contact) } : record;
  const beside = [...(reference ? [linkTo(contact, reference)] : []), ...uploadsOf(contact), ...(tell ? plannedForDay(tell) : [])];
  if (beside.length === 0) return (await putItem(table, item, ifAbsent)) === 'written' ? 'kept' : 'already-received';
  const kept = await writeTogether(table, [{ what: 'contact', item, condition: ifAbsent }, ...beside]);
  if (kept === 'written') return 'kept';
  if (kept.refused.has('contact')) return 'already-received';
  throw new StoreFault('notice-id-taken', `a notice of a contact by ${contact.channel} exists without it`);
}

export async function findContact(table: Table, key: ContactKey): Promise<ContactRecord | undefined> {
  const item = await getItem(table, contactKey(key));
  return item && parseItem(await contactRecord(), item);
}

/** The contacts of these keys, in their order. Keys without a contact are left out. */
export async function contactsOf(table: Table, keys: readonly ContactKey[]): Promise<readonly ContactRecord[]> {
  const records = await recordsOf(await getItems(table, keys.map(contactKey)));
  return keys.map((key) => records.get(contactKey(key).pk)).filter((record) => record !== undefined);
}

export async function unknownContacts(table: Table, keys: readonly ContactKey[]): Promise<readonly ContactKey[]> {
  const known = new Set((await getItems(table, keys.map(contactKey), true)).map((item) => item.pk));
  return keys.filter((key) => !known.has(contactKey(key).pk));
}

/** Oldest first, read whole no further than `most`. The index may lag: those read that are no longer held are left out, and not counted. */
export async function heldContacts(table: Table, most: number): Promise<HeldContacts> {
  const keys = await queryItems(table, { text: '#open = :held', values: { ':held': 'held' } }, openIndex);
  const first = keys.slice(0, most);
  const contacts = await standing(table, first, 'held');
  return { contacts, count: keys.length - first.length + contacts.length };
}

/** What machines sent us that belongs to no case, newest first. Eventually consistent. */
export async function filedContacts(table: Table, most: number): Promise<readonly Contact[]> {
  return standing(table, await queryNewest(table, { text: '#open = :filed', values: { ':filed': 'filed' } }, openIndex, most), 'filed');
}

async function standing(table: Table, keys: readonly Item[], kind: 'held' | 'filed'): Promise<readonly Contact[]> {
  const records = await recordsOf(await getItems(table, keys));
  return keys
    .map(({ pk }) => records.get(pk))
    .filter((record) => record !== undefined)
    .filter((record) => record.standing.kind === kind)
    .map((record) => record.contact);
}

/** By their partition keys. */
async function recordsOf(items: readonly Item[]): Promise<ReadonlyMap<unknown, ContactRecord>> {
  const shape = await contactRecord();
  return new Map(items.map((item) => [item.pk, parseItem(shape, item)]));
}

/** From the list of filed mail into that of held messages, in one write; only what stands in the former. */
export async function holdFiled(table: Table, contact: Contact): Promise<'done' | 'overtaken'> {
  const hold: Contact['hold'] = 'seems-automatic';
  const { open, openBy } = inList('held', contact);
  const update = {
    text: 'SET #standing = :standing, #contact.#hold = :hold, #open = :open, #openBy = :openBy REMOVE #contact.#automatic',
    values: { ':standing': { kind: 'held' }, ':hold': hold, ':open': open, ':openBy': openBy },
  };
  const stillFiled = { text: '#standing.#kind = :filed AND #open = :filed', values: { ':filed': 'filed' } };
  return (await updateItem(table, contactKey(contact), update, stillFiled)) === 'refused' ? 'overtaken' : 'done';
}

export async function fileHeld(table: Table, contact: Contact): Promise<'done' | 'overtaken'> {
  const item = { ...itemOf({ contact, standing: { kind: 'filed' } }), ...inList('filed', contact) };
  return (await putItem(table, item, stillHeld)) === 'written' ? 'done' : 'overtaken';
}

export async function setAside(table: Table, key: ContactKey, by: Officer, at: Instant, reason: string): Promise<'done' | 'overtaken'> {
  const standing: ContactRecord['standing'] = { kind: 'set-aside', by, at, reason };
  const update = { text: 'SET #standing = :standing REMOVE #open, #openBy', values: { ':standing': standing } };
  return (await updateItem(table, contactKey(key), update, stillHeld)) === 'refused' ? 'overtaken' : 'done';
}

function itemOf(record: ContactRecord): Item {
  const { contact, standing } = record;
  const checkedBy = filesToBeCheckedBy(contact, standing.kind === 'filed');
  return {
    ...contactKey(contact),
    ...record,
    ...(standing.kind === 'held' && inList('held', contact)),
    ...(checkedBy && inFiles(contact, checkedBy)),
  };
}

function linkTo(contact: Contact, reference: Reference): Write {
  return { what: 'link', item: { ...linkKey(reference, contact), channel: contact.channel, id: contact.id } };
}
