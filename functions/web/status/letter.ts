import { inWords } from '../../domain/calendar/local-date.ts';
import { leftOn } from '../../domain/status/letters.ts';
import { notFound } from '../errors/error-pages.ts';
import type { Page } from '../page.ts';
import { paths } from '../paths.ts';
import { inSession } from './in-session.ts';
import type { StatusPageDeps } from './status-deps.ts';

/** GET /status/letters/{notice}: a letter as they were sent it, ready to print. */
export function showLetter(deps: StatusPageDeps): Page {
  return inSession(deps, async (request, session) => {
    const status = await deps.show(session);
    if (!status) return undefined;
    const sent = await deps.letter(session, request.params['notice'] ?? '');
    if (!sent) return notFound(deps.render, 'public');
    const { letter, to } = sent;
    const addressed = [to.name, to.by === 'post' ? to.address : undefined].filter(Boolean).join('\n');
    const view = { letter, addressed, reference: session.reference, date: inWords(leftOn(sent)), back: paths.statusCase };
    return { status: 200, html: deps.render('status/letter.njk', view) };
  });
}
