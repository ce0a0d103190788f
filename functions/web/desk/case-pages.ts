import { actOnCase } from './act.ts';
import { showActionPage } from './action-page.ts';
import { showCasePage } from './case.ts';
import { openDocument } from './document.ts';
import { showLetter } from './letter.ts';
import { placeMessage, showMessage } from './message.ts';
import { showWhoLooked } from './who-looked.ts';
import { keepDraft } from './writing/drafts.ts';
import { previewAction } from './writing/preview.ts';
import { takeBackLatest } from './writing/take-back.ts';
import { readWordLetterInto } from './writing/word-letter.ts';

/** What an officer opens of one case: together, so that they are loaded together (`desk-routes.ts`). */
export const casePages = {
  actOnCase,
  showActionPage,
  showCasePage,
  openDocument,
  showLetter,
  placeMessage,
  showMessage,
  showWhoLooked,
  keepDraft,
  previewAction,
  takeBackLatest,
  readWordLetterInto,
};
