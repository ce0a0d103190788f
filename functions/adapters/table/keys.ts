/**
 * Every kind of item in the table, its keys, and the question it answers. Nothing else in the project spells a key.
 *
 * | item     | pk                      | sk                               | holds                      | answers                                          |
 * |----------|-------------------------|----------------------------------|----------------------------|--------------------------------------------------|
 * | state    | CASE#<reference>        | STATE                            | version, state, queue      | how does this case stand?                        |
 * | event    | CASE#<reference>        | EVENT#<000001>                   | event                      | what happened, in order?                         |
 * | notice   | CASE#<reference>        | NOTICE#<id>                      | the notice, its standing   | what was sent, and did it arrive?                |
 * | alert    | CASE#<reference>        | ALERT#<deadline>#<kind>#<date>   | the alert, when it spoke   | was this alert spoken already?                   |
 * | link     | CASE#<reference>        | CONTACT#<receivedAt>#<channel>#<id> | channel, id             | which contacts belong to this case, in order?    |
 * | schedule | CASE#<reference>        | SCHEDULE                         | name                       | which schedule was made for this case?           |
 * | contact  | CONTACT#<channel>#<id>  | CONTACT                          | contact, standing          | was this taken in already, and what became of it? |
 * | pointer  | PERSON#<hmac>           | CASE#<reference>                 | nothing more               | which cases does this address or number have?    |
 * | counter  | COUNTER#<year>          | COUNTER                          | drawn                      | how many references were drawn this year?        |
 * | officer  | STAFF                   | STAFF#<subject>                  | subject, name, email       | who has signed in?                               |
 *
 * Two sparse indexes; an item leaves one by losing its two attributes:
 *
 * | index   | partition          | sort                                     | items          | projects  | answers                                         |
 * |---------|--------------------|------------------------------------------|----------------|-----------|-------------------------------------------------|
 * | open    | open = `open`      | openBy = <next due date>#<reference>     | open cases     | queue     | what is due next? unknown dates are 0000-00-00  |
 * | open    | open = `held`      | openBy = <receivedAt>#<channel>#<id>     | held contacts  | keys      | what waits for a person before it may open a case? |
 * | pending | pending = `notice` | pendingBy = <plannedAt>#<reference>#<id> | unsent notices | keys      | what is still to be sent, oldest first?         |
 */

import type { Instant, LocalDate } from '../../domain/calendar/local-date.ts';
import type { Reference } from '../../domain/cases/case.ts';
import type { ContactKey } from '../../domain/intake/contact.ts';

export type Key = { readonly pk: string; readonly sk: string };

export const openIndex = 'open';
export const pendingIndex = 'pending';

export const casePartition = (reference: Reference) => `CASE#${reference}`;

export const noticePrefix = 'NOTICE#';

export const stateKey = (reference: Reference): Key => ({ pk: casePartition(reference), sk: 'STATE' });

/** Numbered from 1. Six digits: the order of text is the order of numbers. */
export const eventKey = (reference: Reference, number: number): Key => ({
  pk: casePartition(reference),
  sk: `EVENT#${String(number).padStart(6, '0')}`,
});

export const noticeKey = (reference: Reference, id: string): Key => ({ pk: casePartition(reference), sk: `${noticePrefix}${id}` });

export const alertKey = (reference: Reference, alert: { deadline: string; kind: string; on: LocalDate }): Key => ({
  pk: casePartition(reference),
  sk: `ALERT#${alert.deadline}#${alert.kind}#${alert.on}`,
});

export const linkKey = (reference: Reference, contact: ContactKey & { readonly receivedAt: Instant }): Key => ({
  pk: casePartition(reference),
  sk: `CONTACT#${contact.receivedAt}#${contact.channel}#${contact.id}`,
});

export const scheduleKey = (reference: Reference): Key => ({ pk: casePartition(reference), sk: 'SCHEDULE' });

export const contactKey = (key: ContactKey): Key => ({ pk: `CONTACT#${key.channel}#${key.id}`, sk: 'CONTACT' });

export const pointerKey = (person: string, reference: Reference): Key => ({ pk: `PERSON#${person}`, sk: casePartition(reference) });

export const counterKey = (year: number): Key => ({ pk: `COUNTER#${year}`, sk: 'COUNTER' });

export const staffPartition = 'STAFF';
export const officerKey = (subject: string): Key => ({ pk: staffPartition, sk: `STAFF#${subject}` });

/** What an item of a case's partition is, by the first word of its sort key. */
export const kindOf = (sk: string): string => sk.split('#', 1)[0] ?? '';

/** The reference in a key of a case's partition. */
export const referenceIn = (pk: string): string => pk.slice('CASE#'.length);

/** Attributes that put an open case into the queue. */
export const inQueue = (reference: Reference, nextDue: LocalDate | undefined) => ({
  open: 'open',
  openBy: `${nextDue ?? '0000-00-00'}#${reference}`,
});

/** `$` is the character after `#`: everything due on that date sorts before it, the next day after it. */
export const queueUntil = (dueBy: LocalDate): string => `${dueBy}$`;

/** Attributes that put a held contact into the queue of held contacts. */
export const inHeld = (contact: ContactKey & { readonly receivedAt: Instant }) => ({
  open: 'held',
  openBy: `${contact.receivedAt}#${contact.channel}#${contact.id}`,
});

/** Attributes that keep a notice among those still to be sent. */
export const inPending = (reference: Reference, id: string, plannedAt: Instant) => ({
  pending: 'notice',
  pendingBy: `${plannedAt}#${reference}#${id}`,
});
