import type { CaseStore } from '../../app/ports.ts';
import { speakAlert } from './alerts.ts';
import { findContact, heldContacts, keepContact, setAside, unknownContacts } from './contacts.ts';
import { casesWithPendingNotices, leaseNotice, noticesOf, recordDelivery, settleNotice } from './notices.ts';
import { loadCase, loadFile, openCases } from './read-case.ts';
import { drawReference } from './references.ts';
import { type PersonKey, saveCase } from './save-case.ts';
import { plannedSchedule, rememberSchedule } from './schedules.ts';
import { rememberOfficer, staff } from './staff.ts';
import type { Table } from './table.ts';

/** The store of cases in DynamoDB. `personKey` must give the same text in every function: it is part of stored keys. */
export function createCaseStore({ personKey, ...table }: Table & { readonly personKey: PersonKey }): CaseStore {
  return {
    drawReference: (prefix, year) => drawReference(table, prefix, year),
    findContact: (key) => findContact(table, key),
    unknownContacts: (keys) => unknownContacts(table, keys),
    keepContact: (contact, as, reference) => keepContact(table, contact, as, reference),
    setAside: (key, by, at, reason) => setAside(table, key, by, at, reason),
    heldContacts: () => heldContacts(table),
    load: (reference) => loadCase(table, reference),
    loadFile: (reference) => loadFile(table, reference),
    save: (change) => saveCase(table, personKey, change),
    openCases: (dueBy) => openCases(table, dueBy),
    speakAlert: (reference, alert, notices, at) => speakAlert(table, reference, alert, notices, at),
    notices: (reference) => noticesOf(table, reference),
    casesWithPendingNotices: () => casesWithPendingNotices(table),
    leaseNotice: (reference, noticeId, now, until) => leaseNotice(table, reference, noticeId, now, until),
    settleNotice: (reference, noticeId, result) => settleNotice(table, reference, noticeId, result),
    recordDelivery: (reference, noticeId, outcome) => recordDelivery(table, reference, noticeId, outcome),
    plannedSchedule: (reference) => plannedSchedule(table, reference),
    rememberSchedule: (reference, name) => rememberSchedule(table, reference, name),
    staff: () => staff(table),
    rememberOfficer: (officer) => rememberOfficer(table, officer),
  };
}
