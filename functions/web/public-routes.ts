import { showAccessibility } from './accessibility/accessibility.ts';
import { sendAnswer, showAnswered, showAsked } from './answer/answer.ts';
import { showCheck } from './complaint/check.ts';
import { addEvidence, removeEvidence, showEvidence } from './complaint/evidence.ts';
import { chooseSaving, clearAnswers, giveMoreTime, showClear, showCleared, showSaving } from './complaint/keeping.ts';
import { answerQuestion, showQuestion, startForm } from './complaint/question.ts';
import { sendComplaint } from './complaint/send.ts';
import { showCopy, showSent } from './complaint/sent.ts';
import { showCookies } from './cookies/cookies.ts';
import { showOtherWays } from './other-ways/other-ways.ts';
import type { Page } from './page.ts';
import { showPrivacy } from './privacy/privacy.ts';
import type { PublicDeps, PublicPageDeps } from './public-deps.ts';
import { createRender } from './render.ts';
import { showStart } from './start/start.ts';

export type PublicRoute =
  | 'GET /'
  | 'GET /complaint'
  | 'GET /complaint/check'
  | 'POST /complaint/send'
  | 'GET /complaint/sent'
  | 'GET /complaint/copy'
  | 'GET /complaint/saving'
  | 'POST /complaint/saving'
  | 'POST /complaint/more-time'
  | 'GET /complaint/clear'
  | 'POST /complaint/clear'
  | 'GET /complaint/cleared'
  | 'GET /complaint/evidence'
  | 'GET /complaint/evidence/added'
  | 'POST /complaint/evidence/remove'
  | 'GET /complaint/{page}'
  | 'POST /complaint/{page}'
  | 'GET /answer/{token}'
  | 'POST /answer/{token}'
  | 'GET /answered'
  | 'GET /accessibility'
  | 'GET /privacy'
  | 'GET /cookies'
  | 'GET /other-ways';

/** The resident's pages, and the one on which somebody without an account answers, by API Gateway's route key. */
export function publicRoutes(deps: PublicDeps): Record<PublicRoute, Page> {
  const pageDeps: PublicPageDeps = { ...deps, render: createRender(deps.council) };
  return {
    'GET /': showStart(pageDeps),
    'GET /complaint': startForm,
    'GET /complaint/check': showCheck(pageDeps),
    'POST /complaint/send': sendComplaint(pageDeps),
    'GET /complaint/sent': showSent(pageDeps),
    'GET /complaint/copy': showCopy(pageDeps),
    'GET /complaint/saving': showSaving(pageDeps),
    'POST /complaint/saving': chooseSaving(pageDeps),
    'POST /complaint/more-time': giveMoreTime(pageDeps),
    'GET /complaint/clear': showClear(pageDeps),
    'POST /complaint/clear': clearAnswers(pageDeps),
    'GET /complaint/cleared': showCleared(pageDeps),
    'GET /complaint/evidence': showEvidence(pageDeps),
    'GET /complaint/evidence/added': addEvidence(pageDeps),
    'POST /complaint/evidence/remove': removeEvidence(pageDeps),
    'GET /complaint/{page}': showQuestion(pageDeps),
    'POST /complaint/{page}': answerQuestion(pageDeps),
    'GET /answer/{token}': showAsked(pageDeps),
    'POST /answer/{token}': sendAnswer(pageDeps),
    'GET /answered': showAnswered(pageDeps),
    'GET /accessibility': showAccessibility(pageDeps),
    'GET /privacy': showPrivacy(pageDeps),
    'GET /cookies': showCookies(pageDeps),
    'GET /other-ways': showOtherWays(pageDeps),
  };
}
