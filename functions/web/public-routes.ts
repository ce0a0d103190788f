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
import { chooseLanguage } from './words/choose-language.ts';
import { createDrawing } from './words/languages.ts';
import { englishWords } from './words/words.ts';

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
  | 'GET /other-ways'
  | 'GET /language/{tag}';

/** The resident's pages, and the one on which somebody without an account answers, by API Gateway's route key. */
export function publicRoutes(deps: PublicDeps): Record<PublicRoute, Page> {
  const drawing = createDrawing(deps.council, deps.language);
  /** A page in the language that its reader chose. */
  const page =
    (of: (deps: PublicPageDeps) => Page): Page =>
    async (request) =>
      of({ ...deps, ...(await drawing(request)) })(request);
  const inEnglish: PublicPageDeps = { ...deps, words: englishWords, render: createRender(deps.council) };
  return {
    'GET /': page(showStart),
    'GET /complaint': startForm,
    'GET /complaint/check': page(showCheck),
    'POST /complaint/send': page(sendComplaint),
    'GET /complaint/sent': page(showSent),
    'GET /complaint/copy': page(showCopy),
    'GET /complaint/saving': page(showSaving),
    'POST /complaint/saving': page(chooseSaving),
    'POST /complaint/more-time': page(giveMoreTime),
    'GET /complaint/clear': page(showClear),
    'POST /complaint/clear': page(clearAnswers),
    'GET /complaint/cleared': page(showCleared),
    'GET /complaint/evidence': page(showEvidence),
    'GET /complaint/evidence/added': page(addEvidence),
    'POST /complaint/evidence/remove': page(removeEvidence),
    'GET /complaint/{page}': page(showQuestion),
    'POST /complaint/{page}': page(answerQuestion),
    // Whom we ask for a part of an answer works for us or with us: English is what we write to each other.
    'GET /answer/{token}': showAsked(inEnglish),
    'POST /answer/{token}': sendAnswer(inEnglish),
    'GET /answered': showAnswered(inEnglish),
    'GET /accessibility': page(showAccessibility),
    'GET /privacy': page(showPrivacy),
    'GET /cookies': page(showCookies),
    'GET /other-ways': page(showOtherWays),
    'GET /language/{tag}': chooseLanguage(deps),
  };
}
