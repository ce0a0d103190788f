import { type DeskPage, openToAnybody } from '../../domain/staff/desk-pages.ts';
import { formExpired } from '../errors/error-pages.ts';
import { type Page, type PageRequest, type PageResponse, seeOther } from '../page.ts';
import { paths } from '../paths.ts';
import type { DeskPageDeps, Session } from './desk-deps.ts';

/** A page for a signed-in officer. A POST is `genuine` when it carries the session's token: otherwise the page draws itself again with what was typed. */
export type OfficerPage = (request: PageRequest, session: Session, genuine: boolean) => Promise<PageResponse>;

/** The table of authority says who may use the page that is `asked` for (ADR 14); `draws` gives it, loaded or still to be loaded. */
export function forOfficers(deps: DeskPageDeps, asked: DeskPage, draws: () => OfficerPage | Promise<OfficerPage>): Page {
  return forSignedIn(deps, async (request, session, genuine) =>
    session.pages.includes(asked) ? (await draws())(request, session, genuine) : notForYou(deps, session, asked),
  );
}

/**
 * For whoever has signed in, whatever their role. Without a session a GET goes to sign-in, and a POST keeps what was typed until the officer has signed
 * in again.
 */
export function forSignedIn(deps: DeskPageDeps, page: OfficerPage): Page {
  return async (request) => {
    const sealed = await deps.sessions.open(request.cookies);
    if (sealed) {
      const session = { ...sealed, ...(sealed.colleague ? { pages: openToAnybody } : await deps.atTheDesk(sealed.officer)) };
      const response = await page(request, session, request.method === 'POST' && request.form.get('csrf') === session.csrf);
      return { ...response, cookies: [...(session.renewal ? [session.renewal] : []), ...(response.cookies ?? [])] };
    }
    const { pathname, search } = new URL(request.url);
    return request.method === 'GET' ? seeOther(paths.signInFor(`${pathname}${search}`)) : formExpired(deps.render, pathname, request.form);
  };
}

/** Where somebody's day begins whose role has no queue. */
const starts: readonly (readonly [DeskPage, string])[] = [
  ['staff', paths.staff],
  ['pass-on', paths.passOn],
];

/** The desk's first page leads to the first page that is theirs; any other says that it is not. */
function notForYou(deps: DeskPageDeps, session: Session, asked: DeskPage): PageResponse {
  const start = starts.find(([page]) => session.pages.includes(page))?.[1];
  if (asked === 'queue' && start !== undefined) return seeOther(start);
  deps.log('page-not-theirs', { page: asked, by: session.officer.subject });
  return { status: 403, html: deps.render('desk/not-for-you.njk', { session }) };
}

/** For an officer whose form was opened under an earlier session. */
export const signedInAgain = 'You have signed in again since you opened this page. Check what you typed, then press the button once more';
