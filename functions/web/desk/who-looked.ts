import { storedReference } from '../../contracts/stored/values.ts';
import { inWords, londonClockOf } from '../../domain/calendar/local-date.ts';
import type { ContactKey } from '../../domain/intake/contact.ts';
import type { Look } from '../../domain/staff/look.ts';
import { notFound } from '../errors/error-pages.ts';
import { paths } from '../paths.ts';
import type { DeskPageDeps, Session } from './desk-deps.ts';
import type { OfficerPage } from './for-officers.ts';

/** GET /desk/cases/{reference}/who-looked: for the auditor, who opened the case, on which days and how often. */
export function showWhoLooked(deps: DeskPageDeps): OfficerPage {
  return async (request, session) => {
    const reference = storedReference.safeParse(request.params['reference']);
    const looks = reference.success ? await deps.whoLooked(reference.data, session.officer) : undefined;
    if (!reference.success || !looks) return notFound(deps.render, 'desk', session);
    const view = {
      session,
      reference: reference.data,
      back: paths.case(reference.data),
      looks: looks.map((look) => ({ ...lookView(look), what: look.atMessage ? 'A message, before it was in this case' : 'This case' })),
    };
    return { status: 200, html: deps.render('desk/who-looked.njk', view) };
  };
}

/** Who read a message that stands in no case; undefined for whoever may not know it. */
export async function looksAtMessage(deps: DeskPageDeps, session: Session, key: ContactKey) {
  const looks = session.pages.includes('who-looked') ? await deps.whoReadMessage(key, session.officer) : undefined;
  return looks?.map(lookView);
}

function lookView({ on, by, first, last, visits }: Look) {
  return { who: by.name, on: inWords(on), first: londonClockOf(first), last: londonClockOf(last), visits };
}
