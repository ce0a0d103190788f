import type { CaseStore } from '../../app/ports.ts';
import { speakAlert } from './alerts.ts';
import { findAnswerLink, keepAnswerLink } from './answer-links.ts';
import { createCalendarStore } from './calendar.ts';
import { filedContacts, fileHeld, findContact, heldContacts, holdFiled, keepContact, setAside, unknownContacts } from './contacts.ts';
import { casesOfSent, findCopy } from './copies.ts';
import { countedDecisions } from './counted-decisions.ts';
import { countedReleases } from './counted-releases.ts';
import { createDraftStore } from './drafts.ts';
import { createFileStore } from './files.ts';
import { createFrontDeskStore } from './front-desk.ts';
import { inForce } from './in-force.ts';
import { lessons } from './lessons.ts';
import { looks, noteLook } from './looks.ts';
import { moveContact } from './move-contact.ts';
import { leaseNotice, noticesOf, ownersOfPendingNotices, planForDay, recordDelivery, settleNotice } from './notices.ts';
import { createOpenCases } from './open-cases.ts';
import type { PersonKey } from './person-details.ts';
import { loadCase, loadFile } from './read-case.ts';
import { countReceipt } from './receipts.ts';
import { drawReference } from './references.ts';
import { createRotaStore } from './rota.ts';
import { saveCase } from './save-case.ts';
import { plannedSchedule, rememberSchedule } from './schedules.ts';
import { chooseMail, recordStaff, rememberOfficer, staff, staffEntry } from './staff.ts';
import { createStatusPageStore } from './status-page.ts';
import type { Table } from './table.ts';
import { createWordingStore } from './wording.ts';

export type CaseTable = Table & {
  /** Must give the same text in every function: it is part of stored keys. */
  readonly personKey: PersonKey;
  /** That of before the last rotation: what was written with it is found, and nothing new is written. */
  readonly previousPersonKey?: PersonKey;
};

/** The store of cases in DynamoDB. */
export function createCaseStore({ personKey, previousPersonKey, ...table }: CaseTable): CaseStore {
  const personKeys = [personKey, ...(previousPersonKey ? [previousPersonKey] : [])];
  return {
    drawReference: (prefix, year) => drawReference(table, prefix, year),
    findContact: (key) => findContact(table, key),
    unknownContacts: (keys) => unknownContacts(table, keys),
    keepContact: (contact, as, reference, tell) => keepContact(table, contact, as, reference, tell),
    fileHeld: (contact) => fileHeld(table, contact),
    holdFiled: (contact) => holdFiled(table, contact),
    setAside: (key, by, at, reason) => setAside(table, key, by, at, reason),
    heldContacts: (most) => heldContacts(table, most),
    filedContacts: (most) => filedContacts(table, most),
    findCopy: (contact) => findCopy(table, contact),
    casesOfSent: (sesMessageIds) => casesOfSent(table, sesMessageIds),
    load: (reference) => loadCase(table, reference),
    loadFile: (reference) => loadFile(table, reference),
    save: (change) => saveCase(table, personKey, change),
    // Loaded by whoever logs or searches: no other function asks.
    casesOfPerson: async (asked) => (await import('./cases-of.ts')).casesOfPerson(table, personKeys, asked),
    contactsThatSay: async (text, where) => (await import('./said.ts')).contactsThatSay(table, personKeys, text, where),
    moveContact: (move) => moveContact(table, personKey, move),
    openCases: createOpenCases(table),
    countedDecisions: (month) => countedDecisions(table, month),
    countedReleases: (month) => countedReleases(table, month),
    lessons: () => lessons(table),
    speakAlert: (reference, alert, notices, at) => speakAlert(table, reference, alert, notices, at),
    planForDay: (tell) => planForDay(table, tell),
    notices: (owner) => noticesOf(table, owner),
    ownersOfPendingNotices: (now) => ownersOfPendingNotices(table, now),
    leaseNotice: (owner, noticeId, now, until) => leaseNotice(table, owner, noticeId, now, until),
    settleNotice: (owner, noticeId, result) => settleNotice(table, owner, noticeId, result),
    recordDelivery: (owner, noticeId, news) => recordDelivery(table, owner, noticeId, news),
    countReceipt: (email, on, receipt, most) => countReceipt(table, personKey, email, on, receipt, most),
    keepAnswerLink: (hash, link) => keepAnswerLink(table, hash, link),
    findAnswerLink: (hash) => findAnswerLink(table, hash),
    plannedSchedule: (reference) => plannedSchedule(table, reference),
    rememberSchedule: (reference, name) => rememberSchedule(table, reference, name),
    staff: () => staff(table),
    rememberOfficer: (officer, roles) => rememberOfficer(table, officer, roles),
    chooseMail: (subject, off) => chooseMail(table, subject, off),
    staffEntry: (subject) => staffEntry(table, subject),
    recordStaff: (subject, change, expected) => recordStaff(table, subject, change, expected),
    noteLook: (what, by, at) => noteLook(table, what, by, at),
    looks: (what) => looks(table, what),
    inForce: () => inForce(table),
    calendar: createCalendarStore(table),
    wording: createWordingStore(table),
    frontDesk: createFrontDeskStore(table),
    rota: createRotaStore(table),
    drafts: createDraftStore(table),
    statusPage: createStatusPageStore(table, personKey),
    files: createFileStore(table),
  };
}
