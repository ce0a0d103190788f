import { checkForm, showForm } from './complaint/form.ts';
import { sendComplaint } from './complaint/send.ts';
import { showSent } from './complaint/sent.ts';
import type { Page } from './page.ts';
import type { PublicDeps, PublicPageDeps } from './public-deps.ts';
import { createRender } from './render.ts';
import { showStart } from './start/start.ts';

export type PublicRoute = 'GET /' | 'GET /complaint' | 'POST /complaint' | 'POST /complaint/send' | 'GET /complaint/sent';

/** The resident's pages by API Gateway's route key. */
export function publicRoutes(deps: PublicDeps): Record<PublicRoute, Page> {
  const pageDeps: PublicPageDeps = { ...deps, render: createRender(deps.council) };
  return {
    'GET /': showStart(pageDeps),
    'GET /complaint': showForm(pageDeps),
    'POST /complaint': checkForm(pageDeps),
    'POST /complaint/send': sendComplaint(pageDeps),
    'GET /complaint/sent': showSent(pageDeps),
  };
}
