import type { DeskPage } from '../domain/staff/desk-pages.ts';
import type { DeskDeps, DeskPageDeps } from './desk/desk-deps.ts';
import { forOfficers, type OfficerPage } from './desk/for-officers.ts';
import { goToNext, showQueue } from './desk/queue.ts';
import { beginSignIn, finishSignIn, signOut } from './desk/sign-in.ts';
import { createDeskRender } from './desk-render.ts';
import type { Page } from './page.ts';

/** `page`: that of the table of authority which stands behind the address. `open`: for whoever signs in or out. */
type Row = { readonly page: DeskPage; readonly draws: Draws } | { readonly open: (deps: DeskPageDeps) => Page };
type Draws = (deps: DeskPageDeps) => OfficerPage | Promise<OfficerPage>;

// An officer's day begins with a queue: the pages that they open from there are loaded with the first of their kind.
const ofCase =
  (name: keyof typeof import('./desk/case-pages.ts').casePages): Draws =>
  async (deps) =>
    (await import('./desk/case-pages.ts')).casePages[name](deps);
const beside =
  (name: keyof typeof import('./desk/other-pages.ts').otherPages): Draws =>
  async (deps) =>
    (await import('./desk/other-pages.ts')).otherPages[name](deps);

/** Every address of the desk, by API Gateway's route key. */
const table = {
  'GET /desk': { page: 'queue', draws: showQueue },
  'GET /desk/next': { page: 'queue', draws: goToNext },
  'GET /desk/search': { page: 'search', draws: beside('showSearch') },
  'POST /desk/search': { page: 'search', draws: beside('search') },
  'GET /desk/sign-in': { open: beginSignIn },
  'GET /desk/signed-in': { open: finishSignIn },
  'POST /desk/sign-out': { open: signOut },
  'GET /desk/cases/{reference}': { page: 'case', draws: ofCase('showCasePage') },
  'POST /desk/cases/{reference}/{action}': { page: 'act-on-case', draws: ofCase('actOnCase') },
  'GET /desk/cases/{reference}/do/{action}': { page: 'act-on-case', draws: ofCase('showActionPage') },
  'GET /desk/cases/{reference}/documents/{channel}/{id}/{number}': { page: 'case', draws: ofCase('openDocument') },
  'POST /desk/cases/{reference}/take-back': { page: 'act-on-case', draws: ofCase('takeBackLatest') },
  'POST /desk/cases/{reference}/do/{action}/draft': { page: 'act-on-case', draws: ofCase('keepDraft') },
  'POST /desk/cases/{reference}/do/{action}/preview': { page: 'act-on-case', draws: ofCase('previewAction') },
  'POST /desk/cases/{reference}/do/{action}/word-letter': { page: 'act-on-case', draws: ofCase('readWordLetterInto') },
  'GET /desk/cases/{reference}/who-looked': { page: 'who-looked', draws: ofCase('showWhoLooked') },
  'GET /desk/cases/{reference}/letters/{notice}': { page: 'case', draws: ofCase('showLetter') },
  'GET /desk/cases/{reference}/messages/{channel}/{id}': { page: 'case', draws: ofCase('showMessage') },
  'POST /desk/cases/{reference}/messages/{channel}/{id}': { page: 'act-on-case', draws: ofCase('placeMessage') },
  'GET /desk/automatic': { page: 'automatic', draws: beside('showAutomatic') },
  'GET /desk/suggestions': { page: 'suggestions', draws: beside('showSuggestions') },
  'GET /desk/learning': { page: 'learning', draws: beside('showLearning') },
  'GET /desk/bank-holidays': { page: 'bank-holidays', draws: beside('showBankHolidays') },
  'POST /desk/bank-holidays': { page: 'enter-bank-holiday', draws: beside('enterBankHoliday') },
  'POST /desk/bank-holidays/{date}/{action}': { page: 'enter-bank-holiday', draws: beside('decideBankHoliday') },
  'GET /desk/wording': { page: 'wording', draws: beside('showAllWording') },
  'GET /desk/wording/{piece}': { page: 'wording', draws: beside('showPiece') },
  'POST /desk/wording/{piece}': { page: 'change-wording', draws: beside('changePiece') },
  'GET /desk/merge/{reference}': { page: 'act-on-case', draws: beside('showMerge') },
  'POST /desk/merge/{reference}': { page: 'act-on-case', draws: beside('merge') },
  'GET /desk/reallocate': { page: 'reallocate', draws: beside('showReallocate') },
  'POST /desk/reallocate': { page: 'reallocate', draws: beside('reallocate') },
  'GET /desk/signposts': { page: 'signpost', draws: beside('showSignposts') },
  'POST /desk/signposts': { page: 'signpost', draws: beside('recordSignpost') },
  'GET /desk/policy-copies': { page: 'front-desk', draws: beside('showCopies') },
  'POST /desk/policy-copies': { page: 'keep-front-desk', draws: beside('askForCopy') },
  'POST /desk/policy-copies/{id}/posted': { page: 'keep-front-desk', draws: beside('recordCopyPosted') },
  'GET /desk/log': { page: 'log', draws: beside('showLog') },
  'POST /desk/log': { page: 'log', draws: beside('log') },
  'GET /desk/pass-on': { page: 'pass-on', draws: beside('showPassOn') },
  'POST /desk/pass-on': { page: 'pass-on', draws: beside('passOn') },
  'GET /desk/passed-on/{reference}': { page: 'pass-on', draws: beside('showPassedOn') },
  'GET /desk/rota': { page: 'rota', draws: beside('showRotaPage') },
  'POST /desk/rota': { page: 'keep-rota', draws: beside('addShift') },
  'POST /desk/rota/remove': { page: 'keep-rota', draws: beside('removeShift') },
  'GET /desk/mail-preferences': { page: 'mail-preferences', draws: beside('showMailPreferences') },
  'POST /desk/mail-preferences': { page: 'mail-preferences', draws: beside('chooseMail') },
  'GET /desk/staff': { page: 'staff', draws: beside('showStaff') },
  'GET /desk/staff/me': { page: 'own-absence', draws: beside('showOwnAbsence') },
  'POST /desk/staff/me': { page: 'own-absence', draws: beside('recordOwnAbsence') },
  'GET /desk/staff/{subject}': { page: 'staff', draws: beside('showStaffMember') },
  'POST /desk/staff/{subject}': { page: 'record-staff', draws: beside('recordStaffMember') },
  'GET /desk/recordings/{id}': { page: 'recording', draws: beside('playRecording') },
  'GET /desk/held/{channel}/{id}': { page: 'held', draws: beside('showHeld') },
  'POST /desk/held/{channel}/{id}/{action}': { page: 'settle-held', draws: beside('actOnHeld') },
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
    rows.map(([route, row]) => [route, 'page' in row ? forOfficers(pageDeps, row.page, () => row.draws(pageDeps)) : row.open(pageDeps)]),
  );
}
