import { type Page, type PageRequest, type PageResponse, seeOther } from '../page.ts';
import { paths } from '../paths.ts';
import { inSession } from './in-session.ts';
import type { StatusPageDeps } from './status-deps.ts';

/** GET /status/open/{token}: a button. Looking spends nothing, and nothing is looked up: mail programs open links before people do (decision 33). */
export function showOpen(deps: StatusPageDeps): Page {
  return (request) => drawOpen(deps, request);
}

/** POST /status/open/{token}: spends the link and begins the session of one case. */
export function openLink(deps: StatusPageDeps): Page {
  return async (request) => {
    // Without the browser's own cookie there would be no session either: the link is not spent on it.
    if (!(await deps.formTokens.check(request.cookies, request.form.get('csrf') ?? ''))) return drawOpen(deps, request);
    const session = await deps.openLink(tokenOf(request));
    if (!session) return { status: 404, html: deps.render('status/gone.njk', { again: paths.status }) };
    return seeOther(paths.statusCase, [await deps.sessions.begin(session)]);
  };
}

/** POST /status/more-time: every page keeps the session open for as long again, and this one does nothing else. */
export function giveMoreTime(deps: StatusPageDeps): Page {
  return inSession(deps, async () => seeOther(paths.statusCase));
}

/** POST /status/close: for a computer that others use. What they began to add goes too. */
export function closePage(deps: StatusPageDeps): Page {
  return async ({ cookies }) => seeOther(paths.statusClosed, [deps.sessions.clear(), await deps.additions.clear(cookies)]);
}

/** GET /status/closed */
export function showClosed({ render }: StatusPageDeps): Page {
  return async () => ({ status: 200, html: render('status/closed.njk', { again: paths.status }) });
}

async function drawOpen(deps: StatusPageDeps, request: PageRequest): Promise<PageResponse> {
  const { token: csrf, cookie } = await deps.formTokens.issue(request.cookies);
  const view = { csrf, href: paths.statusOpen(tokenOf(request)) };
  return { status: 200, html: deps.render('status/open.njk', view), cookies: cookie === undefined ? [] : [cookie] };
}

function tokenOf({ params }: PageRequest): string {
  return params['token'] ?? '';
}
