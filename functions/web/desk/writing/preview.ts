import { officerAction, readCommand } from '../../../contracts/desk-forms.ts';
import { londonDateOf } from '../../../domain/calendar/local-date.ts';
import { wordsOf } from '../../../domain/desk/draft.ts';
import { notFound } from '../../errors/error-pages.ts';
import { drawAction } from '../act.ts';
import type { DeskPageDeps } from '../desk-deps.ts';
import { findCase } from '../find-case.ts';
import { type OfficerPage, signedInAgain } from '../for-officers.ts';

/** POST /desk/cases/{reference}/do/{action}/preview: the form again, with the letter as the person would get it. Nothing is done; the words are kept as a draft. */
export function previewAction(deps: DeskPageDeps): OfficerPage {
  return async (request, session, genuine) => {
    const action = officerAction.safeParse(request.params['action']);
    const shown = await findCase(deps, request, session);
    if (!shown || !action.success) return notFound(deps.render, 'desk', session);
    const { form } = request;
    const { reference } = shown.state;
    await deps.drafts.keep({ reference, action: action.data, by: session.officer }, wordsOf(form), { ifNone: !genuine });
    const attempt = { action: action.data, form, errors: [] };
    if (!genuine)
      return drawAction(deps, request, session, shown, action.data, {
        status: 403,
        attempt: { ...attempt, errors: [{ field: '', text: signedInAgain }] },
      });
    const read = readCommand(action.data, form, { staff: shown.staff, today: londonDateOf(request.now), events: shown.events });
    if ('errors' in read)
      return drawAction(deps, request, session, shown, action.data, { status: 400, attempt: { ...attempt, errors: read.errors } });
    const preview = await deps.previewLetter({ reference, command: read.answers, by: session.officer });
    return drawAction(deps, request, session, shown, action.data, { status: 200, attempt, beside: { preview } });
  };
}
