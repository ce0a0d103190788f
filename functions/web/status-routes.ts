import type { Page } from './page.ts';
import { askForLink, showAsk, showAsked } from './status/ask.ts';
import { showCase } from './status/case.ts';
import { addFile, removeFile, showFiles } from './status/files.ts';
import { showLetter } from './status/letter.ts';
import { closePage, giveMoreTime, openLink, showClosed, showOpen } from './status/open.ts';
import { say, showSaid, showSay } from './status/say.ts';
import type { StatusDeps, StatusPageDeps } from './status/status-deps.ts';
import { languagePressed } from './words/language-button.ts';
import { createDrawing, languagesToChoose } from './words/languages.ts';

export type StatusRoute =
  | 'GET /status'
  | 'POST /status'
  | 'GET /status/asked'
  | 'GET /status/open/{token}'
  | 'POST /status/open/{token}'
  | 'GET /status/case'
  | 'GET /status/letters/{notice}'
  | 'GET /status/say/{what}'
  | 'POST /status/say/{what}'
  | 'GET /status/files'
  | 'GET /status/files/added'
  | 'POST /status/files/remove'
  | 'GET /status/said'
  | 'POST /status/more-time'
  | 'POST /status/close'
  | 'GET /status/closed';

/** The pages on which somebody sees where their complaint stands, by API Gateway's route key. */
export function statusRoutes(deps: StatusDeps): Record<StatusRoute, Page> {
  const drawing = createDrawing(deps.council, deps.language);
  const page =
    (of: (deps: StatusPageDeps) => Page): Page =>
    async (request) =>
      of({ ...deps, ...(await drawing(request)) })(request);
  /** What somebody types here is kept nowhere before it is sent: another language draws it again at once. */
  const sayInLanguage: Page = async (request) => {
    const tag = languagePressed(request.form);
    const chosen = languagesToChoose(deps.council).find((one) => one.tag === tag);
    if (!chosen) return page(say)(request);
    const response = await say({ ...deps, ...(await drawing(request, chosen.tag)) })(request);
    return { ...response, cookies: [...(response.cookies ?? []), deps.language.keep(chosen.tag)] };
  };
  return {
    'GET /status': page(showAsk),
    'POST /status': page(askForLink),
    'GET /status/asked': page(showAsked),
    'GET /status/open/{token}': page(showOpen),
    'POST /status/open/{token}': page(openLink),
    'GET /status/case': page(showCase),
    'GET /status/letters/{notice}': page(showLetter),
    'GET /status/say/{what}': page(showSay),
    'POST /status/say/{what}': sayInLanguage,
    'GET /status/files': page(showFiles),
    'GET /status/files/added': page(addFile),
    'POST /status/files/remove': page(removeFile),
    'GET /status/said': page(showSaid),
    'POST /status/more-time': page(giveMoreTime),
    'POST /status/close': page(closePage),
    'GET /status/closed': page(showClosed),
  };
}
