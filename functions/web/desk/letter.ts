import { storedReference } from '../../contracts/stored/values.ts';
import { inWords, type LocalDate, londonDateOf } from '../../domain/calendar/local-date.ts';
import type { PlannedNotice } from '../../domain/notices/notice.ts';
import { notFound } from '../errors/error-pages.ts';
import { paths } from '../paths.ts';
import { standingOf } from './delivery-words.ts';
import type { DeskPageDeps } from './desk-deps.ts';
import type { OfficerPage } from './for-officers.ts';
import { noticeNames } from './letter-words.ts';
import { formatNames } from './people-view.ts';

/** GET /desk/cases/{reference}/letters/{notice}: the letter as the person reads it, ready to print. */
export function showLetter(deps: DeskPageDeps): OfficerPage {
  return async (request, session) => {
    const reference = storedReference.safeParse(request.params['reference']);
    const shown = reference.success ? await deps.showCase(reference.data, session.officer) : undefined;
    const notice = shown?.notices.find(({ id }) => id === request.params['notice']);
    if (!shown || !notice) return notFound(deps.render, 'desk', session);
    const view = {
      session,
      back: paths.case(shown.state.reference),
      ...letterView(notice, shown.state.reference, londonDateOf(notice.plannedAt)),
      ...standingOf(notice, shown.events, request.now),
    };
    return { status: 200, html: deps.render('desk/letter.njk', view) };
  };
}

/** The letter as it is drawn to be printed. `on`: the London date that it bears. */
export function letterView({ kind, to, letter, asksFor }: PlannedNotice, reference: string, on: LocalDate) {
  const format = to.by === 'post' ? to.format : undefined;
  return {
    reference,
    name: noticeNames[kind],
    date: inWords(on),
    to,
    addressed: [to.name, to.by === 'post' ? to.address : undefined].filter(Boolean).join('\n'),
    format: format && formatNames[format].toLowerCase(),
    large: format === 'large-print',
    /** Where the address of a page was added as it left, which nobody keeps (ADR 15). */
    hadLink: asksFor !== undefined,
    letter,
  };
}
