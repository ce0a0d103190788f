import { showAutomatic } from './automatic.ts';
import { decideBankHoliday, enterBankHoliday, showBankHolidays } from './bank-holidays.ts';
import { askForCopy, recordCopyPosted, recordSignpost, showCopies, showSignposts } from './front-desk.ts';
import { actOnHeld, showHeld } from './held.ts';
import { showLearning } from './learning.ts';
import { log, passOn, showLog, showPassedOn, showPassOn } from './log.ts';
import { chooseMail, showMailPreferences } from './mail-preferences.ts';
import { merge, showMerge } from './merge.ts';
import { recordOwnAbsence, showOwnAbsence } from './own-absence.ts';
import { reallocate, showReallocate } from './reallocate.ts';
import { playRecording } from './recording.ts';
import { addShift, removeShift, showRotaPage } from './rota.ts';
import { search, showSearch } from './search.ts';
import { recordStaffMember, showStaff, showStaffMember } from './staff.ts';
import { showSuggestions } from './suggestions.ts';
import { changePiece, showAllWording, showPiece } from './wording.ts';

/** The desk's pages beside its queues and its cases: together, so that they are loaded together (`desk-routes.ts`). */
export const otherPages = {
  showAutomatic,
  decideBankHoliday,
  enterBankHoliday,
  showBankHolidays,
  askForCopy,
  recordCopyPosted,
  recordSignpost,
  showCopies,
  showSignposts,
  actOnHeld,
  showHeld,
  showLearning,
  log,
  passOn,
  showLog,
  showPassedOn,
  showPassOn,
  chooseMail,
  showMailPreferences,
  merge,
  showMerge,
  recordOwnAbsence,
  showOwnAbsence,
  reallocate,
  showReallocate,
  playRecording,
  addShift,
  removeShift,
  showRotaPage,
  search,
  showSearch,
  recordStaffMember,
  showStaff,
  showStaffMember,
  showSuggestions,
  changePiece,
  showAllWording,
  showPiece,
};
