import { readAsking, typedAsking } from '../../contracts/status-form.ts';
import { statusLink } from '../../domain/policy/status-page.ts';
import { type PageProblem, problemView } from '../form-errors.ts';
import { type Page, type PageRequest, type PageResponse, seeOther } from '../page.ts';
import { paths } from '../paths.ts';
import { tagUnlessEnglish } from '../words/words.ts';
import type { StatusPageDeps } from './status-deps.ts';

/** GET /status: reference, and an e-mail address or a telephone number. */
export function showAsk(deps: StatusPageDeps): Page {
  return (request) => drawAsk(deps, request, []);
}

/** POST /status: the same answer for everybody, whether there is such a case or not (decision 33). */
export function askForLink(deps: StatusPageDeps): Page {
  return async (request) => {
    const read = readAsking(request.form);
    if ('errors' in read) return drawAsk(deps, request, read.errors);
    if (!(await deps.formTokens.check(request.cookies, request.form.get('csrf') ?? ''))) return drawAsk(deps, request, [askAgain]);
    await deps.askForLink({ ...read.answers, network: request.network ?? 'unknown', language: tagUnlessEnglish(deps.words) });
    return seeOther(paths.statusAsked);
  };
}

export function showAsked({ render }: StatusPageDeps): Page {
  return async () => ({ status: 200, html: render('status/asked.njk', { minutes: statusLink.minutes, back: paths.status }) });
}

const askAgain: PageProblem = { field: '', problem: 'linkNotSent' };

async function drawAsk(deps: StatusPageDeps, request: PageRequest, errors: readonly PageProblem[]): Promise<PageResponse> {
  const { token: csrf, cookie } = await deps.formTokens.issue(request.cookies);
  const view = { csrf, typed: typedAsking(request.form), errors: problemView(deps.words, errors), minutes: statusLink.minutes };
  return {
    status: errors.length > 0 ? 400 : 200,
    html: deps.render('status/ask.njk', view),
    cookies: cookie === undefined ? [] : [cookie],
  };
}
