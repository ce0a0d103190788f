import type { DeskPage } from '../domain/staff/desk-pages.ts';
import { actOnCase } from './desk/act.ts';
import { showActionPage } from './desk/action-page.ts';
import { showAutomatic } from './desk/automatic.ts';
import { decideBankHoliday, enterBankHoliday, showBankHolidays } from './desk/bank-holidays.ts';
import { showCasePage } from './desk/case.ts';
import type { DeskDeps, DeskPageDeps } from './desk/desk-deps.ts';
import { openDocument } from './desk/document.ts';
import { forOfficers, type OfficerPage } from './desk/for-officers.ts';
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
import { createDeskRender } from './desk-render.ts';
import type { Page } from './page.ts';

/** `page`: that of the table of authority which stands behind the address. `open`: for whoever signs in or out. */
type Row =
  | { readonly page: DeskPage; readonly draws: (deps: DeskPageDeps) => OfficerPage }
  | { readonly open: (deps: DeskPageDeps) => Page };

/** Every address of the desk, by API Gateway's route key. */
const table = {
  'GET /desk': { page: 'queue', draws: showQueue },
  'GET /desk/next': { page: 'queue', draws: goToNext },
  'GET /desk/search': { page: 'search', draws: showSearch },
  'POST /desk/search': { page: 'search', draws: search },
  'GET /desk/sign-in': { open: beginSignIn },
  'GET /desk/signed-in': { open: finishSignIn },
  'POST /desk/sign-out': { open: signOut },
  'GET /desk/cases/{reference}': { page: 'case', draws: showCasePage },
  'POST /desk/cases/{reference}/{action}': { page: 'act-on-case', draws: actOnCase },
  'GET /desk/cases/{reference}/do/{action}': { page: 'act-on-case', draws: showActionPage },
  'GET /desk/cases/{reference}/documents/{channel}/{id}/{number}': { page: 'case', draws: openDocument },
  'POST /desk/cases/{reference}/take-back': { page: 'act-on-case', draws: takeBackLatest },
  'POST /desk/cases/{reference}/do/{action}/draft': { page: 'act-on-case', draws: keepDraft },
  'POST /desk/cases/{reference}/do/{action}/preview': { page: 'act-on-case', draws: previewAction },
  'POST /desk/cases/{reference}/do/{action}/word-letter': { page: 'act-on-case', draws: readWordLetterInto },
  'GET /desk/cases/{reference}/who-looked': { page: 'who-looked', draws: showWhoLooked },
  'GET /desk/cases/{reference}/letters/{notice}': { page: 'case', draws: showLetter },
  'GET /desk/cases/{reference}/messages/{channel}/{id}': { page: 'case', draws: showMessage },
  'POST /desk/cases/{reference}/messages/{channel}/{id}': { page: 'act-on-case', draws: placeMessage },
  'GET /desk/automatic': { page: 'automatic', draws: showAutomatic },
  'GET /desk/suggestions': { page: 'suggestions', draws: showSuggestions },
  'GET /desk/learning': { page: 'learning', draws: showLearning },
  'GET /desk/bank-holidays': { page: 'bank-holidays', draws: showBankHolidays },
  'POST /desk/bank-holidays': { page: 'enter-bank-holiday', draws: enterBankHoliday },
  'POST /desk/bank-holidays/{date}/{action}': { page: 'enter-bank-holiday', draws: decideBankHoliday },
  'GET /desk/wording': { page: 'wording', draws: showAllWording },
  'GET /desk/wording/{piece}': { page: 'wording', draws: showPiece },
  'POST /desk/wording/{piece}': { page: 'change-wording', draws: changePiece },
  'GET /desk/merge/{reference}': { page: 'act-on-case', draws: showMerge },
  'POST /desk/merge/{reference}': { page: 'act-on-case', draws: merge },
  'GET /desk/reallocate': { page: 'reallocate', draws: showReallocate },
  'POST /desk/reallocate': { page: 'reallocate', draws: reallocate },
  'GET /desk/signposts': { page: 'signpost', draws: showSignposts },
  'POST /desk/signposts': { page: 'signpost', draws: recordSignpost },
  'GET /desk/policy-copies': { page: 'front-desk', draws: showCopies },
  'POST /desk/policy-copies': { page: 'keep-front-desk', draws: askForCopy },
  'POST /desk/policy-copies/{id}/posted': { page: 'keep-front-desk', draws: recordCopyPosted },
  'GET /desk/log': { page: 'log', draws: showLog },
  'POST /desk/log': { page: 'log', draws: log },
  'GET /desk/pass-on': { page: 'pass-on', draws: showPassOn },
  'POST /desk/pass-on': { page: 'pass-on', draws: passOn },
  'GET /desk/passed-on/{reference}': { page: 'pass-on', draws: showPassedOn },
  'GET /desk/rota': { page: 'rota', draws: showRotaPage },
  'POST /desk/rota': { page: 'keep-rota', draws: addShift },
  'POST /desk/rota/remove': { page: 'keep-rota', draws: removeShift },
  'GET /desk/mail-preferences': { page: 'mail-preferences', draws: showMailPreferences },
  'POST /desk/mail-preferences': { page: 'mail-preferences', draws: chooseMail },
  'GET /desk/staff': { page: 'staff', draws: showStaff },
  'GET /desk/staff/me': { page: 'own-absence', draws: showOwnAbsence },
  'POST /desk/staff/me': { page: 'own-absence', draws: recordOwnAbsence },
  'GET /desk/staff/{subject}': { page: 'staff', draws: showStaffMember },
  'POST /desk/staff/{subject}': { page: 'record-staff', draws: recordStaffMember },
  'GET /desk/recordings/{id}': { page: 'recording', draws: playRecording },
  'GET /desk/held/{channel}/{id}': { page: 'held', draws: showHeld },
  'POST /desk/held/{channel}/{id}/{action}': { page: 'settle-held', draws: actOnHeld },
} satisfies Readonly<Record<`${'GET' | 'POST'} /desk${string}`, Row>>;

const rows: readonly (readonly [string, Row])[] = Object.entries(table);

/** By route, the page of the table of authority that stands behind it; undefined for signing in and out. */
export const pageOfRoute: Readonly<Record<string, DeskPage | undefined>> = Object.fromEntries(
  rows.map(([route, row]) => [route, 'page' in row ? row.page : undefined]),
);

/** The officers' pages by route. */
export function deskRoutes(deps: DeskDeps): Readonly<Record<string, Page>> {
  const pageDeps: DeskPageDeps = { ...deps, render: createDeskRender(deps.council) };
  return Object.fromEntries(
    rows.map(([route, row]) => [route, 'page' in row ? forOfficers(pageDeps, row.page, row.draws(pageDeps)) : row.open(pageDeps)]),
  );
}
