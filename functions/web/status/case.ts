import type { Page } from '../page.ts';
import { paths } from '../paths.ts';
import { statusView } from './case-view.ts';
import { inSession } from './in-session.ts';
import type { StatusPageDeps } from './status-deps.ts';

/** GET /status/case: where it stands, what happened, what comes next, and what they can tell us. */
export function showCase(deps: StatusPageDeps): Page {
  return inSession(deps, async (_, session, frame) => {
    const status = await deps.show(session);
    return (
      status && {
        status: 200,
        html: deps.render('status/case.njk', { ...frame, ...statusView(deps.words, status, deps.council), close: paths.statusClose }),
      }
    );
  });
}
