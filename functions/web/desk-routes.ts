import { showAutomatic } from './desk/automatic.ts';
import { decideBankHoliday, enterBankHoliday, showBankHolidays } from './desk/bank-holidays.ts';
import { actOnCase, showCasePage } from './desk/case.ts';
import type { DeskDeps, DeskPageDeps } from './desk/desk-deps.ts';
import { forOfficers } from './desk/for-officers.ts';
import { actOnHeld, showHeld } from './desk/held.ts';
import { showLearning } from './desk/learning.ts';
import { showLetter } from './desk/letter.ts';
import { placeMessage, showMessage } from './desk/message.ts';
import { showQueue } from './desk/queue.ts';
import { playRecording } from './desk/recording.ts';
import { beginSignIn, finishSignIn, signOut } from './desk/sign-in.ts';
import { recordStaffMember, showStaff, showStaffMember } from './desk/staff.ts';
import { showSuggestions } from './desk/suggestions.ts';
import { changePiece, showAllWording, showPiece } from './desk/wording.ts';
import type { Page } from './page.ts';
import { createRender } from './render.ts';

export type DeskRoute =
  | 'GET /desk'
  | 'GET /desk/sign-in'
  | 'GET /desk/signed-in'
  | 'POST /desk/sign-out'
  | 'GET /desk/cases/{reference}'
  | 'POST /desk/cases/{reference}/{action}'
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
  | 'GET /desk/staff'
  | 'GET /desk/staff/{subject}'
  | 'POST /desk/staff/{subject}'
  | 'GET /desk/recordings/{id}'
  | 'GET /desk/held/{channel}/{id}'
  | 'POST /desk/held/{channel}/{id}/{action}';

/** The officers' pages by API Gateway's route key. */
export function deskRoutes(deps: DeskDeps): Record<DeskRoute, Page> {
  const pageDeps: DeskPageDeps = { ...deps, render: createRender(deps.council) };
  return {
    'GET /desk': forOfficers(pageDeps, showQueue(pageDeps)),
    'GET /desk/sign-in': beginSignIn(pageDeps),
    'GET /desk/signed-in': finishSignIn(pageDeps),
    'POST /desk/sign-out': signOut(pageDeps),
    'GET /desk/cases/{reference}': forOfficers(pageDeps, showCasePage(pageDeps)),
    'POST /desk/cases/{reference}/{action}': forOfficers(pageDeps, actOnCase(pageDeps)),
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
    'GET /desk/staff': forOfficers(pageDeps, showStaff(pageDeps)),
    'GET /desk/staff/{subject}': forOfficers(pageDeps, showStaffMember(pageDeps)),
    'POST /desk/staff/{subject}': forOfficers(pageDeps, recordStaffMember(pageDeps)),
    'GET /desk/recordings/{id}': forOfficers(pageDeps, playRecording(pageDeps)),
    'GET /desk/held/{channel}/{id}': forOfficers(pageDeps, showHeld(pageDeps)),
    'POST /desk/held/{channel}/{id}/{action}': forOfficers(pageDeps, actOnHeld(pageDeps)),
  };
}
