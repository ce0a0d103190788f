import type { ShownCase } from '../../../app/show-case.ts';
import { formEnvelope } from '../../../contracts/desk-forms.ts';
import type { Instant } from '../../../domain/calendar/local-date.ts';
import type { Officer } from '../../../domain/cases/actor.ts';
import { offeredToTakeBack } from '../../../domain/cases/taking-back/deciding.ts';
import { isCopy } from '../../../domain/notices/notice-id.ts';
import { notFound } from '../../errors/error-pages.ts';
import { seeOther } from '../../page.ts';
import { paths } from '../../paths.ts';
import type { DeskPageDeps } from '../desk-deps.ts';
import { findCase } from '../find-case.ts';
import type { OfficerPage } from '../for-officers.ts';
import { noticeNames } from '../letter-words.ts';
import { caseInQueueHref, queuePlaceOf } from '../queue-place.ts';
import { clockInWords } from '../words.ts';

/** What this officer may take back now, in words; undefined where there is nothing. */
export function takeBackView({ state, events, notices }: ShownCase, officer: Officer, now: Instant) {
  const offer = offeredToTakeBack({ events, notices }, officer.subject, now);
  return (
    offer && {
      href: paths.takeBack(state.reference),
      at: clockInWords(offer.until),
      letters: [...new Set(offer.letters.filter(({ id }) => !isCopy(id)).map(({ kind }) => noticeNames[kind]))],
    }
  );
}

/** POST /desk/cases/{reference}/take-back: what was just done is undone, and its letter stays here; or it has left. */
export function takeBackLatest(deps: DeskPageDeps): OfficerPage {
  return async (request, session, genuine) => {
    const shown = await findCase(deps, request, session);
    const envelope = formEnvelope.safeParse(Object.fromEntries(request.form));
    if (!shown) return notFound(deps.render, 'desk', session);
    const { reference } = shown.state;
    const result =
      genuine && envelope.success
        ? await deps.takeBack({ reference, expected: envelope.data.version, commandId: envelope.data.commandId, by: session.officer })
        : undefined;
    const done = result?.kind === 'done' ? 'taken-back' : 'not-taken-back';
    const place = queuePlaceOf(request.form);
    return seeOther(place ? `${caseInQueueHref(reference, place)}&done=${done}` : `${paths.case(reference)}?done=${done}`);
  };
}
