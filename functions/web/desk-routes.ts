import type { DeskPage } from '../domain/staff/desk-pages.ts';
import { actOnCase, showActionPage } from './desk/act.ts';
import { showAutomatic } from './desk/automatic.ts';
import { decideBankHoliday, enterBankHoliday, showBankHolidays } from './desk/bank-holidays.ts';
import { showCasePage } from './desk/case.ts';
import type { DeskDeps, DeskPageDeps } from './desk/desk-deps.ts';
import { openDocument } from './desk/document.ts';
import { forOfficers } from './desk/for-officers.ts';
import { askForCopy, recordCopyPosted, recordSignpost, showCopies, showSignposts } from './desk/front-desk.ts';
import { actOnHeld, showHeld } from './desk/held.ts';
import { showLearning } from './desk/learning.ts';
import { showLetter } from './desk/letter.ts';
import { log, passOn, showLog, showPassedOn, showPassOn } from './desk/log.ts';
import { chooseMail, showMailPreferences } from './desk/mail-preferences.ts';
import { merge, showMerge } from './desk/merge.ts';
import { placeMessage, showMessage } from './desk/message.ts';
import { recordOwnAbsence, showOwnAbsence } from './desk/own-absence.ts';
import { goToNext, showQueue } from './desk/queue.ts';
import { reallocate, showReallocate } from './desk/reallocate.ts';
import { playRecording } from './desk/recording.ts';
import { addShift, removeShift, showRotaPage } from './desk/rota.ts';
import { search, showSearch } from './desk/search.ts';
import { beginSignIn, finishSignIn, signOut } from './desk/sign-in.ts';
import { recordStaffMember, showStaff, showStaffMember } from './desk/staff.ts';
import { showSuggestions } from './desk/suggestions.ts';
import { showWhoLooked } from './desk/who-looked.ts';
import { changePiece, showAllWording, showPiece } from './desk/wording.ts';
import { keepDraft } from './desk/writing/drafts.ts';
import { previewAction } from './desk/writing/preview.ts';
import { takeBackLatest } from './desk/writing/take-back.ts';
import { readWordLetterInto } from './desk/writing/word-letter.ts';
import type { Page } from './page.ts';
import { createRender } from './render.ts';

export type DeskRoute =
  | 'GET /desk'
  | 'GET /desk/next'
  | 'GET /desk/search'
  | 'POST /desk/search'
  | 'GET /desk/sign-in'
  | 'GET /desk/signed-in'
  | 'POST /desk/sign-out'
  | 'GET /desk/cases/{reference}'
  | 'POST /desk/cases/{reference}/{action}'
  | 'GET /desk/cases/{reference}/do/{action}'
  | 'GET /desk/cases/{reference}/documents/{channel}/{id}/{number}'
  | 'POST /desk/cases/{reference}/take-back'
  | 'POST /desk/cases/{reference}/do/{action}/draft'
  | 'POST /desk/cases/{reference}/do/{action}/preview'
  | 'POST /desk/cases/{reference}/do/{action}/word-letter'
  | 'GET /desk/cases/{reference}/who-looked'
  | 'GET /desk/cases/{reference}/letters/{notice}'
  | 'GET /desk/cases/{reference}/messages/{channel}/{id}'
  | 'POST /desk/cases/{reference}/messages/{channel}/{id}'
  | 'GET /desk/automatic'
  | 'GET /desk/suggestions'
  | 'GET /desk/learning'
  | 'GET /desk/bank-holidays'
  | 'POST /desk/bank-holidays'
  | 'POST /desk/bank-holidays/{date}/{action}'
  | 'GET /desk/wording'
  | 'GET /desk/wording/{piece}'
  | 'POST /desk/wording/{piece}'
  | 'GET /desk/merge/{reference}'
  | 'POST /desk/merge/{reference}'
  | 'GET /desk/reallocate'
  | 'POST /desk/reallocate'
  | 'GET /desk/signposts'
  | 'POST /desk/signposts'
  | 'GET /desk/policy-copies'
  | 'POST /desk/policy-copies'
  | 'POST /desk/policy-copies/{id}/posted'
  | 'GET /desk/log'
  | 'POST /desk/log'
  | 'GET /desk/pass-on'
  | 'POST /desk/pass-on'
  | 'GET /desk/passed-on/{reference}'
  | 'GET /desk/rota'
  | 'POST /desk/rota'
  | 'POST /desk/rota/remove'
  | 'GET /desk/mail-preferences'
  | 'POST /desk/mail-preferences'
  | 'GET /desk/staff'
  | 'GET /desk/staff/me'
  | 'POST /desk/staff/me'
  | 'GET /desk/staff/{subject}'
  | 'POST /desk/staff/{subject}'
  | 'GET /desk/recordings/{id}'
  | 'GET /desk/held/{channel}/{id}'
  | 'POST /desk/held/{channel}/{id}/{action}';

/** The page of the table of authority that stands behind each route; undefined for signing in and out. Complete by type. */
export const pageOfRoute: Readonly<Record<DeskRoute, DeskPage | undefined>> = {
  'GET /desk': 'queue',
  'GET /desk/next': 'queue',
  'GET /desk/search': 'search',
  'POST /desk/search': 'search',
  'GET /desk/sign-in': undefined,
  'GET /desk/signed-in': undefined,
  'POST /desk/sign-out': undefined,
  'GET /desk/cases/{reference}': 'case',
  'POST /desk/cases/{reference}/{action}': 'act-on-case',
  'GET /desk/cases/{reference}/do/{action}': 'act-on-case',
  'GET /desk/cases/{reference}/documents/{channel}/{id}/{number}': 'case',
  'POST /desk/cases/{reference}/take-back': 'act-on-case',
  'POST /desk/cases/{reference}/do/{action}/draft': 'act-on-case',
  'POST /desk/cases/{reference}/do/{action}/preview': 'act-on-case',
  'POST /desk/cases/{reference}/do/{action}/word-letter': 'act-on-case',
  'GET /desk/cases/{reference}/who-looked': 'who-looked',
  'GET /desk/cases/{reference}/letters/{notice}': 'case',
  'GET /desk/cases/{reference}/messages/{channel}/{id}': 'case',
  'POST /desk/cases/{reference}/messages/{channel}/{id}': 'act-on-case',
  'GET /desk/automatic': 'automatic',
  'GET /desk/suggestions': 'suggestions',
  'GET /desk/learning': 'learning',
  'GET /desk/bank-holidays': 'bank-holidays',
  'POST /desk/bank-holidays': 'enter-bank-holiday',
  'POST /desk/bank-holidays/{date}/{action}': 'enter-bank-holiday',
  'GET /desk/wording': 'wording',
  'GET /desk/wording/{piece}': 'wording',
  'POST /desk/wording/{piece}': 'change-wording',
  'GET /desk/merge/{reference}': 'act-on-case',
  'POST /desk/merge/{reference}': 'act-on-case',
  'GET /desk/reallocate': 'reallocate',
  'POST /desk/reallocate': 'reallocate',
  'GET /desk/signposts': 'signpost',
  'POST /desk/signposts': 'signpost',
  'GET /desk/policy-copies': 'front-desk',
  'POST /desk/policy-copies': 'keep-front-desk',
  'POST /desk/policy-copies/{id}/posted': 'keep-front-desk',
  'GET /desk/log': 'log',
  'POST /desk/log': 'log',
  'GET /desk/pass-on': 'pass-on',
  'POST /desk/pass-on': 'pass-on',
  'GET /desk/passed-on/{reference}': 'pass-on',
  'GET /desk/rota': 'rota',
  'POST /desk/rota': 'keep-rota',
  'POST /desk/rota/remove': 'keep-rota',
  'GET /desk/mail-preferences': 'mail-preferences',
  'POST /desk/mail-preferences': 'mail-preferences',
  'GET /desk/staff': 'staff',
  'GET /desk/staff/me': 'own-absence',
  'POST /desk/staff/me': 'own-absence',
  'GET /desk/staff/{subject}': 'staff',
  'POST /desk/staff/{subject}': 'record-staff',
  'GET /desk/recordings/{id}': 'recording',
  'GET /desk/held/{channel}/{id}': 'held',
  'POST /desk/held/{channel}/{id}/{action}': 'settle-held',
};

const pageOf = (route: string): DeskPage | undefined => Object.entries(pageOfRoute).find(([key]) => key === route)?.[1];

/** The officers' pages by API Gateway's route key. */
export function deskRoutes(deps: DeskDeps): Record<DeskRoute, Page> {
  const pageDeps: DeskPageDeps = { ...deps, render: createRender(deps.council), pageOf };
  return {
    'GET /desk': forOfficers(pageDeps, showQueue(pageDeps)),
    'GET /desk/next': forOfficers(pageDeps, goToNext(pageDeps)),
    'GET /desk/search': forOfficers(pageDeps, showSearch(pageDeps)),
    'POST /desk/search': forOfficers(pageDeps, search(pageDeps)),
    'GET /desk/sign-in': beginSignIn(pageDeps),
    'GET /desk/signed-in': finishSignIn(pageDeps),
    'POST /desk/sign-out': signOut(pageDeps),
    'GET /desk/cases/{reference}': forOfficers(pageDeps, showCasePage(pageDeps)),
    'POST /desk/cases/{reference}/{action}': forOfficers(pageDeps, actOnCase(pageDeps)),
    'GET /desk/cases/{reference}/do/{action}': forOfficers(pageDeps, showActionPage(pageDeps)),
    'GET /desk/cases/{reference}/documents/{channel}/{id}/{number}': forOfficers(pageDeps, openDocument(pageDeps)),
    'POST /desk/cases/{reference}/take-back': forOfficers(pageDeps, takeBackLatest(pageDeps)),
    'POST /desk/cases/{reference}/do/{action}/draft': forOfficers(pageDeps, keepDraft(pageDeps)),
    'POST /desk/cases/{reference}/do/{action}/preview': forOfficers(pageDeps, previewAction(pageDeps)),
    'POST /desk/cases/{reference}/do/{action}/word-letter': forOfficers(pageDeps, readWordLetterInto(pageDeps)),
    'GET /desk/cases/{reference}/who-looked': forOfficers(pageDeps, showWhoLooked(pageDeps)),
    'GET /desk/cases/{reference}/letters/{notice}': forOfficers(pageDeps, showLetter(pageDeps)),
    'GET /desk/cases/{reference}/messages/{channel}/{id}': forOfficers(pageDeps, showMessage(pageDeps)),
    'POST /desk/cases/{reference}/messages/{channel}/{id}': forOfficers(pageDeps, placeMessage(pageDeps)),
    'GET /desk/automatic': forOfficers(pageDeps, showAutomatic(pageDeps)),
    'GET /desk/suggestions': forOfficers(pageDeps, showSuggestions(pageDeps)),
    'GET /desk/learning': forOfficers(pageDeps, showLearning(pageDeps)),
    'GET /desk/bank-holidays': forOfficers(pageDeps, showBankHolidays(pageDeps)),
    'POST /desk/bank-holidays': forOfficers(pageDeps, enterBankHoliday(pageDeps)),
    'POST /desk/bank-holidays/{date}/{action}': forOfficers(pageDeps, decideBankHoliday(pageDeps)),
    'GET /desk/wording': forOfficers(pageDeps, showAllWording(pageDeps)),
    'GET /desk/wording/{piece}': forOfficers(pageDeps, showPiece(pageDeps)),
    'POST /desk/wording/{piece}': forOfficers(pageDeps, changePiece(pageDeps)),
    'GET /desk/merge/{reference}': forOfficers(pageDeps, showMerge(pageDeps)),
    'POST /desk/merge/{reference}': forOfficers(pageDeps, merge(pageDeps)),
    'GET /desk/reallocate': forOfficers(pageDeps, showReallocate(pageDeps)),
    'POST /desk/reallocate': forOfficers(pageDeps, reallocate(pageDeps)),
    'GET /desk/signposts': forOfficers(pageDeps, showSignposts(pageDeps)),
    'POST /desk/signposts': forOfficers(pageDeps, recordSignpost(pageDeps)),
    'GET /desk/policy-copies': forOfficers(pageDeps, showCopies(pageDeps)),
    'POST /desk/policy-copies': forOfficers(pageDeps, askForCopy(pageDeps)),
    'POST /desk/policy-copies/{id}/posted': forOfficers(pageDeps, recordCopyPosted(pageDeps)),
    'GET /desk/log': forOfficers(pageDeps, showLog(pageDeps)),
    'POST /desk/log': forOfficers(pageDeps, log(pageDeps)),
    'GET /desk/pass-on': forOfficers(pageDeps, showPassOn(pageDeps)),
    'POST /desk/pass-on': forOfficers(pageDeps, passOn(pageDeps)),
    'GET /desk/passed-on/{reference}': forOfficers(pageDeps, showPassedOn(pageDeps)),
    'GET /desk/rota': forOfficers(pageDeps, showRotaPage(pageDeps)),
    'POST /desk/rota': forOfficers(pageDeps, addShift(pageDeps)),
    'POST /desk/rota/remove': forOfficers(pageDeps, removeShift(pageDeps)),
    'GET /desk/mail-preferences': forOfficers(pageDeps, showMailPreferences(pageDeps)),
    'POST /desk/mail-preferences': forOfficers(pageDeps, chooseMail(pageDeps)),
    'GET /desk/staff': forOfficers(pageDeps, showStaff(pageDeps)),
    'GET /desk/staff/me': forOfficers(pageDeps, showOwnAbsence(pageDeps)),
    'POST /desk/staff/me': forOfficers(pageDeps, recordOwnAbsence(pageDeps)),
    'GET /desk/staff/{subject}': forOfficers(pageDeps, showStaffMember(pageDeps)),
    'POST /desk/staff/{subject}': forOfficers(pageDeps, recordStaffMember(pageDeps)),
    'GET /desk/recordings/{id}': forOfficers(pageDeps, playRecording(pageDeps)),
    'GET /desk/held/{channel}/{id}': forOfficers(pageDeps, showHeld(pageDeps)),
    'POST /desk/held/{channel}/{id}/{action}': forOfficers(pageDeps, actOnHeld(pageDeps)),
  };
}
