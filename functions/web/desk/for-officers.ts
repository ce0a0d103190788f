import { formExpired } from '../errors/error-pages.ts';
import { type Page, type PageRequest, type PageResponse, seeOther } from '../page.ts';
import { paths } from '../paths.ts';
import type { DeskPageDeps, Session } from './desk-deps.ts';

/** A page for a signed-in officer. A POST is `genuine` when it carries the session's token: otherwise the page draws itself again with what was typed. */
export type OfficerPage = (request: PageRequest, session: Session, genuine: boolean) => Promise<PageResponse>;

/** Without a session a GET goes to sign-in, and a POST keeps what was typed until the officer has signed in again. */
export function forOfficers(deps: DeskPageDeps, page: OfficerPage): Page {
  return async (request) => {
    const session = await deps.sessions.open(request.cookies);
    if (session) {
      const response = await page(request, session, request.method === 'POST' && request.form.get('csrf') === session.csrf);
      return { ...response, cookies: [...(session.renewal ? [session.renewal] : []), ...(response.cookies ?? [])] };
    }
    const { pathname } = new URL(request.url);
    return request.method === 'GET' ? seeOther(paths.signInFor(pathname)) : formExpired(deps.render, pathname, request.form);
  };
}

/** For an officer whose form was opened under an earlier session. */
export const signedInAgain = 'You have signed in again since you opened this page. Check what you typed, then press the button once more';
