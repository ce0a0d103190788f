import type { CaseStore } from '../../app/ports.ts';
import { speakAlert } from './alerts.ts';
import { createCalendarStore } from './calendar.ts';
import { filedContacts, fileHeld, findContact, heldContacts, holdFiled, keepContact, setAside, unknownContacts } from './contacts.ts';
import { casesOfSent, findCopy } from './copies.ts';
import { countedDecisions } from './counted-decisions.ts';
import { lessons } from './lessons.ts';
import { moveContact } from './move-contact.ts';
import { leaseNotice, noticesOf, ownersOfPendingNotices, planForDay, recordDelivery, settleNotice } from './notices.ts';
import { loadCase, loadFile, openCases } from './read-case.ts';
import { countReceipt } from './receipts.ts';
import { drawReference } from './references.ts';
import { type PersonKey, saveCase } from './save-case.ts';
import { plannedSchedule, rememberSchedule } from './schedules.ts';
import { recordStaff, rememberOfficer, staff, staffEntry } from './staff.ts';
import type { Table } from './table.ts';
import { createWordingStore } from './wording.ts';

/** The store of cases in DynamoDB. `personKey` must give the same text in every function: it is part of stored keys. */
export function createCaseStore({ personKey, ...table }: Table & { readonly personKey: PersonKey }): CaseStore {
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
    moveContact: (move) => moveContact(table, personKey, move),
    openCases: (dueBy) => openCases(table, dueBy),
    countedDecisions: (month) => countedDecisions(table, month),
    lessons: () => lessons(table),
    speakAlert: (reference, alert, notices, at) => speakAlert(table, reference, alert, notices, at),
    planForDay: (tell) => planForDay(table, tell),
    notices: (owner) => noticesOf(table, owner),
    ownersOfPendingNotices: (now) => ownersOfPendingNotices(table, now),
    leaseNotice: (owner, noticeId, now, until) => leaseNotice(table, owner, noticeId, now, until),
    settleNotice: (owner, noticeId, result) => settleNotice(table, owner, noticeId, result),
    recordDelivery: (owner, noticeId, news) => recordDelivery(table, owner, noticeId, news),
    countReceipt: (email, on, receipt, most) => countReceipt(table, personKey, email, on, receipt, most),
    plannedSchedule: (reference) => plannedSchedule(table, reference),
    rememberSchedule: (reference, name) => rememberSchedule(table, reference, name),
    staff: () => staff(table),
    rememberOfficer: (officer, roles) => rememberOfficer(table, officer, roles),
    staffEntry: (subject) => staffEntry(table, subject),
    recordStaff: (subject, change, expected) => recordStaff(table, subject, change, expected),
    calendar: createCalendarStore(table),
    wording: createWordingStore(table),
  };
}
