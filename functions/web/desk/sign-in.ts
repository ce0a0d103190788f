import { type Page, seeOther } from '../page.ts';
import { paths } from '../paths.ts';
import type { DeskPageDeps } from './desk-deps.ts';
import { forSignedIn } from './for-officers.ts';

/** Only our own desk pages: an address from elsewhere would make our sign-in send people there. */
const ours = /^\/desk(?:\/[\w/.%-]*)?(?:\?[\w=&.%~+-]*)?$/;

/** GET /desk/sign-in: to the council's sign-in, and afterwards to where the officer was going. */
export function beginSignIn(deps: DeskPageDeps): Page {
  return async (request) => {
    const returnTo = request.query.get('to') ?? '';
    const { location, cookie } = await deps.signIn.begin(ours.test(returnTo) ? returnTo : undefined);
    return seeOther(location, [cookie]);
  };
}

/** GET /desk/signed-in: back from the council's sign-in, with a session, or with a page that says so. */
export function finishSignIn(deps: DeskPageDeps): Page {
  return async (request) => {
    const result = await deps.signIn.finish(request.url, request.cookies);
    if ('failed' in result) {
      deps.log('sign-in-failed', { why: result.failed });
      return { status: 403, html: deps.render('desk/not-signed-in.njk', {}), cookies: [deps.signIn.clear()] };
    }
    const { officer, roles, colleague, returnTo } = result;
    // The directory holds whoever can be given a case.
    if (!colleague) await deps.rememberOfficer(officer, roles);
    return seeOther(returnTo ?? paths.desk, [await deps.sessions.seal(officer, colleague), deps.signIn.clear()]);
  };
}

/** POST /desk/sign-out. */
export function signOut(deps: DeskPageDeps): Page {
  return forSignedIn(deps, async (_request, _session, genuine) =>
    genuine ? { status: 200, html: deps.render('desk/signed-out.njk', {}), cookies: [deps.sessions.clear()] } : seeOther(paths.desk),
  );
}
