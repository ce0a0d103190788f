import { leftOn } from '../../domain/status/letters.ts';
import { notFound } from '../errors/error-pages.ts';
import type { Page } from '../page.ts';
import { paths } from '../paths.ts';
import { englishWords } from '../words/words.ts';
import { inSession } from './in-session.ts';
import type { StatusPageDeps } from './status-deps.ts';

/** GET /status/letters/{notice}: a letter as they were sent it, ready to print. */
export function showLetter(deps: StatusPageDeps): Page {
  return inSession(deps, async (request, session, frame) => {
    const status = await deps.show(session);
    if (!status) return undefined;
    const sent = await deps.letter(session, request.params['notice'] ?? '');
    if (!sent) return notFound(deps.render, 'public');
    const { letter, to } = sent;
    const addressed = [to.name, to.by === 'post' ? to.address : undefined].filter(Boolean).join('\n');
    const on = leftOn(sent);
    const { t, date } = englishWords;
    // What stands in the letter is English, whatever the page around it speaks.
    const inLetter = { letterDate: date(on), letterReference: t('status.ourReference', { reference: session.reference }) };
    const view = { ...frame, ...inLetter, letter, addressed, date: deps.words.date(on), back: paths.statusCase };
    return { status: 200, html: deps.render('status/letter.njk', view) };
  });
}
