import { officerAction } from '../../contracts/desk-forms.ts';
import { notFound } from '../errors/error-pages.ts';
import { drawAction } from './act.ts';
import type { DeskPageDeps } from './desk-deps.ts';
import { findCase } from './find-case.ts';
import type { OfficerPage } from './for-officers.ts';
import { previewOfDraft } from './writing/preview.ts';

/**
 * GET /desk/cases/{reference}/do/{action}: its form with what has to be known for it; or why it cannot be done now. With `?preview=yes` the letter of the
 * draft stands beside it.
 */
export function showActionPage(deps: DeskPageDeps): OfficerPage {
  return async (request, session) => {
    const action = officerAction.safeParse(request.params['action']);
    const shown = await findCase(deps, request, session);
    if (!shown || !action.success) return notFound(deps.render, 'desk', session);
    const asked = request.query.get('preview') === 'yes';
    const previewed = asked ? await previewOfDraft(deps, request, session, shown, action.data) : undefined;
    return previewed ?? drawAction(deps, request, session, shown, action.data, { status: 200 });
  };
}
