import { noAnswers } from '../../contracts/answers-in-hand.ts';
import { type PageProblem, problemView } from '../form-errors.ts';
import { type Page, type PageRequest, type PageResponse, seeOther } from '../page.ts';
import { paths } from '../paths.ts';
import type { PublicPageDeps } from '../public-deps.ts';
import { frameOf, keptUntil, notSaved, openUnsent, pageAt } from './in-hand.ts';
import { isFromCheck } from './leaving.ts';

// How long answers are kept is the person's to say: two hours unless they ask for days on a device of their own, and gone when they say so (duty D8).

/** GET /complaint/saving: keep them for days, or is this a shared computer? */
export function showSaving(deps: PublicPageDeps): Page {
  return (request) => drawSaving(deps, request, request.query.has('wrong') ? [{ field: 'keep', problem: 'keepNotChosen' }] : []);
}

/** POST /complaint/saving: keeps them so, and goes back to where they were. */
export function chooseSaving(deps: PublicPageDeps): Page {
  return async (request) => {
    const choice = request.form.get('keep');
    const ours = await isOurs(deps, request);
    if (!ours) return drawSaving(deps, request, [notSaved]);
    if (choice !== 'days' && choice !== 'hours')
      return seeOther(`${paths.savingFrom(pageOf(request).name, isFromCheck(request))}&wrong=yes`);
    const opened = await openUnsent(deps, request);
    const { keptForDays: _, ...answers } = opened?.value ?? noAnswers(deps.newToken(), undefined);
    const value = choice === 'days' ? { ...answers, keptForDays: true as const } : answers;
    const cookie = await deps.answers.keep(opened, value, keptUntil(value, request.now));
    return seeOther(pageOf(request).path, [cookie]);
  };
}

/** POST /complaint/more-time: the same answers, kept as long again. */
export function giveMoreTime(deps: PublicPageDeps): Page {
  return async (request) => {
    const { path } = pageAt(request.form.get('at'));
    const [ours, opened] = await Promise.all([isOurs(deps, request), openUnsent(deps, request)]);
    if (!ours || !opened) return seeOther(path);
    return seeOther(path, [await deps.answers.keep(opened, opened.value, keptUntil(opened.value, request.now))]);
  };
}

/** GET /complaint/clear: asks once, since nothing brings them back. */
export function showClear(deps: PublicPageDeps): Page {
  return (request) => drawClear(deps, request, []);
}

/** POST /complaint/clear: nothing of the answers is left, here or in the browser. */
export function clearAnswers(deps: PublicPageDeps): Page {
  return async (request) => {
    if (!(await isOurs(deps, request))) return drawClear(deps, request, [notSaved]);
    return seeOther(paths.answersCleared, [await deps.answers.clear(request.cookies)]);
  };
}

/** GET /complaint/cleared */
export function showCleared({ render }: PublicPageDeps): Page {
  return async () => ({ status: 200, html: render('complaint/cleared.njk', {}) });
}

function isOurs({ formTokens }: PublicPageDeps, { cookies, form }: PageRequest): Promise<boolean> {
  return formTokens.check(cookies, form.get('csrf') ?? '');
}

/** Where they were. */
function atOf({ form, query }: PageRequest): string | null {
  return form.get('at') ?? query.get('at');
}

function pageOf(request: PageRequest) {
  return pageAt(atOf(request), isFromCheck(request));
}

async function drawSaving(deps: PublicPageDeps, request: PageRequest, errors: readonly PageProblem[]): Promise<PageResponse> {
  const { name, path } = pageOf(request);
  const { view, cookies } = await frameOf(deps, request, name, await openUnsent(deps, request));
  const html = deps.render('complaint/saving.njk', {
    ...view,
    back: path,
    fromCheck: isFromCheck(request),
    errors: problemView(deps.words, errors),
  });
  return { status: errors.length > 0 ? 400 : 200, html, cookies };
}

async function drawClear(deps: PublicPageDeps, request: PageRequest, errors: readonly PageProblem[]): Promise<PageResponse> {
  const at = atOf(request);
  const fromSent = at === 'sent';
  const wasSent = fromSent || (await deps.answers.open(request.cookies))?.value.sent !== undefined;
  const { view, cookies } = await frameOf(deps, request, fromSent ? 'sent' : pageAt(at).name, undefined);
  const html = deps.render('complaint/clear.njk', {
    ...view,
    wasSent,
    back: fromSent ? paths.sent : pageOf(request).path,
    errors: problemView(deps.words, errors),
  });
  return { status: errors.length > 0 ? 403 : 200, html, cookies };
}
