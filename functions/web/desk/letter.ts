import { storedReference } from '../../contracts/stored/values.ts';
import { inWords, londonDateOf } from '../../domain/calendar/local-date.ts';
import { notFound } from '../errors/error-pages.ts';
import { paths } from '../paths.ts';
import { standingOf } from './case-view.ts';
import type { DeskPageDeps } from './desk-deps.ts';
import type { OfficerPage } from './for-officers.ts';
import { formatNames } from './people-view.ts';
import { noticeNames } from './words.ts';

/** GET /desk/cases/{reference}/letters/{notice}: the letter as the person reads it, ready to print. */
export function showLetter(deps: DeskPageDeps): OfficerPage {
  return async (request, session) => {
    const reference = storedReference.safeParse(request.params['reference']);
    const shown = reference.success ? await deps.showCase(reference.data) : undefined;
    const notice = shown?.notices.find(({ id }) => id === request.params['notice']);
    if (!shown || !notice) return notFound(deps.render, 'desk');
    const view = {
      session,
      back: paths.case(shown.state.reference),
      reference: shown.state.reference,
      name: noticeNames[notice.kind],
      date: inWords(londonDateOf(notice.plannedAt)),
      to: notice.to,
      format: notice.to.by === 'post' && notice.to.format ? formatNames[notice.to.format].toLowerCase() : undefined,
      large: notice.to.by === 'post' && notice.to.format === 'large-print',
      letter: notice.letter,
      ...standingOf(notice, shown.events, request.now),
    };
    return { status: 200, html: deps.render('desk/letter.njk', view) };
  };
}
