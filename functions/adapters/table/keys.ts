/**
 * Every kind of item in the table, its keys, and the question it answers. Nothing else in the project spells a key.
 *
 * | item     | pk                      | sk                               | holds                      | answers                                          |
 * |----------|-------------------------|----------------------------------|----------------------------|--------------------------------------------------|
 * | state    | CASE#<reference>        | STATE                            | version; state, queue (text) | how does this case stand?                      |
 * | event    | CASE#<reference>        | EVENT#<000001>                   | event                      | what happened, in order?                         |
 * | notice   | CASE#<reference>        | NOTICE#<id>                      | the notice, its standing   | what was sent, and did it arrive?                |
 * | notice   | DESK#<London date>      | NOTICE#<id>                      | the same, to officers      | what was told of no case on that day?            |
 * | alert    | CASE#<reference>        | ALERT#<deadline>#<kind>#<date>   | the alert, when it spoke   | was this alert spoken already?                   |
 * | link     | CASE#<reference>        | CONTACT#<receivedAt>#<channel>#<id> | channel, id (movedTo)   | which contacts belong to this case, in order?    |
 * | schedule | CASE#<reference>        | SCHEDULE                         | name                       | which schedule was made for this case?           |
 * | contact  | CONTACT#<channel>#<id>  | CONTACT                          | contact, standing          | was this taken in already, and what became of it? |
 * | pointer  | PERSON#<hmac>           | CASE#<reference>                 | nothing more               | which cases does this address, number, surname at a postcode or CRM reference have? |
 * | said     | SAID#<Monday>           | <channel>#<id>                   | a sample of its words' hashes | which messages recorded that week say the same? |
 * | word     | WORD#<hmac>             | CASE#<reference>                 | nothing more, or that it is gone | which cases have this word?                |
 * | words    | WORDS#<reference>       | WORDS                            | hmacs                      | by which words is this case found?               |
 * | copy     | COPY#<sha256>           | COPY                             | reference, id              | was the same e-mail taken in before, and where?  |
 * | sent     | SENT#<SES message id>   | SENT                             | reference                  | for which case did SES send this message?        |
 * | counter  | COUNTER#<year>          | COUNTER                          | drawn                      | how many references were drawn this year?        |
 * | receipts | RECEIPTS#<hmac>         | RECEIPTS#<London date>           | which receipts             | how many receipts went to this address that day? |
 * | counted  | DECIDED#<month received> | CASE#<reference>                | suggested and decided route | how often do people change what triage suggests? |
 * | released | RELEASED#<month>        | CASE#<reference>#<000001>        | what a response lacked     | how often did the Head release one that lacked something? |
 * | lesson   | LEARNING                | <date promised>#<reference>#<number> | what a service promised to learn, and how it stands | what did we learn, and is it done? |
 * | officer  | STAFF                   | STAFF#<subject>                  | who they are, roles of the sign-in, what the Head recorded | who has signed in, and who may do what? |
 * | holiday  | CALENDAR                | HOLIDAY#<date>                   | a bank holiday proclaimed late, who entered and who approved it | which were entered, and what became of them? |
 * | holidays | CALENDAR                | LIST                             | number, additions          | which days count beside the list of the release? |
 * | walk     | CALENDAR                | WALK                             | number, after, finished    | how far were open cases told of the last one?    |
 * | signpost | FRONTDESK               | SIGNPOST#<date>#<id>             | day, link, by whom         | who was pointed to us from elsewhere?            |
 * | copy of the policy | FRONTDESK     | COPY#<date asked>#<id>           | to whom until it is posted | which hard copies are to be posted?              |
 * | wording  | WORDING                 | CURRENT                          | number, words by piece     | which words of our letters were changed?         |
 * | look     | LOOKED#<reference> or LOOKED#<channel>#<id> of a message in no case | LOOKED#<London date>#<subject> | who, first and last time, in which hours | who opened this, and when? |
 * | wording change | WORDING           | CHANGE#<000001>                  | number, piece, words, by, at | who changed which words, and when?             |
 * | answer link | ANSWER#<sha256 of its token> | ANSWER                 | reference, part, until     | what may be answered by this link, and until when? |
 * | answers  | ANSWERS#<sha256 of a cookie’s token> | ANSWERS        | answers of a form, sealed; until | what did this browser answer and not send yet?   |
 * | door     | DOOR#<hmac>             | DOOR#<London date>               | how many, by hour and in all | how many complaints came from this address or network? |
 * | status link | STATUS#<sha256 of its token> | STATUS                 | reference, notice, until, when it was spent | whose status page does this link open? |
 * | asks     | ASKS#<hmac, or reference> | ASKS#<London hour, or date> | how many                | how often was a link to a status page asked for? |
 * | rota     | ROTA                    | CURRENT                          | number, shifts             | who is on call for possible harm?                |
 * | rota change | ROTA                 | CHANGE#<000001>                  | number, at, by, shifts     | who changed the rota, and when?                  |
 * | draft    | DRAFT#<reference>#<subject> | DRAFT#<action>               | what they typed, begun and saved when | what did this officer begin and not send? |
 * | file     | FILE#<key of the object>  | FILE                             | scan, version, what it is, copy, who was told | may this file be opened?        |
 * | upload   | UPLOAD#<key of the object> | UPLOAD                         | channel, id                | which contact has this file, or was it never sent? |
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
 * | pending | pending = `draft`  | pendingBy = <until>#<pk>#<sk>            | drafts         | keys     | which drafts are over, so that their words go?  |
 * | pending | pending = `answers` | pendingBy = <until>#<hash>              | answers of forms | keys   | which answers are over, so that they go?        |
 * | pending | pending = `files`  | pendingBy = <a day later>#<channel>#<id> | contacts with files | keys | whose files should have been looked at by now?  |
 *
 * Nothing is ever deleted but items of `door` and `asks`: DynamoDB deletes them some time after their `expires` (its time to live). Nothing depends on
 * when, or whether, it does: those of earlier releases have no `expires` unless they were counted on since, and stay. They hold no word and no name.
 */

import { addDays, dayOfWeek, type Instant, type LocalDate, londonTime } from '../../domain/calendar/local-date.ts';
import type { Month } from '../../domain/calendar/month.ts';
import type { Reference } from '../../domain/cases/actor.ts';
import type { ContactKey } from '../../domain/intake/contact.ts';
import { isDay, type NoticeOwner } from '../../domain/notices/owner.ts';
import { countsKept } from '../../domain/policy/the-door.ts';
import type { LookedAt } from '../../domain/staff/look.ts';

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

/** Apart from the case: opening it never reads who opened it before. */
export const lookedPartition = (what: LookedAt) => (typeof what === 'string' ? `LOOKED#${what}` : `LOOKED#${what.channel}#${what.id}`);
export const lookKey = (what: LookedAt, on: LocalDate, subject: string): Key => ({
  pk: lookedPartition(what),
  sk: `LOOKED#${on}#${subject}`,
});

export const scheduleKey = (reference: Reference): Key => ({ pk: casePartition(reference), sk: 'SCHEDULE' });

export const contactKey = (key: ContactKey): Key => ({ pk: `CONTACT#${key.channel}#${key.id}`, sk: 'CONTACT' });

export const personPartition = (person: string) => `PERSON#${person}`;
export const pointerKey = (person: string, reference: Reference): Key => ({ pk: personPartition(person), sk: casePartition(reference) });

/** Messages recorded in the week of that London date: nothing of what they say can be read from it. */
export const saidPartition = (on: LocalDate) => `SAID#${addDays(on, 1 - dayOfWeek(on))}`;
export const saidKey = (on: LocalDate, contact: ContactKey): Key => ({ pk: saidPartition(on), sk: `${contact.channel}#${contact.id}` });

/** The words of a case, for search; what they are cannot be read from their keys (decision 36). */
export const wordPartition = (word: string) => `WORD#${word}`;
export const wordKey = (word: string, reference: Reference): Key => ({ pk: wordPartition(word), sk: casePartition(reference) });
/** Apart from the case itself: whoever reads the case does not read it. */
export const wordsOfCaseKey = (reference: Reference): Key => ({ pk: `WORDS#${reference}`, sk: 'WORDS' });

/** By sender, Message-ID and words together: nothing of them can be read from it. */
export const copyKey = (fingerprint: string): Key => ({ pk: `COPY#${fingerprint}`, sk: 'COPY' });

export const sentKey = (sesMessageId: string): Key => ({ pk: `SENT#${sesMessageId}`, sk: 'SENT' });

/** By the hash of its token: the token itself stands only in the e-mail. */
export const answerLinkKey = (hash: string): Key => ({ pk: `ANSWER#${hash}`, sk: 'ANSWER' });

/** As an answer's: the token itself stands only in the e-mail. */
export const statusLinkKey = (hash: string): Key => ({ pk: `STATUS#${hash}`, sk: 'STATUS' });

/** Neither an address nor a network stands in it (decision 10). `within`: the London hour, or the date, that is counted. */
export const asksKey = (who: string, within: string): Key => ({ pk: `ASKS#${who}`, sk: `ASKS#${within}` });

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

/** Responses that the Head released in a month although they lacked something. */
export const releasedPartition = (month: Month) => `RELEASED#${month}`;
export const countedReleaseKey = (reference: Reference, release: { releasedIn: Month; number: number }): Key => ({
  pk: releasedPartition(release.releasedIn),
  sk: `${casePartition(reference)}#${String(release.number).padStart(6, '0')}`,
});

export const learningPartition = 'LEARNING';
export const lessonKey = (lesson: { promisedOn: LocalDate; reference: Reference; number: number }): Key => ({
  pk: learningPartition,
  sk: `${lesson.promisedOn}#${lesson.reference}#${String(lesson.number).padStart(2, '0')}`,
});

export const staffPartition = 'STAFF';
export const officerKey = (subject: string): Key => ({ pk: staffPartition, sk: `STAFF#${subject}` });

/** What is done at the front desk for somebody who has not complained to us yet. */
export const frontDeskPartition = 'FRONTDESK';
export const signpostPrefix = 'SIGNPOST#';
export const signpostKey = ({ on, id }: { readonly on: LocalDate; readonly id: string }): Key => ({
  pk: frontDeskPartition,
  sk: `${signpostPrefix}${on}#${id}`,
});
export const copyPrefix = 'COPY#';
export const policyCopyKey = ({ askedOn, id }: { readonly askedOn: LocalDate; readonly id: string }): Key => ({
  pk: frontDeskPartition,
  sk: `${copyPrefix}${askedOn}#${id}`,
});

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

/** Who is on call: all of it in one item, which every function reads, and the rota after each change. */
export const rotaPartition = 'ROTA';
export const rotaKey: Key = { pk: rotaPartition, sk: 'CURRENT' };
export const rotaChangePrefix = 'CHANGE#';
export const rotaChangeKey = (number: number): Key => ({
  pk: rotaPartition,
  sk: `${rotaChangePrefix}${String(number).padStart(6, '0')}`,
});

/** Apart from the directory itself: the list of everybody does not read it. */
export const staffChangesOf = (subject: string) => `STAFF#${subject}`;
export const staffChangeKey = (subject: string, number: number): Key => ({
  pk: staffChangesOf(subject),
  sk: `CHANGE#${String(number).padStart(6, '0')}`,
});

/** Apart from the case: nobody who opens it reads what others are writing. */
export const draftKey = ({ reference, subject, action }: { reference: Reference; subject: string; action: string }): Key => ({
  pk: `DRAFT#${reference}#${subject}`,
  sk: `DRAFT#${action}`,
});

/** The parts of such a key again. A reference has no `#`. */
export function draftIn({ pk, sk }: Key): { readonly reference: string; readonly subject: string; readonly action: string } {
  const [, reference = '', ...subject] = pk.split('#');
  return { reference, subject: subject.join('#'), action: sk.slice('DRAFT#'.length) };
}

/** Attributes that keep a draft among those whose words are to go one day. */
export const inDrafts = ({ pk, sk }: Key, until: Instant) => ({ pending: 'draft', pendingBy: `${until}#${pk}#${sk}` });

/** By the key of the object in the originals bucket: it was scanned before any contact had it. */
export const fileKey = (key: string): Key => ({ pk: `FILE#${key}`, sk: 'FILE' });

/** Written with the contact that has the file: what has none was never sent, and is deleted one day. */
export const uploadKey = (key: string): Key => ({ pk: `UPLOAD#${key}`, sk: 'UPLOAD' });

/** The key of the object again. */
export const objectIn = ({ pk }: Key): string => pk.replace(/^(?:FILE|UPLOAD)#/, '');

/** Attributes that keep a contact with files among those whose files should have been looked at by then. */
export const inFiles = ({ channel, id }: ContactKey, by: Instant) => ({ pending: 'files', pendingBy: `${by}#${channel}#${id}` });

/** The contact in the key of its item. An id of a contact has no `#` before its end. */
export const contactIn = ({ pk }: Key): { readonly channel: string; readonly id: string } => {
  const [, channel = '', ...id] = pk.split('#');
  return { channel, id: id.join('#') };
};

const answersPrefix = 'ANSWERS#';
/** By the hash of a token that stands only in a cookie. */
export const answersKey = (hash: string): Key => ({ pk: `${answersPrefix}${hash}`, sk: 'ANSWERS' });
export const answersIn = (pk: string): string => pk.slice(answersPrefix.length);
/** Attributes that keep a form's answers among those that are to go one day. */
export const inAnswers = (hash: string, until: Instant) => ({ pending: 'answers', pendingBy: `${until}#${hash}` });

/** One item per address or network and day; neither stands in a key (decision 10). */
export const doorKey = (who: string, on: LocalDate): Key => ({ pk: `DOOR#${who}`, sk: `DOOR#${on}` });

/** The part of an update by which DynamoDB deletes the item one day: `expires` is in seconds since 1970. `of`: the London date whose count it is. */
export const expiring = (of: LocalDate) => ({
  text: 'SET #expires = :expires',
  values: { ':expires': Date.parse(londonTime(addDays(of, countsKept.days), '00:00')) / 1_000 },
});

/** What an item of a case's partition is, by the first word of its sort key. */
export const kindOf = (sk: string): string => sk.split('#', 1)[0] ?? '';

/** The reference in a key of a case's partition. */
export const referenceIn = (pk: string): string => pk.slice('CASE#'.length);

/** The case or the day in the key of one of its notices. */
export const ownerIn = (pk: string): string => pk.replace(/^(?:CASE|DESK)#/, '');

/** On what was counted or registered by a command that was taken back: whoever reads the register passes it over. */
export const markedAsTakenBack = { takenBack: true } as const;

export const isTakenBack = (item: Readonly<Record<string, unknown>>): boolean => 'takenBack' in item;

/** Attributes that put an open case into the queue. */
export const inQueue = (reference: Reference, nextDue: LocalDate | undefined) => ({
  open: 'open',
  openBy: `${nextDue ?? '0000-00-00'}#${reference}`,
});

/** `$` is the character after `#`: everything due on that date sorts before it, the next day after it. */
export const queueUntil = (dueBy: LocalDate): string => `${dueBy}$`;

/** Between this place of the queue and whatever follows: no entry stands at it, so that two readings that meet there share none. */
export const queueCutAfter = (openBy: string): string => `${openBy}$`;

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
