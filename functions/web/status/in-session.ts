import type { StatusSession } from '../../app/status-page.ts';
import { typedText } from '../../contracts/form-fields.ts';
import type { Page, PageRequest, PageResponse } from '../page.ts';
import { paths } from '../paths.ts';
import type { StatusPageDeps } from './status-deps.ts';

type SessionPage = (request: PageRequest, session: StatusSession) => Promise<PageResponse | undefined>;

/**
 * A page of somebody's own case. Every page keeps the session open for as long again. Without one, or where the case is not theirs to see any more
 * (`page` gives undefined), it says so, and shows what they typed so that they can keep it.
 */
export function inSession(deps: StatusPageDeps, page: SessionPage): Page {
  return async (request) => {
    const open = await deps.sessions.open(request.cookies);
    const response = open && (await page(request, open.session));
    if (!open || !response) return sessionOver(deps, request);
    return { ...response, cookies: [open.renewal, ...(response.cookies ?? [])] };
  };
}

function sessionOver({ render, sessions }: StatusPageDeps, { form }: PageRequest): PageResponse {
  const html = render('status/ended.njk', { again: paths.status, typed: typedText(form, 'words') });
  return { status: 403, html, cookies: [sessions.clear()] };
}
