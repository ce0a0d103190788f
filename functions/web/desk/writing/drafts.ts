import { officerAction } from '../../../contracts/desk-forms.ts';
import { formWithoutWordTraces } from '../../../contracts/pasted-text.ts';
import { wordsOf } from '../../../domain/desk/draft.ts';
import { notFound } from '../../errors/error-pages.ts';
import { seeOther } from '../../page.ts';
import { drawAction } from '../act.ts';
import type { DeskPageDeps } from '../desk-deps.ts';
import { findCase } from '../find-case.ts';
import { type OfficerPage, signedInAgain } from '../for-officers.ts';
import { actInQueueHref, queuePlaceOf } from '../queue-place.ts';

/**
 * POST /desk/cases/{reference}/do/{action}/draft: keeps what stands in a form, or clears what was kept of it. The page's script asks every 30 seconds; a
 * button does the same without it. Both are sent back to the form.
 */
export function keepDraft(deps: DeskPageDeps): OfficerPage {
  return async (request, session, genuine) => {
    const action = officerAction.safeParse(request.params['action']);
    const shown = await findCase(deps, request, session);
    if (!shown || !action.success) return notFound(deps.render, 'desk', session);
    const { form } = request;
    const { reference } = shown.state;
    const again = (text: string, status: 400 | 403) =>
      drawAction(deps, request, session, shown, action.data, {
        status,
        attempt: { action: action.data, form, errors: [{ field: '', text }] },
      });
    if (!genuine) return again(signedInAgain, 403);
    const whose = { reference, action: action.data, by: session.officer };
    if (form.get('draft') === 'clear') await deps.drafts.clear(whose);
    else {
      const kept = await deps.drafts.keep(whose, wordsOf(formWithoutWordTraces(form), action.data));
      if (kept === 'too-large') return again('This is too long to be kept as a draft. Nothing of it is lost while this page is open', 400);
    }
    return seeOther(actInQueueHref(reference, action.data, queuePlaceOf(form)));
  };
}
