import { type Page, seeOther } from '../page.ts';
import { paths } from '../paths.ts';
import type { PublicPageDeps } from '../public-deps.ts';

/** GET /complaint/sent: the reference and what happens by which date. Without a note there is nothing to confirm: back to the start. */
export function showSent(deps: PublicPageDeps): Page {
  return async (request) => {
    const sent = await deps.sentNotes.read(request.cookies);
    return sent ? { status: 200, html: deps.render('complaint/sent.njk', { sent }) } : seeOther(paths.start);
  };
}
