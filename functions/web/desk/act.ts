import { createHash } from 'node:crypto';
import type { ShownCase } from '../../app/show-case.ts';
import { formEnvelope, officerAction, readCommand } from '../../contracts/desk-forms.ts';
import { londonDateOf } from '../../domain/calendar/local-date.ts';
import { allocationWarnings } from '../../domain/cases/allocation/allocating.ts';
import type { Command } from '../../domain/cases/command.ts';
import type { CaseEvent } from '../../domain/cases/event.ts';
import type { OfficerCommand } from '../../domain/cases/possible.ts';
import { wordsOf } from '../../domain/desk/draft.ts';
import { notFound } from '../errors/error-pages.ts';
import { type PageRequest, type PageResponse, seeOther } from '../page.ts';
import { paths } from '../paths.ts';
import type { Attempt } from './case-forms.ts';
import { titleOf } from './case-forms.ts';
import { briefView } from './case-view.ts';
import type { DeskPageDeps, Session } from './desk-deps.ts';
import { eventForReader } from './event-in-words.ts';
import { findCase, recordingsOrigin } from './find-case.ts';
import { type OfficerPage, signedInAgain } from './for-officers.ts';
import { proposedLetterView } from './letter.ts';
import { caseInQueueHref, queuePlaceIn, queuePlaceOf, queuePlaceView } from './queue-place.ts';
import { standingOfNext } from './what-can-be-done.ts';
import { writesLetter } from './writing/composing.ts';
import { type Beside, writtenForm } from './writing/writing-view.ts';

/** POST /desk/cases/{reference}/{action}: carried out, or its page with what was typed and why not. */
export function actOnCase(deps: DeskPageDeps): OfficerPage {
  return async (request, session, genuine) => {
    const action = officerAction.safeParse(request.params['action']);
    const shown = await findCase(deps, request, session);
    if (!shown || !action.success) return notFound(deps.render, 'desk', session);
    const { form } = request;
    const place = queuePlaceOf(form);
    const whose = { reference: shown.state.reference, action: action.data, by: session.officer };
    const again = async (status: 400 | 403 | 409, errors: Attempt['errors'], since?: readonly CaseEvent[], now = shown) => {
      // Also after a session that had ended: what was typed is there when they come back to it (duty D36). Not in the place of other words.
      await deps.drafts.keep(whose, wordsOf(form, action.data), { ifNone: !genuine });
      return drawAction(deps, request, session, now, action.data, { status, attempt: { action: action.data, form, errors }, since });
    };

    const envelope = formEnvelope.safeParse(Object.fromEntries(form));
    if (!genuine || !envelope.success) return again(403, [{ field: '', text: signedInAgain }]);
    const { staff } = shown;
    const read = readCommand(action.data, form, { staff, today: londonDateOf(request.now), events: shown.events });
    if ('errors' in read) return again(400, read.errors);

    const { version, commandId } = envelope.data;
    const { reference } = shown.state;
    const sentAs = idOf(commandId, read.answers);
    const result = await deps.runCommand({
      reference,
      expected: version,
      command: read.answers,
      commandId: sentAs,
      by: session.officer,
      staff,
    });
    switch (result.kind) {
      case 'done': {
        if (result.lettersWait) await deps.drafts.settle(whose, wordsOf(form, action.data), sentAs);
        else if (writesLetter(action.data) || form.get('draft') === 'kept') await deps.drafts.clear(whose);
        const done = `done=${action.data}&act=${encodeURIComponent(sentAs)}`;
        return seeOther(place ? `${caseInQueueHref(reference, place)}&${done}` : `${paths.case(reference)}?${done}`);
      }
      case 'refused':
        // The refusal of an allocation stands in the record: the page shows the case as it now is.
        return again(400, [{ field: '', text: result.why }], undefined, (await deps.showCase(reference, session.officer)) ?? shown);
      case 'overtaken':
        return again(409, [], result.since, (await deps.showCase(reference, session.officer)) ?? shown);
      case 'already-received':
        return seeOther(paths.case(reference));
      case 'not-found':
        return notFound(deps.render, 'desk', session);
    }
  };
}

/**
 * The same press twice is one command; the same page with other answers (after the browser's Back) is another, and must not be taken for done.
 */
function idOf(commandId: string, command: Command): string {
  return `${commandId}-${createHash('sha256').update(JSON.stringify(command)).digest('hex').slice(0, 16)}`;
}

type Drawing = {
  readonly status: 200 | 400 | 403 | 409;
  readonly attempt?: Attempt;
  readonly since?: readonly CaseEvent[];
  readonly beside?: Beside;
};

const decidesProposal: ReadonlySet<OfficerCommand> = new Set(['approve', 'release', 'return-proposal']);

/** The page of an action's form. */
export async function drawAction(
  deps: DeskPageDeps,
  request: PageRequest,
  session: Session,
  shown: ShownCase,
  action: OfficerCommand,
  { status, attempt, since, beside }: Drawing,
): Promise<PageResponse> {
  const { state, staff } = shown;
  const { possible, because } = standingOfNext(shown, action);
  const place = attempt && request.method === 'POST' ? queuePlaceOf(attempt.form) : queuePlaceIn(request.query);
  // What was typed is not taken away, even where it can no longer be done.
  const drawn = possible || attempt ? await writtenForm(deps, request, session, shown, action, attempt, beside) : undefined;
  const view = {
    session,
    title: titleOf(state, action),
    back: place ? caseInQueueHref(state.reference, place) : paths.case(state.reference),
    inQueue: place && queuePlaceView(state.reference, place),
    case: briefView(deps.council, shown, request.now),
    ...drawn,
    proposedLetter: decidesProposal.has(action) ? await proposedLetterView(deps, shown, request.now) : undefined,
    notNow: possible ? undefined : because,
    warnings: action === 'allocate' ? allocationWarnings(state, staff, londonDateOf(request.now)) : [],
    errors: drawn?.form.errors,
    since: since?.map((event) => eventForReader(deps.council, event, session.officer)),
  };
  return { status, html: deps.render('desk/act.njk', view), playsFrom: await recordingsOrigin(deps, shown) };
}
