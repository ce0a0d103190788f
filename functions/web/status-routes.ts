import type { Page } from './page.ts';
import { createRender } from './render.ts';
import { askForLink, showAsk, showAsked } from './status/ask.ts';
import { showCase } from './status/case.ts';
import { showLetter } from './status/letter.ts';
import { closePage, openLink, showOpen } from './status/open.ts';
import { say, showSaid, showSay } from './status/say.ts';
import type { StatusDeps, StatusPageDeps } from './status/status-deps.ts';

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
  | 'GET /status/said'
  | 'POST /status/close';

/** The pages on which somebody sees where their complaint stands, by API Gateway's route key. */
export function statusRoutes(deps: StatusDeps): Record<StatusRoute, Page> {
  const pageDeps: StatusPageDeps = { ...deps, render: createRender(deps.council) };
  return {
    'GET /status': showAsk(pageDeps),
    'POST /status': askForLink(pageDeps),
    'GET /status/asked': showAsked(pageDeps),
    'GET /status/open/{token}': showOpen(pageDeps),
    'POST /status/open/{token}': openLink(pageDeps),
    'GET /status/case': showCase(pageDeps),
    'GET /status/letters/{notice}': showLetter(pageDeps),
    'GET /status/say/{what}': showSay(pageDeps),
    'POST /status/say/{what}': say(pageDeps),
    'GET /status/said': showSaid(pageDeps),
    'POST /status/close': closePage(pageDeps),
  };
}
