import { londonDateOf } from '../../domain/calendar/local-date.ts';
import { allocationWarnings } from '../../domain/cases/allocation/allocating.ts';
import { notFound } from '../errors/error-pages.ts';
import { paths } from '../paths.ts';
import { caseView } from './case-view.ts';
import type { DeskPageDeps } from './desk-deps.ts';
import { doneInWords } from './done-in-words.ts';
import { findCase, recordingsOrigin } from './find-case.ts';
import type { OfficerPage } from './for-officers.ts';
import { proposedLetterView } from './letter.ts';
import { queuePlaceIn, queuePlaceView } from './queue-place.ts';
import { restrictedInWords, restrictionHintView } from './restriction-view.ts';
import { hazardHint } from './turning-away-view.ts';
import { standingOfNext, whatCanBeDone } from './what-can-be-done.ts';
import { takeBackView } from './writing/take-back.ts';
import { writtenForm } from './writing/writing-view.ts';

/** GET /desk/cases/{reference}. `?done=` names what led here, and `&act=` which of an officer's commands it was. */
export function showCasePage(deps: DeskPageDeps): OfficerPage {
  return async (request, session) => {
    const shown = await findCase(deps, request, session);
    if (!shown) return notFound(deps.render, 'desk', session);
    const { staff, state } = shown;
    const today = londonDateOf(request.now);
    const place = queuePlaceIn(request.query);
    const can = whatCanBeDone(shown, session.officer.subject, today, place);
    const view = {
      session,
      inQueue: place && queuePlaceView(state.reference, place),
      case: caseView(deps.council, shown, request.now),
      can,
      proposedLetter: await proposedLetterView(deps, shown, request.now),
      letterFolded: true,
      // Only the next step's form is drawn: all others have pages of their own.
      ...(can.next?.theirs && !can.next.apart
        ? await writtenForm(deps, request, session, shown, can.next.type)
        : { envelope: { version: shown.version, commandId: deps.newToken(), csrf: session.csrf } }),
      // Above everything else: it cannot wait until somebody has read down to it.
      takeHarm: standingOfNext(shown, 'take-harm').possible && { href: paths.caseAction(state.reference, 'take-harm') },
      whoLooked: session.pages.includes('who-looked') ? paths.whoLooked(state.reference) : undefined,
      restricted: restrictedInWords(state),
      mayBeHazard: hazardHint(shown),
      warnings: allocationWarnings(state, staff, today),
      mayRestrict: restrictionHintView(shown),
      takeBack: takeBackView(shown, session.officer, request.now),
      done: doneInWords(shown, { name: request.query.get('done'), act: request.query.get('act') }),
      notDone: request.query.get('done') === 'not-taken-back',
    };
    return { status: 200, html: deps.render('desk/case.njk', view), playsFrom: await recordingsOrigin(deps, shown) };
  };
}
