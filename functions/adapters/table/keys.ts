/**
 * Every kind of item in the table, its keys, and the question it answers. Nothing else in the project spells a key.
 *
 * | item     | pk                      | sk                               | holds                      | answers                                          |
 * |----------|-------------------------|----------------------------------|----------------------------|--------------------------------------------------|
 * | state    | CASE#<reference>        | STATE                            | version, state, queue      | how does this case stand?                        |
 * | event    | CASE#<reference>        | EVENT#<000001>                   | event                      | what happened, in order?                         |
 * | notice   | CASE#<reference>        | NOTICE#<id>                      | the notice, its standing   | what was sent, and did it arrive?                |
 * | notice   | DESK#<London date>      | NOTICE#<id>                      | the same, to officers      | what was told of no case on that day?            |
 * | alert    | CASE#<reference>        | ALERT#<deadline>#<kind>#<date>   | the alert, when it spoke   | was this alert spoken already?                   |
 * | link     | CASE#<reference>        | CONTACT#<receivedAt>#<channel>#<id> | channel, id (movedTo)   | which contacts belong to this case, in order?    |
 * | schedule | CASE#<reference>        | SCHEDULE                         | name                       | which schedule was made for this case?           |
 * | contact  | CONTACT#<channel>#<id>  | CONTACT                          | contact, standing          | was this taken in already, and what became of it? |
 * | pointer  | PERSON#<hmac>           | CASE#<reference>                 | nothing more               | which cases does this address or number have?    |
 * | copy     | COPY#<sha256>           | COPY                             | reference, id              | was the same e-mail taken in before, and where?  |
 * | sent     | SENT#<SES message id>   | SENT                             | reference                  | for which case did SES send this message?        |
 * | counter  | COUNTER#<year>          | COUNTER                          | drawn                      | how many references were drawn this year?        |
 * | receipts | RECEIPTS#<hmac>         | RECEIPTS#<London date>           | which receipts             | how many receipts went to this address that day? |
 * | counted  | DECIDED#<month received> | CASE#<reference>                | suggested and decided route | how often do people change what triage suggests? |
 * | lesson   | LEARNING                | <date promised>#<reference>#<number> | what a service promised to learn, and how it stands | what did we learn, and is it done? |
 * | officer  | STAFF                   | STAFF#<subject>                  | who they are, roles of the sign-in, what the Head recorded | who has signed in, and who may do what? |
 * | holiday  | CALENDAR                | HOLIDAY#<date>                   | a bank holiday proclaimed late, who entered and who approved it | which were entered, and what became of them? |
 * | holidays | CALENDAR                | LIST                             | number, additions          | which days count beside the list of the release? |
 * | walk     | CALENDAR                | WALK                             | number, after, finished    | how far were open cases told of the last one?    |
 * | wording  | WORDING                 | CURRENT                          | number, words by piece     | which words of our letters were changed?         |
 * | wording change | WORDING           | CHANGE#<000001>                  | number, piece, words, by, at | who changed which words, and when?             |
 * | staff change | STAFF#<subject>     | CHANGE#<000001>                  | at, by, record             | who changed what is recorded of them, and when?  |
 *
 * Two sparse indexes; an item leaves one by losing its two attributes:
 *
 * | index   | partition          | sort                                     | items          | projects  | answers                                         |
 * |---------|--------------------|------------------------------------------|----------------|-----------|-------------------------------------------------|
 * | open    | open = `open`      | openBy = <next due date>#<reference>     | open cases     | queue     | what is due next? unknown dates are 0000-00-00  |
 * | open    | open = `held`      | openBy = <receivedAt>#<channel>#<id>     | held contacts  | keys      | what waits for a person before it may open a case? |
 * | open    | open = `filed`     | openBy = <receivedAt>#<channel>#<id>     | filed contacts without a case | keys | what did machines send us that belongs to no case? |
 * | pending | pending = `notice` | pendingBy = <when due>#<case or day>#<id> | unsent notices | keys     | what is to be sent by now, oldest first?        |
 */

import type { Instant, LocalDate } from '../../domain/calendar/local-date.ts';
import type { Month } from '../../domain/calendar/month.ts';
import type { Reference } from '../../domain/cases/actor.ts';
import type { ContactKey } from '../../domain/intake/contact.ts';
import { isDay, type NoticeOwner } from '../../domain/notices/owner.ts';

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

/** Where the notices of a case, or of a day, stand. */
export const noticePartition = (owner: NoticeOwner) => (isDay(owner) ? `DESK#${owner}` : casePartition(owner));

export const noticeKey = (owner: NoticeOwner, id: string): Key => ({ pk: noticePartition(owner), sk: `${noticePrefix}${id}` });

export const alertKey = (reference: Reference, alert: { deadline: string; about?: number; kind: string; on: LocalDate }): Key => ({
  pk: casePartition(reference),
  sk: `ALERT#${alert.deadline}${alert.about === undefined ? '' : `-${alert.about}`}#${alert.kind}#${alert.on}`,
});

export const linkKey = (reference: Reference, contact: ContactKey & { readonly receivedAt: Instant }): Key => ({
  pk: casePartition(reference),
  sk: `CONTACT#${contact.receivedAt}#${contact.channel}#${contact.id}`,
});

export const scheduleKey = (reference: Reference): Key => ({ pk: casePartition(reference), sk: 'SCHEDULE' });

export const contactKey = (key: ContactKey): Key => ({ pk: `CONTACT#${key.channel}#${key.id}`, sk: 'CONTACT' });

export const pointerKey = (person: string, reference: Reference): Key => ({ pk: `PERSON#${person}`, sk: casePartition(reference) });

/** By sender, Message-ID and words together: nothing of them can be read from it. */
export const copyKey = (fingerprint: string): Key => ({ pk: `COPY#${fingerprint}`, sk: 'COPY' });

export const sentKey = (sesMessageId: string): Key => ({ pk: `SENT#${sesMessageId}`, sk: 'SENT' });

export const counterKey = (year: number): Key => ({ pk: `COUNTER#${year}`, sk: 'COUNTER' });

/** One item per address and day; the address stands in no key (decision 10). */
export const receiptsKey = (person: string, on: LocalDate): Key => ({ pk: `RECEIPTS#${person}`, sk: `RECEIPTS#${on}` });

/** What was decided about the messages that came in a month. */
export const decidedPartition = (month: Month) => `DECIDED#${month}`;

/** One per case: a later decision takes the place of an earlier one. */
export const countedDecisionKey = (reference: Reference, month: Month): Key => ({
  pk: decidedPartition(month),
  sk: casePartition(reference),
});

export const learningPartition = 'LEARNING';
export const lessonKey = (lesson: { promisedOn: LocalDate; reference: Reference; number: number }): Key => ({
  pk: learningPartition,
  sk: `${lesson.promisedOn}#${lesson.reference}#${String(lesson.number).padStart(2, '0')}`,
});

export const staffPartition = 'STAFF';
export const officerKey = (subject: string): Key => ({ pk: staffPartition, sk: `STAFF#${subject}` });

/** Bank holidays proclaimed late: each as it was entered and decided, and all that count in one item, which every function reads. */
export const calendarPartition = 'CALENDAR';
export const holidayPrefix = 'HOLIDAY#';
export const holidayKey = (date: LocalDate): Key => ({ pk: calendarPartition, sk: `${holidayPrefix}${date}` });
export const holidayListKey: Key = { pk: calendarPartition, sk: 'LIST' };
export const calendarWalkKey: Key = { pk: calendarPartition, sk: 'WALK' };

/** What the complaints team changed in the wording of letters: all that holds in one item, which every function reads, and each change. */
export const wordingPartition = 'WORDING';
export const wordingKey: Key = { pk: wordingPartition, sk: 'CURRENT' };
export const wordingChangePrefix = 'CHANGE#';
export const wordingChangeKey = (number: number): Key => ({
  pk: wordingPartition,
  sk: `${wordingChangePrefix}${String(number).padStart(6, '0')}`,
});

/** Apart from the directory itself: the list of everybody does not read it. */
export const staffChangesOf = (subject: string) => `STAFF#${subject}`;
export const staffChangeKey = (subject: string, number: number): Key => ({
  pk: staffChangesOf(subject),
  sk: `CHANGE#${String(number).padStart(6, '0')}`,
});

/** What an item of a case's partition is, by the first word of its sort key. */
export const kindOf = (sk: string): string => sk.split('#', 1)[0] ?? '';

/** The reference in a key of a case's partition. */
export const referenceIn = (pk: string): string => pk.slice('CASE#'.length);

/** The case or the day in the key of one of its notices. */
export const ownerIn = (pk: string): string => pk.replace(/^(?:CASE|DESK)#/, '');

/** Attributes that put an open case into the queue. */
export const inQueue = (reference: Reference, nextDue: LocalDate | undefined) => ({
  open: 'open',
  openBy: `${nextDue ?? '0000-00-00'}#${reference}`,
});

/** `$` is the character after `#`: everything due on that date sorts before it, the next day after it. */
export const queueUntil = (dueBy: LocalDate): string => `${dueBy}$`;

/** Attributes that put a contact that stands in no case into the list of those that are held, or that were filed. */
export const inList = (list: 'held' | 'filed', contact: ContactKey & { readonly receivedAt: Instant }) => ({
  open: list,
  openBy: `${contact.receivedAt}#${contact.channel}#${contact.id}`,
});

/** Attributes that keep a notice among those still to be sent. `due`: when it was planned, or when it may be tried again. */
export const inPending = (owner: NoticeOwner, id: string, due: Instant) => ({
  pending: 'notice',
  pendingBy: `${due}#${owner}#${id}`,
});

/** `$` is the character after `#`: everything due at that moment sorts before it. */
export const pendingUntil = (now: Instant): string => `${now}$`;
