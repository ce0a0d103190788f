import type { ShownCase } from '../../../app/show-case.ts';
import { officerAction, readCommand } from '../../../contracts/desk-forms.ts';
import { londonDateOf } from '../../../domain/calendar/local-date.ts';
import type { OfficerCommand } from '../../../domain/cases/possible.ts';
import { wordsOf } from '../../../domain/desk/draft.ts';
import { notFound } from '../../errors/error-pages.ts';
import { type PageRequest, type PageResponse, seeOther } from '../../page.ts';
import { drawAction } from '../act.ts';
import type { DeskPageDeps, Session } from '../desk-deps.ts';
import { findCase } from '../find-case.ts';
import { type OfficerPage, signedInAgain } from '../for-officers.ts';
import { actInQueueHref, queuePlaceOf } from '../queue-place.ts';
import { attemptOf } from './writing-view.ts';

/**
 * POST /desk/cases/{reference}/do/{action}/preview: keeps the words as a draft and leads to the form with the letter beside it, so that the browser's Back
 * finds that page again. Nothing is done. What is missing is said at once.
 */
export function previewAction(deps: DeskPageDeps): OfficerPage {
  return async (request, session, genuine) => {
    const action = officerAction.safeParse(request.params['action']);
    const shown = await findCase(deps, request, session);
    if (!shown || !action.success) return notFound(deps.render, 'desk', session);
    const { form } = request;
    const { reference } = shown.state;
    const whose = { reference, action: action.data, by: session.officer };
    const kept = await deps.drafts.keep(whose, wordsOf(form, action.data), { ifNone: !genuine });
    const attempt = { action: action.data, form, errors: [] };
    if (!genuine)
      return drawAction(deps, request, session, shown, action.data, {
        status: 403,
        attempt: { ...attempt, errors: [{ field: '', text: signedInAgain }] },
      });
    // Words that no draft can hold are on this page alone.
    if (kept !== 'kept' || 'errors' in commandIn(request, shown, action.data, form))
      return drawPreview(deps, request, session, shown, action.data, form);
    return seeOther(actInQueueHref(reference, action.data, queuePlaceOf(form), { preview: 'yes' }));
  };
}

/** GET /desk/cases/{reference}/do/{action}?preview=yes: the form with its draft, and the letter as the person would get it. Undefined without a draft. */
export async function previewOfDraft(
  deps: DeskPageDeps,
  request: PageRequest,
  session: Session,
  shown: ShownCase,
  action: OfficerCommand,
): Promise<PageResponse | undefined> {
  const draft = await deps.drafts.find({ reference: shown.state.reference, action, by: session.officer }, shown.events);
  return draft && drawPreview(deps, request, session, shown, action, attemptOf(action, draft).form);
}

async function drawPreview(
  deps: DeskPageDeps,
  request: PageRequest,
  session: Session,
  shown: ShownCase,
  action: OfficerCommand,
  form: URLSearchParams,
): Promise<PageResponse> {
  const attempt = { action, form, errors: [] };
  const read = commandIn(request, shown, action, form);
  if ('errors' in read)
    return drawAction(deps, request, session, shown, action, { status: 400, attempt: { ...attempt, errors: read.errors } });
  const preview = await deps.previewLetter({ reference: shown.state.reference, command: read.answers, by: session.officer });
  return drawAction(deps, request, session, shown, action, { status: 200, attempt, beside: { preview } });
}

function commandIn({ now }: PageRequest, { staff, events }: ShownCase, action: OfficerCommand, form: URLSearchParams) {
  return readCommand(action, form, { staff, today: londonDateOf(now), events });
}
